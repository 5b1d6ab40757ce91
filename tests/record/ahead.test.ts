import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeOutcome, dueDays, toAhead, toAheadPages } from '../../src/record/ahead.ts'
import { pageSize } from '../../src/record/pages.ts'
import type { NewsEvent } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { eventOf, record } from './small-record.ts'

const reopening = eventOf('reopening')
const outcomeOf = (event: Partial<NewsEvent>) => describeOutcome({ ...reopening, ...event }, record)
const windowOf = (edtf: string) => outcomeOf({ date: toWhen(edtf) })

test('what has no outcome stands apart from what was held, slipped or cancelled', () => {
  const { open, settled } = toAhead(record)
  const idsOf = (list: typeof open) => list.map(({ event }) => event.id)
  assert.deepEqual(idsOf(open), ['reopening', 'ferry-service'])
  assert.deepEqual(idsOf(settled), ['public-meeting'])
})

test('what happened is there when somebody announced it', () => {
  const closed = eventOf('2031-03-01-bridge-closed')
  const announced = { ...closed, announcedBy: reopening.announcedBy }
  assert.equal(toAhead({ ...record, events: [closed] }).settled.length, 0)
  assert.equal(toAhead({ ...record, events: [announced] }).settled[0]?.outcome, 'Happened.')
})

test('of many reports as many are given as an entry shows, and the rest is counted', () => {
  const reopening = eventOf('reopening')
  const [report] = record.events.flatMap(({ reports }) => reports)
  assert.ok(report)
  const reports = Array.from({ length: 30 }, () => ({ ...report, wording: null }))
  const [open] = toAhead({ ...record, events: [{ ...reopening, reports }] }).open
  assert.equal(open?.reports.length, 12)
  assert.equal(open.moreReports, 18)
})

test('the announcement is not among the reports of what came of it', () => {
  const wording = reopening.announcedBy?.wordings[0]
  assert.ok(wording)
  const { article, parts, text, url, sourceUrl } = wording
  const announcing = { event: reopening, article, parts, text, url, sourceUrl, wording }
  const other = { ...announcing, wording: null }
  const event = { ...reopening, reports: [announcing, other] }
  assert.deepEqual(toAhead({ ...record, events: [event] }).open[0]?.reports, [other])
})

test('a window that ends after the record says so', () => {
  assert.equal(windowOf('../2031-05'), 'Window ends 31 May 2031; no article here is later than 10 March.')
  assert.equal(
    windowOf('2031-12/2032-02'),
    'Window ends 29 February 2032; no article here is later than 10 March 2031.',
  )
})

test('a window that has ended since has ended, by what came into the record and by no clock', () => {
  const since = (asOf: string | null) =>
    describeOutcome({ ...reopening, date: toWhen('2031-03-08/2031-03-11') }, { extent: record.extent, asOf })
  assert.equal(record.asOf, '2031-03-12')
  assert.equal(since('2031-03-12'), 'Window ended 11 March 2031; no article here is later than 10 March.')
  assert.equal(since('2031-03-11'), 'Window ends 11 March 2031; no article here is later than 10 March.')
  assert.equal(since(null), since('2031-03-11'))
})

test('a window that ends within the record ended without a word on it', () => {
  const ended = 'Window ended 10 March 2031; no article here says what came of it, and none is later than 10 March.'
  assert.equal(windowOf('2031-03-08/2031-03-10'), ended)
})

test('a window without an end, or without a sharp one, never ends', () => {
  const last = 'no article here is later than 10 March 2031.'
  assert.equal(outcomeOf({ date: null }), `No window was given; ${last}`)
  assert.equal(windowOf('2031-02/..'), `No end of the window was given; ${last}`)
  assert.equal(windowOf('2031-02~'), `The window, about February 2031, has no sharp end; ${last}`)
})

test('an outcome is named with its words; a new window is judged as the first one', () => {
  assert.equal(outcomeOf({ status: 'held' }), 'Held.')
  assert.equal(
    outcomeOf({ status: 'cancelled', outcome: 'called off by the town.' }),
    'Cancelled: called off by the town.',
  )
  assert.equal(
    describeOutcome(eventOf('public-meeting'), record),
    'Slipped to 21–31 March 2031: put off to the end of the month. Window ends 31 March 2031; no article here is later than 10 March.',
  )
})

test('an empty record says that it is empty', () => {
  assert.equal(describeOutcome(reopening, { extent: null, asOf: null }), 'No article is on record.')
})

test('the report that says what came of it is named, and stands apart from the others', () => {
  const meeting = eventOf('public-meeting')
  assert.equal(meeting.outcomeReport?.article.id, '2031-03-10-meeting-put-off')
  assert.ok(meeting.reports.includes(meeting.outcomeReport))
  const [settled] = toAhead(record).settled
  assert.equal(settled?.event, meeting)
  assert.ok(!settled.reports.includes(meeting.outcomeReport))
  assert.equal(reopening.outcomeReport, null)
})

test('due are the days of a sharp window without an outcome, the new ones of what slipped', () => {
  const due = (event: Partial<NewsEvent>) => dueDays({ ...reopening, ...event })
  assert.deepEqual(due({}), { from: null, to: '2031-05-31' })
  assert.deepEqual(due({ date: toWhen('2031-03-08/2031-04-02') }), { from: '2031-03-08', to: '2031-04-02' })
  assert.deepEqual(dueDays(eventOf('public-meeting')), { from: '2031-03-21', to: '2031-03-31' })
  for (const edtf of ['2031-03~', '2031-03?', '2031-03/..', '../..']) assert.equal(due({ date: toWhen(edtf) }), null)
  assert.equal(due({ date: null }), null)
  for (const status of ['happened', 'held', 'cancelled'] as const) assert.equal(due({ status }), null)
})

test('what was announced comes in pages, what has no outcome first', () => {
  const [expectation] = toAhead(record).open
  assert.ok(expectation)
  const many = (length: number) => Array.from({ length }, () => ({ ...expectation }))
  const pages = toAheadPages({ open: many(pageSize.events + 2), settled: many(3) })
  assert.deepEqual(
    pages.map(({ open, settled, number, last, total }) => [open.length, settled.length, number, last, total]),
    [
      [pageSize.events, 0, 1, 2, pageSize.events + 5],
      [2, 3, 2, 2, pageSize.events + 5],
    ],
  )
  assert.equal(toAheadPages({ open: [], settled: [] }).length, 1)
})
