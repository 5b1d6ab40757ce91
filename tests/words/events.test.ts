import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import type { EventStatus } from '../../src/schema/index.ts'
import { type OutcomeView, toExpectationView } from '../../src/views/ahead.ts'
import { shapeOf } from '../../src/views/event.ts'
import { toEventEntryView } from '../../src/views/event-entry.ts'
import { toReach } from '../../src/views/site.ts'
import { announcerWords, describeOutcome, markOf, toEntryLabel, windowWords } from '../../src/words/events.ts'
import { eventOf, record } from '../record/small-record.ts'

const reopening = toExpectationView(eventOf('reopening'))
const reach = toReach(record)
const outcomeOf = (view: Partial<OutcomeView>) => describeOutcome({ ...reopening, ...view }, reach)
const windowOf = (date: string) => outcomeOf({ date })

test('a window that ends after the record says so', () => {
  assert.equal(windowOf('../2031-05'), 'Last date: 31 May 2031. Our last article is of 10 March.')
  assert.equal(windowOf('2031-12/2032-02'), 'Last date: 29 February 2032. Our last article is of 10 March 2031.')
})

test('a window that has ended since has ended, by what came into the record and by no clock', () => {
  const since = (asOf: string | null) =>
    describeOutcome({ ...reopening, date: '2031-03-08/2031-03-11' }, { ...reach, asOf })
  assert.equal(reach.asOf, '2031-03-12')
  assert.equal(
    since('2031-03-12'),
    'Date passed: 11 March 2031. Our last article is of 10 March, so we cannot say whether it came.',
  )
  assert.equal(since('2031-03-11'), 'Last date: 11 March 2031. Our last article is of 10 March.')
  assert.equal(since(null), since('2031-03-11'))
})

test('a window that ends within the record ended without a word on it', () => {
  const ended = 'Date passed: 10 March 2031. Our articles, the last of 10 March, do not say whether it came.'
  assert.equal(windowOf('2031-03-08/2031-03-10'), ended)
})

test('a window without an end, or without a sharp one, never ends', () => {
  const last = 'Our last article is of 10 March 2031, so we cannot say whether it came.'
  assert.equal(outcomeOf({ date: null }), `No date was given. ${last}`)
  assert.equal(windowOf('2031-02/..'), `No last date was given. ${last}`)
  assert.equal(windowOf('2031-02~'), `The date, about February 2031, is not exact. ${last}`)
})

test('an outcome is named with its words; a new window is judged as the first one', () => {
  assert.equal(outcomeOf({ status: 'happened' }), 'Happened.')
  assert.equal(outcomeOf({ status: 'held' }), 'Held.')
  assert.equal(
    outcomeOf({ status: 'cancelled', outcome: 'called off by the town.' }),
    'Cancelled: called off by the town.',
  )
  assert.equal(
    describeOutcome(toExpectationView(eventOf('public-meeting')), reach),
    'Slipped to 21–31 March 2031: put off to the end of the month. Last date: 31 March 2031. Our last article is of 10 March.',
  )
})

test('an empty record says that it is empty', () => {
  assert.equal(describeOutcome(reopening, { extent: null, asOf: null }), 'No article is on record.')
})

test('status, kind and place stand together; how firmly, only while it is expected', () => {
  assert.match(toEntryLabel(toEventEntryView(eventOf('2031-03-01-bridge-closed'))), /^happened · decision/)
  const entry = toEventEntryView(eventOf('reopening'))
  assert.ok(toEntryLabel(entry).includes(`· ${entry.standing}`))
  assert.ok(!toEntryLabel({ ...entry, status: 'held' }).includes(`${entry.standing}`))
})

test('the mark of a date', () => {
  const mark = (edtf: string, status: EventStatus = 'happened') => markOf({ status, dateShape: shapeOf(toWhen(edtf)) })
  assert.equal(mark('2031-03-04'), 'day happened')
  assert.equal(mark('2031-03', 'expected'), 'span expected')
  assert.equal(mark('2031-03/..'), 'open onward happened')
  assert.equal(mark('../2031-03'), 'open happened')
  assert.equal(mark('2031-03-04', 'cancelled'), 'day undone')
})

test('a wish of somebody else is mentioned, and what nobody announces says so', () => {
  assert.equal(announcerWords({ announcedAs: 'announced' }, 'Mara').join(''), 'Announced by Mara')
  assert.equal(announcerWords({ announcedAs: 'mentioned' }, 'Mara').join(''), 'Mentioned by Mara')
  assert.equal(announcerWords({ announcedAs: null }, '').join(''), 'Nobody is named as announcing it')
  const event = eventOf('reopening')
  const { announcedBy } = event
  assert.ok(announcedBy)
  const wished = (about: typeof announcedBy.about) =>
    toExpectationView({ ...event, standing: 'wished', announcedBy: { ...announcedBy, about } }).announcedAs
  assert.equal(wished([]), 'announced')
  assert.equal(wished([announcedBy.speaker]), 'mentioned')
  assert.equal(reopening.announcedAs, 'announced')
})

test('in short, a date that has passed says so', () => {
  const short = (date: string | null) => windowWords({ date }, { asOf: '2031-03-12' })
  assert.equal(short('2031-03-08/2031-03-11'), 'Date passed: 8–11 Mar 2031')
  assert.equal(short('../2031-03-12'), 'By 12 Mar 2031')
  assert.equal(short('2031-02~'), 'About Feb 2031')
  assert.equal(short(null), 'No date given')
})
