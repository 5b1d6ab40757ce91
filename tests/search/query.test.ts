import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allWords, isEmpty, isEnough, readQuery } from '../../src/search/query.ts'

const cases: { typed: string; words?: string[]; phrases?: string[][] }[] = [
  { typed: 'guarantors', words: ['guarantors'] },
  { typed: '  Зеленський ', words: ['зеленськии'] },
  { typed: 'Łódź', words: ['lodz'] },
  { typed: 'did Zelensky rule out Moscow?', words: ['zelensky', 'rule', 'out', 'moscow'] },
  { typed: 'how many drones', words: ['drones'] },
  { typed: 'who', words: ['who'] },
  { typed: 'to be or not', words: ['to', 'be', 'or', 'not'] },
  { typed: '"no meeting"', phrases: [['no', 'meeting']] },
  {
    typed: '“at the time when we really needed it,”',
    phrases: [['at', 'the', 'time', 'when', 'we', 'really', 'needed', 'it']],
  },
  {
    typed: '"no meeting" Moscow "neutral Europe"',
    words: ['moscow'],
    phrases: [
      ['no', 'meeting'],
      ['neutral', 'europe'],
    ],
  },
  { typed: '"no meeting in', phrases: [['no', 'meeting', 'in']] },
  { typed: '"Moscow"', words: ['moscow'] },
  { typed: "don’t don't dont", words: ['dont'] },
  { typed: 'Austria –- we agree', words: ['austria', 'agree'] },
  { typed: '', words: [] },
  { typed: ' “” — ', words: [] },
]

for (const { typed, words = [], phrases = [] } of cases) {
  test(`reads ${JSON.stringify(typed)}`, () => {
    const query = readQuery(typed)
    assert.deepEqual({ words: query.words, phrases: query.phrases }, { words, phrases })
  })
}

test('small words are left out only while others remain', () => {
  assert.deepEqual(readQuery('the "neutral Europe"').words, [])
})

test('three letters are enough, in a phrase too', () => {
  assert.equal(isEnough(readQuery('Ky')), false)
  assert.equal(isEnough(readQuery('Kyi')), true)
  assert.equal(isEnough(readQuery('"no me')), true)
})

test('nothing but punctuation asks for nothing', () => {
  assert.equal(isEmpty(readQuery('— “”')), true)
  assert.equal(isEmpty(readQuery('40')), false)
})

test('all words are those of phrases too, each once', () => {
  assert.deepEqual(allWords(readQuery('meeting "no meeting"')), ['meeting', 'no'])
})
