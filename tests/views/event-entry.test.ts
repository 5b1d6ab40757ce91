import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toReportView } from '../../src/views/event.ts'
import { toEventEntryView } from '../../src/views/event-entry.ts'
import { eventOf, record } from '../record/small-record.ts'

test('each report stands once, outlet by outlet', () => {
  for (const event of record.events) {
    const { reports } = toEventEntryView(event)
    const inOrder = (list: { url: string }[]) => list.toSorted((a, b) => a.url.localeCompare(b.url))
    assert.deepEqual(inOrder(reports.flat()), inOrder(event.reports.map(toReportView)))
    for (const own of reports) assert.equal(new Set(own.map(({ outlet }) => outlet)).size, 1)
    assert.equal(new Set(reports.map(([first]) => first?.outlet)).size, reports.length)
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
  const shown = toEventEntryView({ ...event, reports })
  assert.deepEqual(
    shown.reports.map((own) => own.map(({ url }) => url)),
    [['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'], ['b0'], ['c0', 'c1', 'c2', 'c3']],
  )
  assert.equal(shown.moreReports, 13)
  assert.equal(toEventEntryView(event).moreReports, 0)
})

test('few quotes are shown, and the rest is counted', () => {
  for (const quotes of [...record.events.map((event) => event.quotes), record.quotes]) {
    const entry = toEventEntryView({ ...eventOf('reopening'), quotes })
    assert.equal(entry.quotes.length, Math.min(3, quotes.length))
    assert.equal(entry.quotes.length + entry.moreQuotes, quotes.length)
  }
})

test('the announcement is given, and whether a report has its words already', () => {
  const entries = record.events.map((event) => ({ event, entry: toEventEntryView(event) }))
  for (const { event, entry } of entries) {
    assert.equal(entry.announcement?.id, event.announcedBy?.id)
    assert.equal(
      entry.isReported,
      event.reports.some(({ wording }) => wording !== null && wording.quote === event.announcedBy),
    )
  }
  const event = eventOf('reopening')
  const [wording] = event.announcedBy?.wordings ?? []
  assert.ok(wording)
  const reports = [{ ...wording, event, wording }]
  assert.equal(toEventEntryView({ ...event, reports }).isReported, true)
  assert.equal(toEventEntryView({ ...event, reports, announcedBy: null }).isReported, false)
})

test('the words that nobody said are in no quoted piece', () => {
  const wordings = record.events
    .map(toEventEntryView)
    .flatMap(({ announcement, quotes, reports }) => [
      ...(announcement ? [announcement.wording] : []),
      ...quotes.map(({ words }) => words),
      ...reports.flat().flatMap(({ spoken }) => spoken?.wording ?? []),
    ])
  const indirect = wordings.filter(({ kind }) => kind === 'indirect')
  assert.ok(indirect.length > 0)
  for (const { pieces } of indirect) assert.ok(pieces.flat().every(({ quoted }) => !quoted))
})
