/** Writes the search index of a generated record, whole or one for each year: `node bench/index/write.ts 1000 folder years`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTexts } from '../../src/loaders/content.ts'
import { toNames } from '../../src/search/lists.ts'
import { describeSearched, type SearchRecord, toSearchRecords } from '../../src/search/records.ts'
import { writeSearchIndex } from '../../src/search/write-index.ts'
import { generateRecord } from '../generate.ts'

const [articles = '', folder = '', form = 'whole'] = process.argv.slice(2)
const { record } = parseTexts(generateRecord(Number(articles)))
const records = toSearchRecords(record)
const years = [...new Set(record.articles.map(({ id }) => id.slice(0, 4)))].sort()
const contents = { language: 'en', scope: describeSearched(record), names: toNames(record) }
const parts = form === 'years' ? Map.groupBy(records, yearOf) : new Map([['whole', records]])
for (const [name, part] of parts) await writeSearchIndex({ ...contents, records: part }, join(folder, name))
const about = {
  quotes: record.quotes.length,
  records: records.length,
  parts: [...parts.keys()].sort(),
  words: chooseWords(),
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'about.json'), JSON.stringify(about))

/** What has no day of its own stands with the newest. */
function yearOf({ days, url }: SearchRecord): string {
  const year = days?.last.slice(0, 4) || days?.first.slice(0, 4) || /\/articles\/(\d{4})-/.exec(url)?.[1]
  return year && years.includes(year) ? year : (years.at(-1) ?? '')
}

/** A word that many have, one that some have and one that few have, of six letters at least. */
function chooseWords(): string[] {
  const counts = new Map<string, number>()
  for (const { content } of records.slice(-5000)) {
    for (const word of content.toLowerCase().match(/[a-z]{6,}/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word)
  return [0.002, 0.05, 0.5].map((part) => ranked[Math.floor(ranked.length * part)] ?? '')
}
