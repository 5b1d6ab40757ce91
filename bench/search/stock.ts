/** Stock Pagefind on the same records, set up as its own documentation recommends, with a page that answers as one types. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import { toStretches } from '../../src/search/content.ts'
import type { SearchRecord } from '../../src/search/records.ts'

/** Pagefind by its JS API: custom records of words and a title. */
export async function writeStock(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index } = await createIndex()
  if (!index) throw new Error('Pagefind did not start.')
  for (let start = 0; start < records.length; start += 500) {
    const answers = await Promise.all(
      records.slice(start, start + 500).map(({ url, content, meta: { title = '' } }) => {
        const words = toStretches(content).map(({ text }) => text)
        return index.addCustomRecord({ url, content: [title, ...words].join(' '), language: 'en', meta: { title } })
      }),
    )
    const errors = answers.flatMap((answer) => answer.errors)
    if (errors.length > 0) throw new Error(`Pagefind refused a record: ${errors.join('; ')}`)
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') })
  await close()
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'page.js'), script)
}

const page = `<!doctype html><html lang="en"><title>Search</title>
<div id="panel" data-state="empty"><input><ol></ol></div><script type="module" src="page.js"></script></html>
`

/** Loads the engine on focus, answers every key at once with the first five results, and tells its state as our panel does. */
const script = `const panel = document.querySelector('#panel'), input = panel.querySelector('input'), list = panel.querySelector('ol')
let loading, latest = 0
const start = async () => { const engine = await import('./pagefind/pagefind.js'); await engine.init(); return engine }
const load = () => (loading ??= start())
input.addEventListener('focus', load)
input.addEventListener('input', async () => {
  const number = ++latest
  panel.dataset.state = 'searching'
  const { results } = await (await load()).search(input.value)
  const loaded = await Promise.all(results.slice(0, 5).map((one) => one.data()))
  if (number !== latest) return
  panel.dataset.state = loaded.length ? 'results' : 'nothing'
  list.replaceChildren(...loaded.map(({ url, meta, excerpt }) => {
    const item = document.createElement('li'), link = document.createElement('a')
    link.href = url
    link.textContent = meta.title + ': ' + excerpt
    item.append(link)
    return item
  }))
})
`
