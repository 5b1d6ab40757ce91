import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewsEvent, NewsRecord } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { outcomeReportOf, toAheadViews, toExpectationView } from '../../src/views/ahead.ts'
import { toEventView, toReportView } from '../../src/views/event.ts'
import { pageSize } from '../../src/views/pages.ts'
import { eventOf, record } from '../record/small-record.ts'

const reopening = eventOf('reopening')
const toAhead = (of: NewsRecord) => {
  const [page, ...others] = toAheadViews(of)
  assert.ok(page)
  assert.deepEqual(others, [])
  return page
}

test('what has no outcome stands apart from what was held, slipped or cancelled', () => {
  const { open, settled } = toAhead(record)
  const idsOf = (list: typeof open) => list.map(({ id }) => id)
  assert.deepEqual(idsOf(open), ['reopening', 'ferry-service'])
  assert.deepEqual(idsOf(settled), ['public-meeting'])
})

test('what happened is there when somebody announced it', () => {
  const closed = eventOf('2031-03-01-bridge-closed')
  const announced = { ...closed, announcedBy: reopening.announcedBy }
  assert.equal(toAhead({ ...record, events: [closed] }).settled.length, 0)
  assert.equal(toAhead({ ...record, events: [announced] }).settled[0]?.id, closed.id)
})

test('of many reports as many are given as an entry shows, and the rest is counted', () => {
  const [report] = record.events.flatMap(({ reports }) => reports)
  assert.ok(report)
  const reports = Array.from({ length: 30 }, () => ({ ...report, wording: null }))
  const view = toExpectationView({ ...reopening, reports })
  assert.equal(view.reports.length, 12)
  assert.equal(view.moreReports, 18)
})

test('the announcement is not among the reports of what came of it', () => {
  const wording = reopening.announcedBy?.wordings[0]
  assert.ok(wording)
  const { article, parts, text, url, sourceUrl } = wording
  const announcing = { event: reopening, article, parts, text, url, sourceUrl, wording }
  const other = { ...announcing, wording: null }
  const view = toExpectationView({ ...reopening, reports: [announcing, other] })
  assert.deepEqual(view.reports, [toReportView(other)])
  assert.equal(view.announcement?.id, reopening.announcedBy?.id)
})

test('the report that says what came of it is named, and stands apart from the others', () => {
  const meeting = eventOf('public-meeting')
  const { outcomeReport, reports } = toExpectationView(meeting)
  assert.equal(outcomeReport?.article, '2031-03-10-meeting-put-off')
  assert.deepEqual(outcomeReport, outcomeReportOf(toEventView(meeting)))
  assert.ok(!reports.some(({ url }) => url === outcomeReport?.url))
  assert.equal(toExpectationView(reopening).outcomeReport, null)
})

test('due are the days of a sharp window without an outcome, the new ones of what slipped', () => {
  const due = (event: Partial<NewsEvent>) => toExpectationView({ ...reopening, ...event }).due
  assert.deepEqual(due({}), { first: null, last: '2031-05-31' })
  assert.deepEqual(due({ date: toWhen('2031-03-08/2031-04-02') }), { first: '2031-03-08', last: '2031-04-02' })
  assert.deepEqual(due(eventOf('public-meeting')), { first: '2031-03-21', last: '2031-03-31' })
  for (const edtf of ['2031-03~', '2031-03?', '2031-03/..', '../..']) assert.equal(due({ date: toWhen(edtf) }), null)
  assert.equal(due({ date: null }), null)
  for (const status of ['happened', 'held', 'cancelled'] as const) assert.equal(due({ status }), null)
})

test('what was announced comes in pages, what has no outcome first', () => {
  const many = (event: NewsEvent, length: number) => Array.from({ length }, () => event)
  const events = [...many(eventOf('public-meeting'), 3), ...many(reopening, pageSize.events + 2)]
  assert.deepEqual(
    toAheadViews({ ...record, events }).map(({ open, settled, page: { number, last }, total }) => [
      open.length,
      settled.length,
      number,
      last,
      total,
    ]),
    [
      [pageSize.events, 0, 1, 2, pageSize.events + 5],
      [2, 3, 2, 2, pageSize.events + 5],
    ],
  )
  assert.equal(toAhead({ ...record, events: [] }).total, 0)
})
