import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeContents } from '../../src/record/describe.ts'
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
