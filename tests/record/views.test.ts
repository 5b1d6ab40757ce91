/** The smaller functions behind the pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  count,
  describeEnd,
  describeExtent,
  describeHorizon,
  describeKind,
  describeSize,
  describeSource,
  shapeOf,
} from '../../src/record/describe.ts'
import { occasions, toExcerpts, toMargin } from '../../src/record/margin.ts'
import { neighboursOf } from '../../src/record/neighbours.ts'
import { compareSpeakers, kindOfSpeaker, lastRole, newestOf, unusedAliases } from '../../src/record/people.ts'
import { groupByDay } from '../../src/record/quotes-by-day.ts'
import { shortName } from '../../src/record/short-name.ts'
import { describeElsewhere, describeOutlet, outletsOf, toNarrative } from '../../src/record/sources.ts'
import { toWhen } from '../../src/record/when.ts'
import { articleOf, eventOf, quoteOf, record, speakerOf } from './small-record.ts'

test('what the record consists of is counted', () => {
  assert.equal(count(1, 'quote'), '1 quote')
  assert.equal(count(1200, 'quote'), '1,200 quotes')
  assert.equal(describeSize(record), '3 articles, 12 quotes, 9 events')
  assert.equal(describeExtent(record), '2–10 March 2031')
  assert.equal(
    describeSource(record),
    'Drawn from 3 articles, 12 quotes, 9 events; the articles were published 2–10 March 2031. Not found here does not mean not said.',
  )
  const oneDay = { ...record, extent: record.extent && { first: record.extent.last, last: record.extent.last } }
  assert.match(describeSource(oneDay), /published on 10 March 2031\./)
})

test('a page that looks ahead says as of when', () => {
  assert.equal(describeHorizon(record), 'The record ends on 10 March 2031; it does not say what came of this.')
  assert.equal(describeEnd(record, 'weekday'), 'Monday 10 March 2031')
})

test('an empty record claims nothing', () => {
  const empty = { ...record, articles: [], quotes: [], events: [], extent: null }
  assert.equal(describeSource(empty), 'The record is empty.')
  assert.equal(describeHorizon(empty), null)
  assert.equal(describeExtent(empty), null)
})

test('a date looks like what is known of it', () => {
  const shape = (edtf: string) => shapeOf(toWhen(edtf))
  assert.deepEqual(['2031-03-01', '2031-03', '../2031-03', '2031-03-01/..'].map(shape), ['day', 'span', 'open', 'open'])
  assert.equal(shapeOf(null), 'none')
})

test('the kind of an event is named where it says something', () => {
  assert.equal(describeKind({ ...eventOf('ferry-sank'), kind: 'other' }), 'event')
  assert.equal(describeKind(eventOf('public-meeting')), 'meeting')
})

test('an agency stands before the outlet that carries it', () => {
  const article = articleOf('2031-03-02-bridge-closes')
  assert.equal(describeOutlet({ ...article, agency: null }), article.outlet.name)
  assert.equal(describeOutlet({ ...article, agency: 'Coast Wire' }), `Coast Wire, via ${article.outlet.name}`)
  assert.equal(describeOutlet({ ...article, agency: article.outlet.name }), article.outlet.name)
})

test('where else a quote stands, and whether in the same words', () => {
  const [first, second] = quoteOf('mara-lodzinska/not-wait-for-ferries').wordings
  assert.ok(first && second)
  assert.equal(describeElsewhere(first), `also in ${second.article.outlet.name}, worded differently`)
  const [alone] = quoteOf('mara-lodzinska/nobody-asked').wordings
  assert.ok(alone)
  assert.equal(describeElsewhere(alone), null)
  assert.equal(outletsOf(first.quote).length, 2)
})

test('a quoted term loses its marks outside the copy, and nothing else does', () => {
  const article = articleOf('2031-03-02-bridge-closes')
  const [part] = eventOf('2031-03-01-bridge-closed').reports[0]?.parts ?? []
  assert.ok(part)
  const told = (verbatim: string, terms: string[]) => toNarrative({ ...part, verbatim }, { ...article, terms })
  assert.equal(told('a “no limits” partnership', ['no limits']), 'a no limits partnership')
  assert.equal(told('the "Old (Lady)," they say', ['Old (Lady)']), 'the Old (Lady), they say')
  assert.equal(told('he heard “signals”', ['no limits']), 'he heard “signals”')
})

test('the margin gathers a speaker’s words beside a block, and the events once', () => {
  const article = articleOf('2031-03-02-bridge-closes')
  const margin = toMargin(article)
  assert.deepEqual(
    margin.get(0)?.map((note) => note.is),
    ['event', 'event'],
  )
  const said = margin.get(1)?.[0]
  assert.ok(said?.is === 'said')
  assert.equal(said.wordings.length, 1, 'two parts of one wording are one note')
  const together = margin.get(2)?.[0]
  assert.ok(together?.is === 'said' && together.wordings.length === 2)
  assert.deepEqual(
    occasions(together.wordings).map(({ context, wordings }) => [context, wordings.length]),
    [['to reporters', 2]],
  )
})

test('excerpts are the sentences that carry a quote, each once, in the order of the text', () => {
  const excerpts = toExcerpts(articleOf('2031-03-03-no-ferries'))
  assert.deepEqual(
    excerpts.map(({ stretches }) => stretches.map(({ text, part }) => (part ? `[${text}]` : text)).join('')),
    [
      'Mayor Mara Lodzinska said [the town would “not wait” for ferries], and [added a joke about the last one].',
      'Mayor Lodzinska disagrees: [“Nobody asked me. Nobody asked the council, either,”] she said.',
      '[The bridge would reopen by May], she said.',
      'Works minister Jonas Björk [said that repair was what the report asked for].',
      '[“A bridge is not a promise,] … [“It is steel, and steel can be mended,”] he added.',
    ],
  )
  assert.deepEqual(
    excerpts[0]?.notes.map((note) => note.is === 'said' && [note.speaker.id, note.wordings.length]),
    [['mara-lodzinska', 2]],
  )
})

test('before and after', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const list = [a, b, c]
  assert.deepEqual(neighboursOf(list, b), { previous: a, next: c })
  assert.deepEqual(neighboursOf(list, c), { previous: b, next: null })
  assert.deepEqual(neighboursOf([a], a), { previous: null, next: null })
  assert.deepEqual(neighboursOf([a], b), { previous: null, next: null })
})

test('quotes by day, those of an unknown day apart and last', () => {
  const days = groupByDay(record.quotes)
  assert.equal(days.flatMap(({ quotes }) => quotes).length, record.quotes.length)
  const firstReported = days.findIndex(({ said }) => !said)
  assert.ok(firstReported > 0)
  assert.ok(days.slice(firstReported).every(({ said }) => !said))
})

test('what a quote is called carries no quotation marks and is cut at a word', () => {
  for (const quote of record.quotes) assert.doesNotMatch(shortName(quote), /[“”"„«»]/)
  assert.equal(shortName(quoteOf('mara-lodzinska/nobody-asked'), 10), 'Mara Łodzińska: Nobody …')
})

test('an office is that of the newest words, or of the day the record ends, never one that is over', () => {
  const end = record.extent?.last ?? null
  const over = { title: 'Clerk', from: null, to: toWhen('2020-01-01') }
  const now = { title: 'Engineer', from: toWhen('2020-01-02'), to: null }
  const silent = { ...speakerOf('engineers'), quotes: [], roles: [now, over] }
  assert.equal(lastRole(silent, end), 'Engineer')
  assert.equal(lastRole({ ...silent, roles: [over] }, end), null)
  assert.equal(lastRole(silent, null), null)
  const [quote] = speakerOf('engineers').quotes
  assert.ok(quote)
  assert.equal(lastRole({ ...silent, quotes: [{ ...quote, role: 'Inspector' }] }, end), 'Inspector')
})

test('speakers: those who say most first, the unnamed said to be so', () => {
  const [first] = record.speakers.toSorted(compareSpeakers)
  assert.equal(first?.id, 'mara-lodzinska')
  assert.equal(kindOfSpeaker({ ...speakerOf('engineers'), kind: 'unnamed' }), 'Not named by the outlet')
  assert.equal(newestOf({ ...speakerOf('engineers'), quotes: [] }), null)
  const speaker = speakerOf('mara-lodzinska')
  const shown = new Set(speaker.spellings.map(({ name }) => name))
  assert.ok(unusedAliases(speaker).every((alias) => !shown.has(alias)))
})
