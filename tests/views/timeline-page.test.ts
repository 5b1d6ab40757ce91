import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { urls } from '../../src/urls.ts'
import { choosers, toChoices } from '../../src/views/choices.ts'
import { toTimelinePageViews, toTimelinePartsView, toWholeChoices } from '../../src/views/timeline-page.ts'
import { describeTimeline, timelineTitle } from '../../src/words/timeline.ts'
import { record } from '../record/small-record.ts'

const views = toTimelinePageViews(record)
const pagesOf = (list: string, of = views) => of.filter(({ page }) => page.list === list)
const firstOf = (list: string, of = views) => {
  const [first] = pagesOf(list, of)
  assert.ok(first, list)
  return first
}

test('each address and each title is given once', () => {
  const addresses = views.map(({ page }) => urls.listPage(page.list, page.number))
  for (const list of [addresses, views.map(timelineTitle)]) assert.equal(new Set(list).size, views.length)
})

test('a part shows the events of its choice, each once', () => {
  for (const choice of choosers.flatMap((by) => toChoices(record)[by])) {
    const pages = pagesOf(choice.url)
    const events = pages.flatMap(({ periods }) => periods.flatMap((period) => period.events))
    assert.deepEqual(events.map(({ id }) => id).toSorted(), choice.events.map(({ id }) => id).toSorted())
    assert.ok(pages.every(({ total }) => total === choice.events.length))
  }
})

test('the timeline is there either way round', () => {
  assert.equal(firstOf(urls.timeline()).periods[0]?.id, 'ahead')
  const oldest = firstOf(urls.timelineOldest())
  assert.equal(oldest.periods[0]?.id, '1987')
  assert.match(describeTimeline(oldest), /oldest first/)
})

test('a month says how many of its year leave more open', () => {
  const month = urls.timelineOf('period', '2031-03')
  assert.equal(firstOf(month).vaguer, null)
  const events = record.events.map((event) => (event.id === 'first-buses' ? { ...event, date: toWhen('2031') } : event))
  const { vaguer } = firstOf(month, toTimelinePageViews({ ...record, events }))
  assert.deepEqual([vaguer?.choice.id, vaguer?.number], ['2031', 1])
})

test('what is expected and does not stand on the timeline is counted', () => {
  const [expected] = record.events.filter(({ status }) => status === 'expected')
  assert.ok(expected)
  const ahead = (length: number) => {
    const events = Array.from({ length }, (_, index) => ({ ...expected, id: `expected-${index}` }))
    const { moreAhead, periods } = firstOf(urls.timeline(), toTimelinePageViews({ ...record, events }))
    return [periods.flatMap((period) => period.events).length, moreAhead]
  }
  assert.deepEqual(
    [ahead(10), ahead(11)],
    [
      [10, 0],
      [10, 11],
    ],
  )
})

test('a page that was published stays when its choice has no event any more', () => {
  const kept = [
    '/timeline/2030-11/',
    '/timeline/statuses/cancelled/',
    '/timeline/speakers/nobody-known/',
    '/timeline/page/2/',
    '/timeline/2031/',
  ]
  const choices = toWholeChoices(record, kept)
  const added = choosers.flatMap((by) => choices[by].filter(({ events }) => events.length === 0))
  assert.deepEqual(
    added.map(({ by, name, url }) => [by, name, url]),
    [
      ['period', '2030-11', '/timeline/2030-11/'],
      ['speaker', 'nobody-known', '/timeline/speakers/nobody-known/'],
      ['status', 'cancelled', '/timeline/statuses/cancelled/'],
    ],
  )
  const view = firstOf('/timeline/2030-11/', toTimelinePageViews(record, kept))
  assert.equal(describeTimeline(view), 'No event that lies, or can lie, in November 2030.')
})

test('an empty timeline has one page and no parts', () => {
  const empty = { ...record, events: [] }
  assert.deepEqual(
    toTimelinePageViews(empty).map(({ page }) => page.list),
    [urls.timeline()],
  )
  assert.equal(toTimelinePartsView(empty), null)
})
