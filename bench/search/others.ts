/** The other engines on the same records, each set up as its own documentation recommends, with a page that answers as one types. */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { close, createIndex } from 'pagefind'
import { toStretches } from '../../src/search/content.ts'
import type { SearchRecord } from '../../src/search/records.ts'

/** Our name of what a result is shown with. */
interface Plain {
  url: string
  title: string
  text: string
}

const toPlain = ({ url, content, meta }: SearchRecord): Plain => ({
  url,
  title: meta['title'] ?? '',
  text: toStretches(content)
    .map(({ text }) => text)
    .join(' '),
})

/** Pagefind by its JS API: custom records of words and a title; `init` on focus, the first five results loaded. */
export async function writeStock(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index } = await createIndex()
  if (!index) throw new Error('Pagefind did not start.')
  for (let start = 0; start < records.length; start += 500) {
    const answers = await Promise.all(
      records.slice(start, start + 500).map((record) => {
        const { url, title, text } = toPlain(record)
        return index.addCustomRecord({ url, content: `${title} ${text}`, language: 'en', meta: { title } })
      }),
    )
    const errors = answers.flatMap((answer) => answer.errors)
    if (errors.length > 0) throw new Error(`Pagefind refused a record: ${errors.join('; ')}`)
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') })
  await close()
  await writePage(folder, [
    "const toEngine = async () => { const engine = await import('./pagefind/pagefind.js'); await engine.init(); return engine }",
    'const find = async (engine, text) => {',
    '  const { results } = await engine.search(text)',
    '  const loaded = await Promise.all(results.slice(0, 5).map((one) => one.data()))',
    '  return loaded.map(({ url, meta, excerpt }) => ({ url, title: meta.title, text: excerpt }))',
    '}',
  ])
}

/** MiniSearch: the whole index as one file, prefixes and all words as in its demonstration, the first ten results. */
export async function writeMini(records: readonly SearchRecord[], folder: string): Promise<void> {
  const options = { fields: ['title', 'text'], storeFields: ['title', 'text', 'url'] }
  const index = new MiniSearch<Plain & { id: number }>(options)
  index.addAll(records.map((record, id) => ({ id, ...toPlain(record) })))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'index.json'), JSON.stringify(index))
  await cp(
    join(dirname(fileURLToPath(import.meta.resolve('minisearch'))), '../es/index.js'),
    join(folder, 'minisearch.js'),
  )
  await writePage(folder, [
    'const toEngine = async () => {',
    "  const [{ default: MiniSearch }, index] = await Promise.all([import('./minisearch.js'), fetch('./index.json').then((file) => file.text())])",
    `  return MiniSearch.loadJSON(index, ${JSON.stringify(options)})`,
    '}',
    "const find = (engine, text) => engine.search(text, { prefix: true, combineWith: 'AND' }).slice(0, 10)",
  ])
}

/** A page with a box that loads the engine on focus, answers every key at once, and tells its state as our panel does. */
async function writePage(folder: string, engine: readonly string[]): Promise<void> {
  const html =
    '<!doctype html><html lang="en"><title>Search</title><div id="panel" data-state="empty"><input><ol></ol></div>'
  await writeFile(join(folder, 'index.html'), `${html}<script type="module" src="page.js"></script></html>\n`)
  const script = [
    ...engine,
    "const panel = document.querySelector('#panel'), input = panel.querySelector('input'), list = panel.querySelector('ol')",
    'let loading, latest = 0',
    'const load = () => (loading ??= toEngine())',
    "input.addEventListener('focus', load)",
    "input.addEventListener('input', async () => {",
    '  const number = ++latest',
    "  panel.dataset.state = 'searching'",
    '  const results = await find(await load(), input.value)',
    '  if (number !== latest) return',
    "  panel.dataset.state = results.length ? 'results' : 'nothing'",
    '  list.replaceChildren(...results.map(({ url, title, text }) => {',
    "    const item = document.createElement('li'), link = document.createElement('a')",
    '    link.href = url',
    "    link.textContent = title + ': ' + text",
    '    item.append(link)',
    '    return item',
    '  }))',
    '})',
  ]
  await writeFile(join(folder, 'page.js'), `${script.join('\n')}\n`)
}
