import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { urls } from '../../src/urls.ts'
import { choosers, outletsOf, speakersOf, toChoices } from '../../src/views/choices.ts'
import { eventOf, record } from '../record/small-record.ts'

const choices = toChoices(record)
const list = (by: (typeof choosers)[number]) => choices[by].map(({ id, events }) => `${id} ${events.length}`)

test('a period stands before those within it, the newest first', () => {
  assert.deepEqual(list('period'), ['2031 5', '2031-05 1', '2031-03 4', '2031-02 1', '2029 1', '1987 1', 'undated 2'])
})

test('kinds and statuses in the order of the manual, each with its events', () => {
  assert.deepEqual(
    choices.status.map(({ id }) => id),
    ['happened', 'expected', 'slipped'].filter((id) => record.events.some(({ status }) => status === id)),
  )
  for (const { id, events } of choices.kind)
    assert.deepEqual(
      events,
      record.events.filter(({ kind }) => kind === id),
    )
})

test('every choice has events, those with most come first, and each event can be chosen by kind, status and period', () => {
  for (const by of choosers) assert.ok(choices[by].every(({ events }) => events.length > 0))
  for (const by of ['speaker', 'topic', 'outlet'] as const) {
    const sizes = choices[by].map(({ events }) => events.length)
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    )
  }
  for (const by of ['kind', 'status', 'period'] as const)
    assert.equal(new Set(choices[by].flatMap(({ events }) => events)).size, record.events.length)
})

test('a speaker has to do with an event by taking part, by words and by figures', () => {
  const event = record.events.find(({ announcedBy }) => announcedBy !== null)
  assert.ok(event?.announcedBy)
  assert.ok(speakersOf(event).has(event.announcedBy.speaker))
  assert.ok(outletsOf(event).has(event.announcedBy.wordings[0]?.article.outlet as never))
  for (const one of record.events) {
    const speakers = speakersOf(one)
    assert.ok(one.speakers.every((speaker) => speakers.has(speaker)))
    assert.ok(one.quotes.every(({ speaker }) => speakers.has(speaker)))
    assert.ok(one.reports.every(({ wording }) => !wording || speakers.has(wording.quote.speaker)))
    assert.ok(one.figures.every(({ saidBy }) => !saidBy || speakers.has(saidBy)))
    assert.ok(one.reports.every(({ article }) => outletsOf(one).has(article.outlet)))
  }
})

test('a span of years stands in those that hold a start or an end, and a century makes no hundred pages', () => {
  const dated = (edtf: string) => ({ ...eventOf('cracks-found'), date: toWhen(edtf) })
  const periodsOf = (...dates: string[]) =>
    toChoices({ ...record, events: dates.map(dated) }).period.map(({ id, events }) => `${id} ${events.length}`)
  assert.deepEqual(periodsOf('1900/1999', '1950-05-01', '1899'), ['1999 1', '1950 2', '1950-05 1', '1900 1', '1899 1'])
  assert.deepEqual(periodsOf('2030-12-30/2031-01-02'), ['2031 1', '2031-01 1', '2030 1', '2030-12 1'])
  assert.deepEqual(periodsOf('../..'), ['undated 1'])
})

test('each has an address of its own', () => {
  assert.equal(choices.period[1]?.url, `${urls.timeline()}2031-05/`)
  assert.equal(choices.status[0]?.url, `${urls.timeline()}statuses/happened/`)
  const all = choosers.flatMap((by) => choices[by].map(({ url }) => url))
  assert.equal(new Set(all).size, all.length)
})
