import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  getWithout,
  replaceWord,
  setOperator,
  setSpan,
  setWithout,
  simplify,
  toggleOperator,
  toLiteral,
} from '../../src/search/edit.ts'
import { isEmpty, isEnough, type Query, readQuery, toLooseWords } from '../../src/search/query.ts'

/** The words that stand alone and those that stand in a phrase. */
const parts = ({ terms }: Query): { words: string[]; phrases: string[][] } => {
  const all = terms.flat().map(({ words }) => words)
  return { words: all.filter(({ length }) => length === 1).flat(), phrases: all.filter(({ length }) => length > 1) }
}

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
    assert.deepEqual(parts(readQuery(typed)), { words, phrases })
  })
}

test('small words are left out only while others remain', () => {
  assert.deepEqual(parts(readQuery('the "neutral Europe"')).words, [])
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

const narrowed: {
  typed: string
  reads: Partial<Omit<Query, 'without'>> & { words?: string[]; without?: string[][] }
}[] = [
  {
    typed: 'speaker:zelensky moscow',
    reads: { words: ['moscow'], names: [{ by: 'speaker', name: 'zelensky', isNot: false }] },
  },
  {
    typed: 'Speaker:“Donald Trump”',
    reads: { words: [], names: [{ by: 'speaker', name: 'Donald Trump', isNot: false }] },
  },
  {
    typed: '-outlet:daily8 drones',
    reads: { words: ['drones'], names: [{ by: 'outlet', name: 'daily8', isNot: true }] },
  },
  { typed: 'topic:us-troops', reads: { names: [{ by: 'topic', name: 'us-troops', isNot: false }] } },
  { typed: 'kind:quote kind:direct kind:events', reads: { things: ['quote', 'event'], kinds: ['direct'] } },
  { typed: 'from:2025 to:2025-08', reads: { from: '2025-01-01', to: '2025-08-31' } },
  { typed: 'from:2025-08-20', reads: { from: '2025-08-20', to: null } },
  {
    typed: 'moscow -budapest -"neutral Europe"',
    reads: { words: ['moscow'], without: [['budapest'], ['neutral', 'europe']] },
  },
  { typed: 'drones sort:newest', reads: { words: ['drones'], sort: 'newest' } },
  {
    typed: 'to:soon kind:joke drones',
    reads: { words: ['drones'], misread: ['to:soon', 'kind:joke'], to: null },
  },
  {
    typed: 'speaker:"" Kind:EVENT sort:Newest',
    reads: { names: [], misread: ['speaker:""'], things: ['event'], sort: 'newest' },
  },
  { typed: 'from:2025-13 to:2024-02', reads: { misread: ['from:2025-13'], to: '2024-02-29' } },
  { typed: 'mayor:putin', reads: { words: ['mayor', 'putin'], unknown: ['mayor'], names: [] } },
  { typed: 'author:lavrov', reads: { words: [], names: [{ by: 'speaker', name: 'lavrov', isNot: false }] } },
  { typed: 'by:lavrov', reads: { names: [{ by: 'speaker', name: 'lavrov', isNot: false }] } },
  { typed: 'from:lavrov', reads: { names: [{ by: 'speaker', name: 'lavrov', isNot: false }] } },
  { typed: 'source:daily8', reads: { names: [{ by: 'outlet', name: 'daily8', isNot: false }] } },
  {
    typed: 'Agency: bloomberg drones',
    reads: { words: ['drones'], names: [{ by: 'outlet', name: 'bloomberg', isNot: false }] },
  },
  { typed: 'where:lviv', reads: { names: [{ by: 'place', name: 'lviv', isNot: false }] } },
  { typed: 'from: 2025 drones', reads: { words: ['drones'], from: '2025-01-01' } },
  { typed: 'since:21.08.2025 until:"August 2026"', reads: { words: [], from: '2025-08-21', to: '2026-08-31' } },
  { typed: 'trump NOT troops', reads: { words: ['trump'], without: [['troops']] } },
  { typed: 'trump not troops', reads: { words: ['trump', 'troops'], without: [] } },
  { typed: 'trump NOT "air support"', reads: { words: ['trump'], without: [['air', 'support']] } },
  { typed: 'US troops', reads: { words: ['us', 'troops'] } },
  { typed: 'help us', reads: { words: ['help'] } },
  { typed: '3 000 km', reads: { words: ['3000', 'km'] } },
  { typed: 'at 10:30 -', reads: { words: ['1030'] } },
  { typed: 'he said: never', reads: { words: ['never'], unknown: [] } },
  { typed: 'who speaker:trump', reads: { words: [] } },
  { typed: 'Austria –- we', reads: { words: ['austria'], without: [] } },
]

for (const { typed, reads } of narrowed) {
  test(`reads ${JSON.stringify(typed)}`, () => {
    const query = readQuery(typed)
    const read = { ...query, ...parts(query), without: query.without.map(({ words }) => words) }
    for (const [key, value] of Object.entries(reads)) assert.deepEqual(read[key as keyof typeof read], value, key)
  })
}

test('an operator alone asks for something, an order does not', () => {
  assert.equal(isEmpty(readQuery('speaker:trump')), false)
  assert.equal(isEmpty(readQuery('sort:newest')), true)
})

test('a control changes its operator and nothing else', () => {
  assert.equal(
    setOperator('drones from:2025 "no meeting"', 'from', '2025-08-20'),
    'drones "no meeting" from:2025-08-20',
  )
  assert.equal(setOperator('drones from:2025', 'from', ''), 'drones')
  assert.equal(toggleOperator('drones', 'outlet', 'daily8'), 'drones outlet:daily8')
  assert.equal(toggleOperator('drones outlet:daily8 outlet:ndtv', 'outlet', 'daily8'), 'drones outlet:ndtv')
})

test('a phrase left open is closed before anything is put behind it', () => {
  assert.equal(setOperator('"no meeting', 'sort', 'newest'), '"no meeting" sort:newest')
})

test('of a phrase that is being typed the last word may be half a word', () => {
  const read = (text: string, isTyping: boolean): unknown => {
    const { words, phrases } = parts(readQuery(text, isTyping))
    return [words, phrases]
  }
  assert.deepEqual(read('"no meeting in Mos', true), [['mos'], [['no', 'meeting', 'in']]])
  assert.deepEqual(read('"no meeting in Mos', false), [[], [['no', 'meeting', 'in', 'mos']]])
  assert.deepEqual(read('"no meeting in ', true), [[], [['no', 'meeting', 'in']]])
  assert.deepEqual(read('"neutral Eur', true), [['neutral', 'eur'], []])
  assert.deepEqual(read('"no meeting in Mos"', true), [[], [['no', 'meeting', 'in', 'mos']]])
})

test('words are left out, and which, is read and set', () => {
  const text = 'drones -"no meeting" -orchid -speaker:trump'
  assert.equal(getWithout(text), '"no meeting" orchid')
  assert.equal(setWithout(text, 'boats'), 'drones -speaker:trump -boats')
  assert.equal(setWithout(text, '-boats "two words'), 'drones -speaker:trump -boats -"two words"')
  assert.equal(setWithout(text, ''), 'drones -speaker:trump')
})

test('a span of time takes the place of both dates', () => {
  assert.equal(setSpan('drones from:2024 to:2025-01-02', '2025-08'), 'drones from:2025-08 to:2025-08')
  assert.equal(setSpan('drones from:2025-08 to:2025-08', ''), 'drones')
})

test('words that say nothing are left out, and phrases taken apart where they are to be', () => {
  assert.equal(
    simplify('how many "of the drones" -the speaker:"the mayor"', false),
    '"of the drones" -the speaker:"the mayor"',
  )
  assert.equal(simplify('how many "of the drones" did', true), 'drones')
})

test('a word is put right where it stands', () => {
  assert.equal(replaceWord('did Zelinsky say drones?', 'zelinsky', 'zelensky'), 'did zelensky say drones?')
  assert.equal(replaceWord('drones orchid', 'orchid'), 'drones')
})

test('OR joins what stands beside it, and a date is one term', () => {
  const read = (text: string): unknown => readQuery(text).terms.map((term) => term.map(({ words }) => words.join(' ')))
  assert.deepEqual(read('zelensky OR trump troops'), [['zelensky', 'trump'], ['troops']])
  assert.deepEqual(read('"no meeting" OR talks'), [['no meeting', 'talks']])
  assert.deepEqual(read('zelensky or trump'), [['zelensky'], ['trump']])
  assert.deepEqual(read('zelensky 20 august 2025'), [['zelensky'], ['20 august 2025']])
  assert.deepEqual(read('OR trump'), [['or'], ['trump']].slice(1))
})

test('a query asks for a day, in words or by its operator', () => {
  for (const text of ['21 august 2025', 'on:2025-08-21', 'date: 21.08.2025', 'what happened on August 21, 2025?'])
    assert.deepEqual(
      readQuery(text).terms.map(([one]) => one?.span),
      [{ from: '2025-08-21', to: '2025-08-21' }],
      text,
    )
})

test('a query is written so that every word is taken as it is', () => {
  assert.equal(toLiteral('guarentees kind:quote "no meeting"'), '"guarentees" kind:quote "no meeting"')
  assert.deepEqual(toLooseWords('what did Lavrov say outlet:daily8 -troops'), {
    all: ['what', 'did', 'lavrov', 'say'],
    telling: ['lavrov'],
  })
})
