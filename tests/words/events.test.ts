import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import type { EventStatus } from '../../src/schema/index.ts'
import { type OutcomeView, toExpectationView } from '../../src/views/ahead.ts'
import { shapeOf } from '../../src/views/event.ts'
import { toEventEntryView } from '../../src/views/event-entry.ts'
import { toReach } from '../../src/views/site.ts'
import { describeOutcome, markOf, toEntryLabel } from '../../src/words/events.ts'
import { eventOf, record } from '../record/small-record.ts'

const reopening = toExpectationView(eventOf('reopening'))
const reach = toReach(record)
const outcomeOf = (view: Partial<OutcomeView>) => describeOutcome({ ...reopening, ...view }, reach)
const windowOf = (date: string) => outcomeOf({ date })

test('a window that ends after the record says so', () => {
  assert.equal(windowOf('../2031-05'), 'Window ends 31 May 2031; no article here is later than 10 March.')
  assert.equal(
    windowOf('2031-12/2032-02'),
    'Window ends 29 February 2032; no article here is later than 10 March 2031.',
  )
})

test('a window that has ended since has ended, by what came into the record and by no clock', () => {
  const since = (asOf: string | null) =>
    describeOutcome({ ...reopening, date: '2031-03-08/2031-03-11' }, { ...reach, asOf })
  assert.equal(reach.asOf, '2031-03-12')
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
  assert.equal(outcomeOf({ status: 'happened' }), 'Happened.')
  assert.equal(outcomeOf({ status: 'held' }), 'Held.')
  assert.equal(
    outcomeOf({ status: 'cancelled', outcome: 'called off by the town.' }),
    'Cancelled: called off by the town.',
  )
  assert.equal(
    describeOutcome(toExpectationView(eventOf('public-meeting')), reach),
    'Slipped to 21–31 March 2031: put off to the end of the month. Window ends 31 March 2031; no article here is later than 10 March.',
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
