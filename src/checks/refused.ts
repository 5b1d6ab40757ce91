/** What the record lacks because a file is refused: its own problem is told, and need not be told by all that names it. */
import type { Content } from '../loaders/content.ts'

const found = new WeakMap<Content, ReadonlySet<string>>()

/**
 * What the articles whose front matter is refused link to, as far as can be seen without reading them: quotes as
 * `speaker/fragment`, events by their ids.
 */
export function refusedLinks(content: Content): ReadonlySet<string> {
  const known = found.get(content)
  if (known) return known
  const links = new Set<string>()
  for (const { noun, data, split } of content.files.values()) {
    if (noun !== 'articles' || data) continue
    // Of front matter without an end, the body is somewhere in the rest.
    for (const [, folder, id = '', fragment] of split.body.matchAll(
      /(speakers|events)\/([a-z0-9-]+)\.md(?:#([a-z0-9-]+))?/g,
    )) {
      if (folder === 'events') links.add(id)
      else if (fragment) links.add(`${id}/${fragment}`)
    }
  }
  found.set(content, links)
  return links
}

/** Whether the file of something is there and refused. */
export function isRefused({ files }: Content, folder: string, id: string): boolean {
  const file = files.get(`${folder}/${id}.md`)
  return file !== undefined && !file.data
}
