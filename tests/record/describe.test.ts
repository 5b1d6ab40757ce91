import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeContents, describeTimeline, toneOf } from '../../src/record/describe.ts'
import { record } from './small-record.ts'

test('what the record consists of is counted, and each sort adds up', () => {
  const contents = Object.fromEntries(describeContents(record).map((content) => [content.what, content]))
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
  const [articles] = describeContents({ ...record, articles: record.articles.slice(0, 1) })
  assert.equal(`${articles?.number} ${articles?.noun}`, '1 article')
})

test('speakers without words are not counted, those without a name are', () => {
  const content = describeContents(record).find(({ what }) => what === 'speakers')
  assert.equal(Number(content?.number), record.speakers.filter(({ quotes }) => quotes.length > 0).length)
  assert.match(content?.detail ?? '', /^1 of them not named$/)
})

test('the timeline says how much it shows, and of what', () => {
  assert.match(describeTimeline(record), /^9 events as 3 articles report them, newest first\./)
  const one = { ...record, events: record.events.slice(0, 1), articles: record.articles.slice(0, 1) }
  assert.match(describeTimeline(one), /^1 event as 1 article reports it,/)
  assert.equal(describeTimeline({ ...record, events: [] }), 'No event is on record yet.')
})

test('what did not take place never has the colour of what did', () => {
  const tones = record.events.map((event) => [event.status, toneOf(event)])
  assert.deepEqual(Object.fromEntries(tones), { happened: 'happened', expected: 'expected', slipped: 'undone' })
})
