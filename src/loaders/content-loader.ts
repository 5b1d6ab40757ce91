/** Hands the files of the record to Astro's collections: the front matter for the collection's schema, the body rendered. */
import { relative, resolve, sep } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import { toHtml } from '../markdown/nodes.ts'
import { contentFolder } from '../site.ts'
import type { ContentFile } from './content-file.ts'
import { forgetContent, readContent } from './from-disk.ts'
import type { Noun } from './names.ts'

/** The loader of one noun's collection. */
export function recordLoader(noun: Noun): Loader {
  return {
    name: `on-record-${noun}`,
    load: async (context) => {
      await fill(noun, context)
      const root = resolve(process.cwd(), contentFolder)
      context.watcher?.add(root)
      context.watcher?.on('all', async (_, path) => {
        if (!path.startsWith(root + sep)) return
        forgetContent()
        await fill(noun, context)
      })
    },
  }
}

async function fill(noun: Noun, { store, parseData, generateDigest }: LoaderContext): Promise<void> {
  const { entries, files } = readContent()
  const list = noun === 'story' ? (entries.story ? [entries.story] : []) : entries[noun]
  store.clear()
  for (const entry of list) {
    const { split } = files.get(entry.path) as ContentFile
    // The raw front matter: the collection's schema reads it, and would not read its own output a second time.
    const data = await parseData({ id: entry.id, data: split.data as Record<string, unknown> })
    const html = toHtml('reading' in entry ? entry.reading.copy : entry.body.nodes)
    store.set({
      id: entry.id,
      data,
      // Astro takes no absolute path.
      filePath: relative(process.cwd(), resolve(contentFolder, entry.path)),
      digest: generateDigest({ data, html }),
      rendered: { html, metadata: { headings: [], imagePaths: [], frontmatter: data } },
    })
  }
}
