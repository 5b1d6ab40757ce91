/** Writes the search index: Pagefind's files, as the browser asks for them. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type CustomRecord, close, createIndex, type PagefindIndex } from 'pagefind'
import { nothing } from './content.ts'
import { toTold } from './known-words.ts'
import {
  type DaysFile,
  daysFile,
  type Names,
  orderFile,
  startFile,
  toOrderFile,
  toPresentEquals,
  toStartFile,
  toWordsFile,
  toWordsFiles,
} from './lists.ts'
import { readPages } from './pages-of-index.ts'
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

/** An index without a record does not load; this one is never shown. */
const placeholder = { url: '/', content: 'nothing', meta: {}, filters: { thing: [nothing] } }

export interface IndexContents {
  records: readonly SearchRecord[]
  /** Language of the site. */
  language: string
  /** What was indexed, in words: it stands beside a search that finds nothing. */
  scope: string
  names: Names
  days: DaysFile
}

/**
 * Writes an index into a folder, in place of what is there; throws with what Pagefind refuses. It is one, not an older part
 * that stays and a newer one that are asked together: a word that only one of them has, the other takes for its longest
 * beginning, and finds what is not there.
 */
export async function writeSearchIndex(
  { records, language, scope, names, days }: IndexContents,
  folder: string,
): Promise<void> {
  const { index, errors } = await createIndex()
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`)
  const all = (records.length > 0 ? records : [{ ...placeholder, language }]).map((one) =>
    toCustomRecord(one, language),
  )
  let added: Added[]
  try {
    added = await addAll(index, all)
    await rm(folder, { recursive: true, force: true })
    const written = await index.writeFiles({ outputPath: folder })
    refuse(written.errors)
  } finally {
    await close()
  }
  const ids = (await readIds(folder, added)) ?? (await readFragments(folder))
  const byLanguage = [...Map.groupBy(all.keys(), (at) => all[at]?.language ?? language)].map(
    ([own, places]) => [own, toWordsFiles([...places].flatMap((at) => records[at] ?? []))] as const,
  )
  const words = Object.fromEntries(byLanguage.map(([own, files]) => [own, [...files.keys()]]))
  const present = new Set(byLanguage.flatMap(([, files]) => [...files.values()].flatMap(Object.keys)))
  const start = toStartFile(all, { scope, ...names, equals: toPresentEquals(names, present), words }, ids)
  await writeFile(join(folder, startFile), JSON.stringify(start))
  await writeFile(join(folder, daysFile), JSON.stringify(days))
  await writeFile(join(folder, orderFile), JSON.stringify(toOrderFile(records, ids)))
  await mkdir(join(folder, 'words'))
  for (const [own, files] of byLanguage)
    for (const [beginning, file] of files)
      await writeFile(join(folder, toWordsFile(own, beginning)), JSON.stringify(file))
  await Promise.all(unused.map((file) => rm(join(folder, file), { force: true })))
  await shrink(folder)
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

/** The index of a language (`en-GB`): one a language, and one for all that are looked for letter by letter. */
function toIndexLanguage(language: string): string {
  const [own = ''] = language.toLowerCase().split('-', 1)
  return cut.includes(own) ? 'und' : own
}

/** A record as Pagefind is told of it; what is shown in another way than it is searched stands among the filters. */
function toCustomRecord(
  { url, content, filters, language, meta, original }: Omit<SearchRecord, 'days'>,
  ours: string,
): CustomRecord & Pick<SearchRecord, 'filters'> {
  const texts = Object.entries({ ...meta, content })
  const told = Object.fromEntries(texts.map(([field, text]) => [field, toTold(text)]))
  const { content: words = '', ...fields } = told
  const shown = texts.filter(([field, text]) => field !== 'questions' && told[field] !== text)
  if (language !== ours) shown.push(['language', language])
  if (original) shown.push(['original', original])
  return {
    url,
    content: words,
    language: toIndexLanguage(language),
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
