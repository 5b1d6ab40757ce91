import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { toCalendar, toDays } from '../../src/feeds/icalendar.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import type { NewsEvent, NewsRecord } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, records, toRecord } from '../sample.ts'
import { holds, hostileText, runs, toExpected, toHostileRecord, withoutMarks } from './hostile.ts'

// RFC 7986, newer than the parser.
ICAL.design.icalendar.property['name'] = { defaultType: 'text' }

for (const { name, record, views } of records) {
  test(`the calendar of ${name}, read back, is its timeline`, () => {
    compare(toCalendar(views, 'timeline'), record, () => true)
    compare(
      toCalendar(views, 'expected'),
      record,
      ({ status, slippedTo }) => status === 'expected' || (status === 'slipped' && slippedTo !== null),
    )
  })
}

test('hostile text in every field stays in its property, and lines are folded at 75 octets', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const record = toHostileRecord(text)
      compare(toCalendar(toViews(record), 'timeline'), record, () => true)
    }),
    runs,
  )
})

test('spans are whole days, the end excluded; what is open at an end has none', () => {
  const days = (edtf: string) => {
    const given = toDays(edtf)
    return given && `${given.first}–${given.end}`
  }
  assert.equal(days('2025-08-21'), '20250821–20250822')
  assert.equal(days('2025-08-28/2025-08-31'), '20250828–20250901')
  assert.equal(days('2025-02'), '20250201–20250301')
  assert.equal(days('2024-02'), '20240201–20240301')
  assert.equal(days('2022'), '20220101–20230101')
  assert.equal(days('2022-21'), '20220301–20220601')
  assert.equal(days('2025-12-31'), '20251231–20260101')
  assert.equal(days('../2026-02'), null)
  assert.equal(days('2025-08/..'), null)
  assert.equal(days('../..'), null)
  // A calendar cannot say that a day is only about it.
  for (const about of ['2024-02~', '2024-02-03?', '2024%', '2024-02-03~/2024-02-05']) assert.equal(days(about), null)
})

test('an event without days is named in words and is no entry', () => {
  const written = toCalendar(toViews(toRecord(bridge)), 'expected')
  const calendar = new ICAL.Component(ICAL.parse(written))
  assert.deepEqual(calendar.getAllSubcomponents('vevent'), [])
  // Some programs refuse a calendar that has no component at all.
  assert.deepEqual(
    calendar.getAllSubcomponents().map(({ name }) => name),
    ['vtimezone'],
  )
  assert.equal(new ICAL.Timezone(calendar.getAllSubcomponents()[0] as ICAL.Component).tzid, 'UTC')
  assert.match(
    String(calendar.getFirstPropertyValue('description')),
    /Not in this calendar[^:]*: Expected: A ferry returns\./,
  )
})

test('what is not yet a fact says so, in words and as a status', () => {
  const record = readContent('tests/fixtures/small/content').record
  const { events } = read(toCalendar(toViews(record), 'timeline'))
  const statuses = new Map(record.events.map(({ url, status }) => [url, status]))
  const expected = {
    happened: 'CONFIRMED',
    held: 'CONFIRMED',
    expected: 'TENTATIVE',
    slipped: 'TENTATIVE',
    cancelled: 'CANCELLED',
  }
  assert.ok(events.length > 3)
  for (const { url, status, summary } of events) {
    const is = statuses.get(url) ?? 'happened'
    assert.equal(status, expected[is])
    assert.equal(/^(Expected|Slipped|Cancelled): /.test(summary), is !== 'happened' && is !== 'held', summary)
  }
})

test('what has slipped stands at its new window, and tells the old one', () => {
  const { record } = readContent('tests/fixtures/small/content')
  for (const name of ['timeline', 'expected'] as const) {
    const slipped = read(toCalendar(toViews(record), name)).events.find(({ url }) => url === '/events/public-meeting/')
    assert.ok(slipped, name)
    assert.deepEqual([slipped.first, slipped.end], ['2031-03-21', '2031-04-01'])
    assert.match(slipped.summary, /^Slipped: .+ \(21–31 Mar 2031\)$/)
    assert.match(slipped.description, /When: 21–31 March 2031, .*to which it has slipped\. Before: \d/)
  }
})

test('what has slipped to no days that a calendar can say stays visible at the old ones', () => {
  const { record } = readContent('tests/fixtures/small/content')
  const events = record.events.map((event) =>
    event.id === 'public-meeting' ? { ...event, slippedTo: toWhen('2031-05/..') } : event,
  )
  const [slipped] = read(toCalendar(toViews({ ...record, events }), 'timeline')).events.filter(({ summary }) =>
    summary.startsWith('Slipped'),
  )
  assert.equal(
    slipped?.first,
    new Date(record.events.find(({ id }) => id === 'public-meeting')?.date?.earliest ?? 0).toISOString().slice(0, 10),
  )
  assert.match(slipped?.description ?? '', /What came of it: Slipped to .*May 2031/)
})

test('reported speech is no quotation in a description', () => {
  const [closure] = read(toCalendar(toViews(toRecord(bridge)), 'timeline')).events
  assert.match(closure?.description ?? '', /The Ledger reports what Harbour officials said: thirty boats were tied up/)
  assert.match(closure?.description ?? '', /Coast Wire, in its own words: the span was shut at noon/)
  assert.doesNotMatch(closure?.description ?? '', /[“”]/)
})

test('a calendar says nothing of the day on which it was built', () => {
  const stamps = [...toCalendar(toViews(toRecord(bridge)), 'timeline').matchAll(/^DTSTAMP:(.*)\r$/gm)].map(
    ([, stamp]) => stamp,
  )
  assert.deepEqual(stamps, ['20310401T000000Z'])
})

interface ReadEvent {
  uid: string
  first: string
  end: string
  summary: string
  description: string
  location: string
  url: string
  status: string
  categories: string[]
}

function read(written: string): { name: string; events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(written))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const text = (property: string) => String(component.getFirstPropertyValue(property) ?? '')
    assert.equal((component.getFirstPropertyValue('dtstart') as ICAL.Time).isDate, true)
    return {
      uid: text('uid'),
      first: text('dtstart'),
      end: text('dtend'),
      summary: text('summary'),
      description: text('description'),
      location: text('location'),
      url: text('url'),
      status: text('status'),
      categories: (component.getFirstProperty('categories')?.getValues() ?? []).map(String),
    }
  })
  return { name: String(calendar.getFirstPropertyValue('name')), events }
}

/** Holds what a parser reads against the record, and the lines against the format. */
function compare(written: string, record: NewsRecord, has: (event: NewsEvent) => boolean): void {
  for (const line of written.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.doesNotMatch(line, /(?!\t)[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u)
  }
  const { name, events } = read(written)
  assert.ok(name.startsWith(toExpected(record.story.name)), name)
  const bounded = record.events.flatMap((event) => {
    const { status, slippedTo } = event
    const date = status === 'slipped' && slippedTo ? slippedTo : event.date
    const isBounded = date && !/[~?%]/.test(date.edtf) && Number.isFinite(date.earliest) && Number.isFinite(date.latest)
    return has(event) && isBounded ? [{ ...event, date }] : []
  })
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  assert.deepEqual(
    events.map(({ uid, first, end, location, url }) => ({ uid, first, end, location, url })),
    bounded.map(({ id, date, place, url }) => ({
      uid: `events/${id}@on-record.invalid`,
      first: day(date?.earliest ?? 0),
      end: day((date?.latest ?? 0) + 1),
      location: toExpected(place ?? ''),
      url,
    })),
  )
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length)
  for (const [index, { summary, description, categories }] of events.entries()) {
    const event = bounded[index]
    assert.ok(event)
    holds(summary, event.title)
    holds(description, event.dateBasis)
    holds(description, event.status)
    for (const { text, wording } of event.reports) if (!wording) holds(withoutMarks(description), withoutMarks(text))
    assert.deepEqual(categories, [
      event.kind,
      event.status,
      ...event.topics.map(({ name: topic }) => toExpected(topic)),
    ])
  }
}
