/** An older part and a newest: how they are parted, that they are made as from nothing, and that two find what one finds. */
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keepFolder, moveFolder, takeFolder } from '../../src/integrations/kept-folder.ts'
import { ask } from '../../src/search/browser/ask.ts'
import type { NamedThing } from '../../src/search/lists.ts'
import { toParts } from '../../src/search/parts.ts'
import type { SearchRecord } from '../../src/search/records.ts'
import { type IndexContents, type Keep, writeSearchIndex } from '../../src/search/write-index.ts'
import { listFiles } from '../sites.ts'
import { openIndexOf } from './open-index.ts'

const fewest = { inAll: 20, atOnce: 6 }

/** Five months with eight days each, and a speaker; what it says depends on its number alone. */
const records = [
  ...[1, 2, 3, 4, 5].flatMap((month) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((day) => toQuote(`2025-0${month}-0${day}`, toWords(month, day))),
  ),
  toRecord('/speakers/mara/', null, 'Mara keeps the harbour'),
]

function toWords(month: number, day: number): string {
  const words = ['harbour', 'weather']
  // Rare at first, then common; and words that only one part has, of which one begins the other.
  if (month > 3) words.push('strike '.repeat((day % 3) + 1).trim())
  if (month < 4) words.push(day === 8 ? 'strike' : 'calm', day === 1 ? 'lighthousekeeper' : 'quiet')
  if (month === 4) words.push('calm', 'quiet')
  if (month === 5) words.push('light', day === 8 ? 'Маяк' : 'beacon')
  return words.join(' ')
}

function toRecord(url: string, since: string | null, content: string, thing?: string): SearchRecord {
  const filters = { speaker: ['mara Mara'], ...(thing ? { thing: [thing] } : {}) }
  const days = since === null ? null : { first: since, last: since }
  return { url, content: `¶“${content}”`, language: 'en', meta: { title: 'Mara' }, filters, days, since }
}

function toQuote(day: string, words: string): SearchRecord {
  const one = toRecord(`/quotes/mara/${day}/`, day, words)
  return words.includes('Маяк') && day.endsWith('8') ? { ...one, language: 'uk' } : one
}

const mara: NamedThing = { value: 'mara Mara', names: ['Mara'], url: '/speakers/mara/', about: '' }

function toContents(own: readonly SearchRecord[]): IndexContents {
  const names = { names: { speaker: [mara], outlet: [], topic: [], place: [] }, equals: {} }
  return { records: own, language: 'en', scope: '', names, days: { url: '/days/*/', days: {} } }
}

const added = toQuote('2025-05-09', 'harbour weather')
const past = toQuote('2025-02-09', 'harbour weather')

test('the older part ends with a month, and the newest has the last whole one and what has no day', () => {
  const { newest, older } = toParts(records, fewest)
  assert.deepEqual([older.length, newest.length], [24, 17])
  assert.deepEqual(new Set(older.map(({ since }) => since?.slice(0, 7))), new Set(['2025-01', '2025-02', '2025-03']))
  assert.deepEqual(toParts(records.slice(0, 17), { ...fewest, inAll: 1 }).older.length, 8)
  assert.deepEqual(toParts(records.slice(0, 16), { ...fewest, inAll: 1 }).older.length, 0)
})

test('a small record is not parted', () => {
  assert.deepEqual(toParts(records), { older: [], newest: records })
  assert.deepEqual(toParts([]), { older: [], newest: [] })
})

test('an article more changes the part that it belongs to, in whatever order records come', () => {
  const before = toParts(records, fewest)
  assert.deepEqual(toParts([...records, added], fewest), { ...before, newest: [...before.newest, added] })
  assert.deepEqual(toParts([...records, past], fewest), { ...before, older: [...before.older, past] })
  assert.deepEqual(toParts(records.toReversed(), fewest).older, before.older.toReversed())
})

test('what is made of a part that was kept and of one made anew is made from nothing to the byte', async () => {
  const home = await mkdtemp(join(tmpdir(), 'parts-'))
  const made: string[] = []
  const keep: Keep = async (part, key, folder, make) => {
    if (takeFolder(join(home, part), key, folder)) return
    made.push(part)
    const own = join(home, 'made')
    await make(own)
    keepFolder(own, key, join(home, part))
    moveFolder(own, folder)
  }
  const write = async (own: readonly SearchRecord[], name: string, keep?: Keep): Promise<Map<string, string>> => {
    const folder = join(home, name)
    await writeSearchIndex(toContents(own), folder, keep, fewest)
    const paths = listFiles(folder, /\./).sort()
    return new Map(
      await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'base64')] as const)),
    )
  }
  await write(records, 'first', keep)
  for (const [own, anew] of [
    [[...records, added], 'newest'],
    [[...records, added, past], 'older'],
  ] as const) {
    made.length = 0
    assert.deepEqual(await write(own, 'again', keep), await write(own, 'whole'))
    assert.deepEqual(made, [anew])
  }
  await rm(home, { recursive: true })
})

const limits = { quote: 99, event: 99, article: 99, speaker: 99, topic: 99 }

test('two parts find what one finds, and of what is nowhere nothing', async () => {
  const answers: unknown[][] = []
  for (const own of [undefined, fewest]) {
    await using made = await openIndexOf(toContents(records), own)
    assert.equal(made.index.parts.length, own ? 3 : 2)
    const find = async (typed: string) => {
      const answer = await ask(made.index, typed, { limits, toPage: String })
      await answer?.loadRest()
      const found = answer?.groups.map(({ hits, thing }) => [thing, hits.map(({ url }) => url).sort()])
      const facets = (await answer?.countFacets())?.map(({ by, options }) => [by, options.map(({ count }) => count)])
      return { typed, count: answer?.count, found, facets, showing: answer?.showing, absent: answer?.absent }
    }
    answers.push(await Promise.all(typed.map(([words]) => find(words))))
    assert.deepEqual(
      (answers.at(-1) as { typed: string; count: number }[]).map(({ count, typed }) => [typed, count]),
      typed,
    )
  }
  assert.deepEqual(answers[1], answers[0])
})

test('what was found in two parts is in the order of one: by how rare a word is in both', async () => {
  await using made = await openIndexOf(toContents(records), fewest)
  const answer = await ask(made.index, 'strike -маяк', { limits, toPage: String })
  const strikes = answer?.groups[0]?.hits.map(({ stretches }) => stretches[0]?.text.match(/strike/g)?.length ?? 0)
  assert.equal(strikes?.length, 18)
  assert.deepEqual(
    strikes,
    strikes?.toSorted((a, b) => b - a),
  )
})

const typed: [words: string, count: number][] = [
  ['harbour', 41],
  ['strike', 19],
  ['strike weather', 19],
  ['lighthousekeeper', 3],
  ['light', 11],
  ['lighthouses', 0],
  ['striking', 19],
  ['маяком', 1],
  ['"harbour weather"', 40],
  ['"weather harbour"', 0],
  ['strike -light', 11],
  ['strike sort:oldest', 19],
  ['speaker:mara strike', 19],
  ['weather on:2025-03-04', 1],
  ['wether', 40],
]
