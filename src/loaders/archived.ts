/** Copies at archives: which articles lack one, and what an answer file gives for them. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Entries } from '../record/entries.ts'
import { webAddress } from '../schema/fields.ts'
import { isDay } from '../schema/index.ts'
import { type NewFile, writeFiles } from './write-files.ts'
import { withField } from './write-hashes.ts'

type ArticleEntry = Entries['articles'][number]

/** An answer: of which page a copy was made, where it is, and on which day. */
interface Answer {
  page: string
  url: string
  date: string
}

/** A line that cannot be taken, and why. */
interface Refused {
  line: number
  why: string
}

/** The articles that have no copy at an archive. */
export function findUnarchived(articles: readonly ArticleEntry[]): ArticleEntry[] {
  return articles.filter(({ data }) => data.archived.length === 0)
}

/**
 * Reads an answer file: on each line the address of the page, that of its copy, and the day, in any order and with
 * whatever between them. Where the address of the copy ends in that of the page, or has the day in it as archives write
 * it (`20310305120000`), neither need be given. Empty lines and those that begin with `#` are passed over.
 */
export function readAnswers(text: string): { answers: Answer[]; refused: Refused[] } {
  const answers: Answer[] = []
  const refused: Refused[] = []
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    // A comma may be part of an address, but not before the next cell.
    const line = written.replace(/,(?=https?:\/\/|\d{4}-\d\d-\d\d)/g, ' ')
    if (line.trim() === '' || line.startsWith('#')) continue
    const addresses = line.match(/https?:\/\/[^\s"'<>\\]+/g) ?? []
    const found = addresses.map((address) => address.replace(/[,;]+$/, ''))
    const url = found.length > 1 ? found[1] : found[0]
    const page = found.length > 1 ? found[0] : url?.match(/(?<=.\/)https?:\/\/.+$/)?.[0]
    const date = url && dayOf(url, line.replaceAll(url, ' '))
    if (!url || !page) refused.push({ line: index + 1, why: 'it lacks the address of the page, or that of its copy' })
    else if (!webAddress.safeParse(url).success)
      refused.push({ line: index + 1, why: 'the address of the copy is none' })
    else if (!date) refused.push({ line: index + 1, why: 'it gives no day, as `2031-03-05`' })
    else answers.push({ page, url, date })
  }
  return { answers, refused }
}

/** The day that a line gives, or else the one in the address. */
function dayOf(url: string, rest: string): string | null {
  const [, ...own] = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(rest) ?? []
  const [, ...stamp] = /\/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?\//.exec(url) ?? []
  const day = (own.length > 0 ? own : stamp).join('-')
  return isDay(day) ? day : null
}

/** Writes what answers give into the articles that have those pages; copies that an article has already stay. */
export async function writeArchived(
  folder: string,
  articles: readonly ArticleEntry[],
  answers: readonly Answer[],
): Promise<{ written: string[]; unknown: string[] }> {
  const files: NewFile[] = []
  const known = new Set<string>()
  for (const { data, path } of articles) {
    const own = answers.filter(({ page }) => plain(page) === plain(data.url))
    for (const { page } of own) known.add(page)
    const there = new Set(data.archived.map(({ url }) => url))
    const added = own.filter(({ url }) => !there.has(url)).map(({ url, date }) => ({ url, date }))
    if (added.length === 0) continue
    const text = readFileSync(join(resolve(process.cwd(), folder), path), 'utf8')
    files.push({ path, text: withField(text, 'archived', [...data.archived, ...added]) })
  }
  const written = files.map(({ path }) => path)
  await writeFiles(folder, files, new Set(written))
  return { written, unknown: answers.map(({ page }) => page).filter((page) => !known.has(page)) }
}

/** Archives write an address with or without what makes no difference to its host. */
function plain(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/?(?:#.*)?$/, '')
}
