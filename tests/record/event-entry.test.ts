import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markOf, toEventEntry } from '../../src/record/event-entry.ts'
import { toWhen } from '../../src/record/when.ts'
import { eventOf, record } from './small-record.ts'

test('status, kind and place stand together; how firmly, only while it is expected', () => {
  assert.match(toEventEntry(eventOf('2031-03-01-bridge-closed')).label, /^happened · decision/)
  const reopening = eventOf('reopening')
  assert.ok(toEventEntry(reopening).label.includes(`· ${reopening.standing}`))
  assert.ok(!toEventEntry({ ...reopening, status: 'held' }).label.includes(`${reopening.standing}`))
})

test('each report stands once, outlet by outlet', () => {
  for (const event of record.events) {
    const { reports } = toEventEntry(event)
    assert.deepEqual(new Set(reports.flat()), new Set(event.reports))
    for (const own of reports) assert.equal(new Set(own.map(({ article }) => article.outlet)).size, 1)
    assert.equal(new Set(reports.map(([first]) => first?.article.outlet)).size, reports.length)
  }
})

test('of many reports each outlet has its first before another has its second, and the rest is counted', () => {
  const event = eventOf('2031-03-01-bridge-closed')
  const [report] = event.reports
  assert.ok(report)
  const by = (outlet: string, number: number) => {
    const article = { ...report.article, outlet: { ...report.article.outlet, id: outlet } }
    return Array.from({ length: number }, (_, index) => ({ ...report, article, url: `${outlet}${index}` }))
  }
  const reports = [...by('a', 20), ...by('b', 1), ...by('c', 4)]
  const shown = toEventEntry({ ...event, reports })
  assert.deepEqual(
    shown.reports.map((own) => own.map(({ url }) => url)),
    [['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'], ['b0'], ['c0', 'c1', 'c2', 'c3']],
  )
  assert.equal(shown.moreReports, 13)
  assert.equal(toEventEntry(event).moreReports, 0)
})

test('few quotes are shown, and the rest is counted', () => {
  for (const event of record.events) {
    const { quotes, more } = toEventEntry(event)
    assert.equal(quotes.length + more, event.quotes.length)
    assert.ok(quotes.length <= 3)
  }
})

test('the announcement is given unless a report has it, and said of nobody when there is none', () => {
  for (const event of record.events) {
    const { announcement, isNobodys } = toEventEntry(event)
    const isReported = event.reports.some(({ wording }) => wording && wording.quote === event.announcedBy)
    assert.equal(announcement !== null, event.announcedBy !== null && !isReported)
    assert.equal(isNobodys, event.status === 'expected' && event.announcedBy === null)
  }
})

test('the mark of a date', () => {
  const mark = (edtf: string, status: 'happened' | 'expected' = 'happened') =>
    markOf({ ...eventOf('reopening'), status, date: toWhen(edtf) })
  assert.equal(mark('2031-03-04'), 'day happened')
  assert.equal(mark('2031-03', 'expected'), 'span expected')
  assert.equal(mark('2031-03/..'), 'open onward happened')
  assert.equal(mark('../2031-03'), 'open happened')
})
