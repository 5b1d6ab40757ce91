import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choosers, toChoices } from '../../src/record/choices.ts'
import { toTimelineViews, toWholeChoices, vaguerThan } from '../../src/record/timeline-views.ts'
import { urls } from '../../src/urls.ts'
import { record } from './small-record.ts'

const views = toTimelineViews(record)
const viewOf = (url: string) => {
  const view = views.find((one) => one.url === url)
  assert.ok(view, url)
  return view
}

test('each address and each title is given once', () => {
  for (const name of ['url', 'title'] as const)
    assert.equal(new Set(views.map((view) => view[name])).size, views.length)
})

test('a part shows the events of its choice, each once', () => {
  for (const choice of choosers.flatMap((by) => toChoices(record)[by])) {
    const events = views
      .filter(({ list }) => list === choice.url)
      .flatMap(({ page }) => page.items.flatMap((period) => period.events))
    assert.deepEqual(events.map(({ id }) => id).toSorted(), choice.events.map(({ id }) => id).toSorted())
  }
})

test('the timeline is there either way round', () => {
  assert.equal(viewOf(urls.timeline()).page.items[0]?.id, 'ahead')
  assert.equal(viewOf(urls.timelineOldest()).page.items[0]?.id, '1987')
  assert.match(viewOf(urls.timelineOldest()).summary, /oldest first/)
})

test('a month says how many of its year leave more open', () => {
  const view = viewOf(urls.timelineOf('period', '2031-03'))
  assert.equal(vaguerThan(view), null)
  const vague = {
    ...record,
    events: record.events.map((event) =>
      event.id === 'first-buses'
        ? {
            ...event,
            date: { ...event.date, edtf: '2031', earliest: Date.UTC(2031, 0), latest: Date.UTC(2032, 0) - 1 },
          }
        : event,
    ),
  }
  const [month] = toTimelineViews(vague).filter(({ url }) => url === urls.timelineOf('period', '2031-03'))
  assert.ok(month)
  assert.deepEqual([vaguerThan(month)?.year.id, vaguerThan(month)?.number], ['2031', 1])
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
      ['period', 'November 2030', '/timeline/2030-11/'],
      ['speaker', 'nobody-known', '/timeline/speakers/nobody-known/'],
      ['status', 'cancelled', '/timeline/statuses/cancelled/'],
    ],
  )
  const [view] = toTimelineViews(record, kept).filter(({ url }) => url === '/timeline/2030-11/')
  assert.match(view?.summary ?? '', /^No event that lies, or can lie, in November 2030\./)
})
