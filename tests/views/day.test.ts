import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateRecord } from '../../bench/generate.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { daysIn, toWhen } from '../../src/record/when.ts'
import { type DayView, toDayLines, toDayViews } from '../../src/views/day.ts'
import { pageSize } from '../../src/views/pages.ts'
import { toQuoteView } from '../../src/views/quote.ts'
import { toTimelinePageViews } from '../../src/views/timeline-page.ts'
import { pageDayOf } from '../../src/words/dates.ts'
import { describeDay } from '../../src/words/days.ts'
import { record } from '../record/small-record.ts'

const daysOf = (edtf: string) => {
  const when = toWhen(edtf)
  assert.ok(when, edtf)
  return daysIn(when)
}

test('a date has the days that it can mean, and none when it leaves too many open', () => {
  assert.deepEqual(daysOf('2031-03-01'), ['2031-03-01'])
  assert.deepEqual(daysOf('2031-02-27/2031-03-01'), ['2031-02-27', '2031-02-28', '2031-03-01'])
  assert.deepEqual(daysOf('2031-03-01~'), ['2031-03-01'])
  assert.deepEqual(daysOf('[2031-03-01,2031-03-04]'), ['2031-03-01', '2031-03-04'])
  assert.deepEqual(daysOf('[2031-03-01..2031-03-03]'), ['2031-03-01', '2031-03-02', '2031-03-03'])
  assert.equal(daysOf('2031-03-01/2031-03-10').length, 10)
  for (const open of ['2031-03-01/2031-03-11', '2031-03', '../2031-03-01', '2031-03-01/..', '2031'])
    assert.deepEqual(daysOf(open), [], open)
})

test('a day has what happened, was said and was published then, and says what is not certain', () => {
  const views = toDayViews(record)
  const lines = toDayLines(record)
  const all = (of: (view: DayView) => { as: string }[]) =>
    new Set(views.flatMap((view) => of(view).map(({ as }) => as)))
  assert.deepEqual([...new Set(views.map(({ line }) => line.day))], lines.map(({ day }) => day).toSorted())
  assert.ok(all((view) => view.events).has('on'))
  assert.ok(all((view) => view.events).has('perhaps'))
  assert.ok(all((view) => view.quotes).has('on'))
  for (const event of record.events.filter(({ date }) => date))
    for (const day of daysOf(event.date?.edtf ?? '')) {
      const own = views.filter(({ line }) => line.day === day).flatMap(({ events }) => events)
      assert.ok(
        own.some((group) => group.lines.some(({ id }) => id === event.id)),
        `${event.id} on ${day}`,
      )
    }
  for (const [index, view] of views.entries())
    assert.equal(view.next, views[index + 1]?.line.day ?? null, 'days follow each other')
})

test('whatever day of the record is printed has a page', () => {
  const days = new Set(toDayLines(record).map(({ day }) => day))
  const printed = [
    ...record.events.flatMap(({ date }) => date?.edtf ?? []),
    ...record.articles.map(({ published }) => published.edtf),
    ...record.quotes
      .map(toQuoteView)
      .flatMap(({ said, reported, wordings }) => [
        ...(said ? [said] : [reported]),
        ...wordings.flatMap((wording) => [wording.published, ...(wording.said ? [wording.said] : [])]),
      ]),
  ]
  for (const edtf of printed) {
    const day = pageDayOf(edtf)
    assert.ok(day === null || days.has(day), edtf)
  }
})

test('a day that was published keeps its page, and says that nothing is on record', () => {
  const { record: example } = parseTexts(exampleRecord)
  const [kept] = toDayViews(example, ['/days/2029-01-01/', '/quotes/']).slice(-1)
  assert.equal(kept?.line.day, '2029-01-01')
  assert.equal(describeDay(kept.line), 'Nothing is on record for this day.')
  assert.equal(toDayViews(example, ['/days/2029-01-01/']).length, toDayViews(example).length + 1)
})

test('a full day goes on, on pages of their own, and no timeline has more days than it has room for', () => {
  const { record: large } = parseTexts(generateRecord(200))
  for (const { articles, events, quotes } of toDayViews(large)) {
    const lines = [
      articles,
      events.flatMap((group) => group.lines),
      quotes.flatMap(({ occasions }) => occasions.flatMap((occasion) => occasion.quotes)),
    ]
    assert.ok(lines.every(({ length }) => length <= pageSize.reports))
  }
  const strips = toTimelinePageViews(large).map(({ days }) => days.flatMap((month) => month.days).length)
  assert.ok(strips.every((length) => length <= 40) && strips.some((length) => length > 0))
})
