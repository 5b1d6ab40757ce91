import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toContentsView } from '../../src/views/front.ts'
import { toQuoteListViews } from '../../src/views/quote-list.ts'
import { toReach, toSiteView } from '../../src/views/site.ts'
import { countSpeaking } from '../../src/views/speaker.ts'
import { toSpeakerListViews } from '../../src/views/speaker-list.ts'
import { toneOf } from '../../src/views/tone.ts'
import { count } from '../../src/words/count.ts'
import { horizonOf, kindOf } from '../../src/words/events.ts'
import { describeContents, describeEnd, describeExtent, describeSize, describeSource } from '../../src/words/site.ts'
import { countSpeakers } from '../../src/words/speakers.ts'
import { describeWhole } from '../../src/words/timeline.ts'
import { record } from '../record/small-record.ts'

const site = toSiteView(record)

test('what the record consists of is counted', () => {
  assert.deepEqual(describeContents(toContentsView(record)), [
    { what: 'articles', words: '3 articles', note: null },
    {
      what: 'quotes',
      words: '12 statements',
      note: `${record.quotes.filter(({ kind }) => kind === 'direct').length} quoted`,
    },
    { what: 'speakers', words: '4 speakers', note: '1 not named' },
    { what: 'events', words: '9 events', note: null },
  ])
})

test('one of a sort is one', () => {
  const one = toContentsView({ ...record, articles: record.articles.slice(0, 1) })
  assert.equal(describeContents(one)[0]?.words, '1 article')
  assert.equal(count(1, 'events'), '1 event')
  assert.equal(count(1200, 'events'), '1,200 events')
})

test('every list counts the same speakers: those with words, the unnamed among them', () => {
  const counts = { speakers: record.speakers.filter(({ quotes }) => quotes.length > 0).length, unnamed: 1 }
  assert.deepEqual(countSpeaking(record.speakers), counts)
  for (const view of [toSpeakerListViews(record)[0], toQuoteListViews(record)[0]?.whole, toContentsView(record)])
    assert.deepEqual({ speakers: view?.speakers, unnamed: view?.unnamed }, counts)
  assert.equal(countSpeakers(counts), '4 speakers, 1 of them not named')
})

test('the timeline says how much it shows, and of what', () => {
  assert.match(describeWhole(site, 'newest'), /^9 events as 3 articles report them, newest first\./)
  assert.match(describeWhole({ events: 1, articles: 1 }, 'oldest'), /^1 event as 1 article reports it, oldest first\./)
  assert.equal(describeWhole({ events: 0, articles: 1 }, 'newest'), 'No event is on record yet.')
})

test('a page says what it is drawn from, and a search what it goes through', () => {
  assert.equal(describeSize(site), '3 articles, 12 statements, 9 events')
  assert.equal(describeExtent(site), '2–10 March 2031')
  assert.equal(
    describeSource(site),
    'Drawn from 3 articles, 12 statements, 9 events; the articles were published 2–10 March 2031. Not found here does not mean not said.',
  )
  const oneDay = { ...site, extent: site.extent && { first: site.extent.last, last: site.extent.last } }
  assert.match(describeSource(oneDay), /published on 10 March 2031\./)
})

test('what looks ahead says as of when', () => {
  assert.equal(horizonOf(toReach(record)), 'Our last article is of 10 March 2031, so we cannot say what came of this.')
  assert.equal(describeEnd(site, 'weekday'), 'Monday 10 March 2031')
})

test('an empty record claims nothing', () => {
  const empty = toSiteView({ ...record, articles: [], quotes: [], events: [], extent: null })
  assert.equal(describeSource(empty), 'The record is empty.')
  assert.equal(horizonOf(empty), null)
  assert.equal(describeExtent(empty), null)
})

test('what did not take place never has the colour of what did', () => {
  const tones = record.events.map((event) => [event.status, toneOf(event)])
  assert.deepEqual(Object.fromEntries(tones), { happened: 'happened', expected: 'expected', slipped: 'undone' })
})

test('the kind of an event is named where it says something', () => {
  assert.equal(kindOf({ kind: 'other' }), 'event')
  assert.equal(kindOf({ kind: 'meeting' }), 'meeting')
})
