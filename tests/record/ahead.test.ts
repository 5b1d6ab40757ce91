import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeOutcome, toAhead } from '../../src/record/ahead.ts'
import type { NewsEvent } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { eventOf, record } from './small-record.ts'

const reopening = eventOf('reopening')
const outcomeOf = (event: Partial<NewsEvent>) => describeOutcome({ ...reopening, ...event }, record.extent)
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
  assert.equal(
    windowOf('../2031-05'),
    'The window ends on 31 May 2031. The record ends before it does: no article here is later than 10 March 2031.',
  )
})

test('a window that ends within the record ended without a word on it', () => {
  const ended =
    'Window ended 10 March 2031; no article here says what came of it, and none is later than 10 March 2031.'
  assert.equal(windowOf('2031-03-08/2031-03-10'), ended)
  assert.match(windowOf('2031-03-08/2031-03-11'), /^The window ends on 11 March 2031\. The record ends before/)
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
    describeOutcome(eventOf('public-meeting'), record.extent),
    'Slipped to 21–31 March 2031: put off to the end of the month. The window ends on 31 March 2031. The record ends before it does: no article here is later than 10 March 2031.',
  )
})

test('an empty record says that it is empty', () => {
  assert.equal(describeOutcome(reopening, null), 'No article is on record.')
})
