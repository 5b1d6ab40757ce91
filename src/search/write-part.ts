/** Writes the index of a part: Pagefind's files, as the browser asks for them, and the words that its records have. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type CustomRecord, close, createIndex, type PagefindIndex } from 'pagefind'
import { nothing } from './content.ts'
import { toTold } from './known-words.ts'
import { entryFile, toWordsFile, toWordsFiles } from './lists.ts'
import { readPages } from './pages-of-index.ts'
import { toIndexName, toLanguage } from './parts.ts'
import type { SearchRecord } from './records.ts'

/** Pagefind takes records one by one over a pipe; so many on their way keep it busy and the memory small. */
const recordsAtOnce = 500

/** Files read at a time: reading is mostly waiting. */
const filesAtOnce = 64

/** What Pagefind writes for its own pages, which ours do without, and the worker that we do not start. */
const unused = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-worker.js',
]

/** What is known of a part besides its files, from which the index is put together. */
export interface MadePart {
  /** Pagefind's own list of its indexes, by their names. */
  entry: { languages: Record<string, { wasm: string | null }> }
  /** The number of each record, by its address. */
  ids: [url: string, id: string][]
  /** With what the words of each index begin. */
  words: { [index: string]: string[] }
}

export const madeFile = 'made.json'

/** Writes a part into a folder; throws with what Pagefind refuses. */
export async function writePart(
  records: readonly SearchRecord[],
  language: string,
  isOlder: boolean,
  folder: string,
): Promise<void> {
  const { index, errors } = await createIndex()
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`)
  const all = records.map((one) => toCustomRecord(one, language, isOlder))
  let added: Added[]
  try {
    added = await addAll(index, all)
    const written = await index.writeFiles({ outputPath: folder })
    refuse(written.errors)
  } finally {
    await close()
  }
  const ids = (await readIds(folder, added)) ?? (await readFragments(folder))
  const words: MadePart['words'] = {}
  await mkdir(join(folder, 'words'), { recursive: true })
  for (const [name, own] of Map.groupBy(records, (one) => toNameOf(one, isOlder))) {
    const files = toWordsFiles(
      own.filter(({ filters }) => filters['thing']?.[0] !== nothing),
      toLanguage(name),
    )
    words[name] = [...files.keys()]
    for (const [beginning, file] of files)
      await writeFile(join(folder, toWordsFile(name, beginning)), JSON.stringify(file))
  }
  const entry = await shareCode(folder)
  await writeFile(join(folder, madeFile), JSON.stringify({ entry, ids: [...ids], words } satisfies MadePart))
  await Promise.all(unused.map((file) => rm(join(folder, file), { force: true })))
  await shrink(folder)
}

/** Gives all parts of a language the same file of code, so that it is loaded once: Pagefind writes one for each index. */
async function shareCode(folder: string): Promise<MadePart['entry']> {
  const entry: MadePart['entry'] = JSON.parse(await readFile(join(folder, entryFile), 'utf8'))
  for (const one of Object.values(entry.languages)) {
    if (one.wasm === null) continue
    const language = toLanguage(one.wasm)
    await rename(join(folder, `wasm.${one.wasm}.pagefind`), join(folder, `wasm.${language}.pagefind`))
    one.wasm = language
  }
  return entry
}

/** Of Pagefind's code, which every first search loads, what is asked of it, in fewer letters. */
async function shrink(folder: string): Promise<void> {
  const outfile = resolve(folder, 'pagefind.js')
  const stdin = { contents: `export { createInstance } from ${JSON.stringify(outfile)}`, resolveDir: folder }
  await build({ stdin, outfile, allowOverwrite: true, bundle: true, format: 'esm', minify: true, logLevel: 'error' })
}

/** What Pagefind answers for a record. */
interface Added {
  url: string
  words: number
  language: string
}

/** Languages that Pagefind would cut into words by a dictionary of its own. */
const cut = ['zh', 'ja', 'th']

/** The index of a record in `en-GB`: one a language, and one for all that are looked for letter by letter. */
function toNameOf({ language }: SearchRecord, isOlder: boolean): string {
  const own = toLanguage(language.toLowerCase())
  return toIndexName(cut.includes(own) ? 'und' : own, isOlder)
}

/** A record as Pagefind is told of it; what is shown in another way than it is searched stands among the filters. */
function toCustomRecord(record: SearchRecord, ours: string, isOlder: boolean): CustomRecord {
  const { url, content, filters, language, meta, original } = record
  const texts = Object.entries({ ...meta, content })
  const told = Object.fromEntries(texts.map(([field, text]) => [field, toTold(text)]))
  const { content: words = '', ...fields } = told
  const shown = texts.filter(([field, text]) => field !== 'questions' && told[field] !== text)
  if (language !== ours) shown.push(['language', language])
  if (original) shown.push(['original', original])
  return {
    url,
    content: words,
    language: toNameOf(record, isOlder),
    meta: fields,
    filters: { ...filters, ...(shown.length > 0 && { shown: [JSON.stringify(Object.fromEntries(shown))] }) },
  }
}

/** Adds the records in their order; the next is sent as soon as one is taken. */
async function addAll(index: PagefindIndex, records: readonly CustomRecord[]): Promise<Added[]> {
  const added: Added[] = []
  const left = records.entries()
  const send = async (): Promise<void> => {
    for (const [number, record] of left) {
      const { errors, file } = await index.addCustomRecord(record)
      refuse(errors)
      added[number] = { url: record.url, words: file.uniqueWords, language: record.language }
    }
  }
  await Promise.all(Array.from({ length: recordsAtOnce }, send))
  return added
}

/**
 * The number that Pagefind gave each record, by its address: it is the name of the record's file. They stand in Pagefind's
 * list of all records of a language, in the order in which these were added; null when a list is not as it is expected.
 */
export async function readIds(folder: string, added: readonly Added[]): Promise<Map<string, string> | null> {
  const lists = (await readdir(folder)).filter((name) => name.endsWith('.pf_meta'))
  const ids = new Map<string, string>()
  for (const [language, own] of Map.groupBy(added, ({ language }) => language)) {
    const [list = '', ...others] = lists.filter((name) => name.startsWith(`pagefind.${language}_`))
    const pages = list && others.length === 0 ? readPages(await readFile(join(folder, list))) : null
    if (pages?.length !== own.length) return null
    for (const [index, { url, words }] of own.entries()) {
      const page = pages[index]
      if (page?.words !== words) return null
      ids.set(url, page.id)
    }
  }
  return ids
}

/** The same, from the record's files themselves. */
export async function readFragments(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const names = await readdir(join(folder, 'fragment'))
  for (let start = 0; start < names.length; start += filesAtOnce) {
    await Promise.all(
      names.slice(start, start + filesAtOnce).map(async (name) => {
        const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString()
        const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string }
        ids.set(url, name.replace(/\.pf_fragment$/, ''))
      }),
    )
  }
  return ids
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
}
