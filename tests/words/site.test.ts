import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toContentsView } from '../../src/views/front.ts'
import { toReach, toSiteView } from '../../src/views/site.ts'
import { toneOf } from '../../src/views/tone.ts'
import { count } from '../../src/words/count.ts'
import { horizonOf, kindOf } from '../../src/words/events.ts'
import { describeContents, describeEnd, describeExtent, describeSize, describeSource } from '../../src/words/site.ts'
import { describeWhole } from '../../src/words/timeline.ts'
import { record } from '../record/small-record.ts'

const site = toSiteView(record)

test('what the record consists of is counted, and each sort adds up', () => {
  const contents = Object.fromEntries(
    describeContents(toContentsView(record)).map((content) => [content.what, content]),
  )
  assert.deepEqual(contents['articles'], {
    what: 'articles',
    number: '3',
    noun: 'articles',
    detail: 'from 2 outlets',
  })
  const sum = (detail = '') => (detail.match(/\d+/g) ?? []).reduce((total, digits) => total + Number(digits), 0)
  assert.equal(sum(contents['quotes']?.detail), record.quotes.length)
  assert.equal(sum(contents['events']?.detail), record.events.length)
})

test('one of a sort is one', () => {
  const one = toContentsView({ ...record, articles: record.articles.slice(0, 1) })
  const [articles] = describeContents(one)
  assert.equal(`${articles?.number} ${articles?.noun}`, '1 article')
  assert.equal(count(1, 'quote'), '1 quote')
  assert.equal(count(1200, 'quote'), '1,200 quotes')
})

test('speakers without words are not counted, those without a name are', () => {
  const content = describeContents(toContentsView(record)).find(({ what }) => what === 'speakers')
  assert.equal(Number(content?.number), record.speakers.filter(({ quotes }) => quotes.length > 0).length)
  assert.match(content?.detail ?? '', /^1 of them not named$/)
})

test('the timeline says how much it shows, and of what', () => {
  assert.match(describeWhole(site, 'newest'), /^9 events as 3 articles report them, newest first\./)
  assert.match(describeWhole({ events: 1, articles: 1 }, 'oldest'), /^1 event as 1 article reports it, oldest first\./)
  assert.equal(describeWhole({ events: 0, articles: 1 }, 'newest'), 'No event is on record yet.')
})

test('a page says what it is drawn from, and a search what it goes through', () => {
  assert.equal(describeSize(site), '3 articles, 12 quotes, 9 events')
  assert.equal(describeExtent(site), '2–10 March 2031')
  assert.equal(
    describeSource(site),
    'Drawn from 3 articles, 12 quotes, 9 events; the articles were published 2–10 March 2031. Not found here does not mean not said.',
  )
  const oneDay = { ...site, extent: site.extent && { first: site.extent.last, last: site.extent.last } }
  assert.match(describeSource(oneDay), /published on 10 March 2031\./)
})

test('what looks ahead says as of when', () => {
  assert.equal(horizonOf(toReach(record)), 'The record ends on 10 March 2031; it does not say what came of this.')
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
