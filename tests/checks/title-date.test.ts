import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleQuote, exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'

const rulesBroken = (title: string) =>
  checkContent(parseTexts({ ...exampleRecord, 'articles/walk.md': exampleQuote('walk', title) })).map(
    ({ rule }) => rule,
  )

test('a day in another form than EDTF is no occasion', () => {
  for (const title of [
    '2031-3-2, to reporters',
    '2 March, to reporters',
    '2 March 2031',
    'March 2, 2031, to reporters',
    'March 2',
    '2 Mar 2031, in Port Ellis',
    'March 2031, to reporters',
    '02.03.2031',
    '2/3/2031, to reporters',
  ])
    assert.deepEqual(rulesBroken(title), ['title-date'], title)
})

test('an occasion that begins with a number or with a month is one', () => {
  for (const title of [
    '2 March rally in Port Ellis',
    'March of the ferrymen',
    '10 people heard it',
    '5/5 on the score card',
  ])
    assert.deepEqual(rulesBroken(title), [], title)
})

test('a title that begins with a question mark is a draft, before a day too', () => {
  for (const title of ['?', '? 2031-03-02', '?2031-03-02', '?2031-03-02, to reporters', '?to reporters'])
    assert.deepEqual(rulesBroken(title), ['draft'], title)
})
