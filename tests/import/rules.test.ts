/** Every rule: its example gives what it says, and without the rule it does not; every kind of error that was mended. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { dateRules } from '../../src/import/dates.ts'
import { ruleNames, whoRules } from '../../src/import/rules.ts'
import { reportedRules } from '../../src/import/who/reported.ts'
import { measure, readPassages } from './passages.ts'
import { lastQuote, read, reported } from './read.ts'

test('names are told apart', () => assert.equal(new Set(ruleNames).size, ruleNames.length))

/** What the last proposal of a kind says, and which rule spoke. */
function told(name: string, text: string, without: string[] = []) {
  const draft = read(text, [], without)
  const isReported = reportedRules.some((rule) => rule.name === name)
  const { quotes } = draft
  const quote = quotes.findLast(({ kind }) => (kind === 'indirect') === isReported)
  const gives = isReported ? `${reported(draft).at(-1)}, ${quote?.certainty}` : lastQuote(draft)
  return { gives, rule: quote?.rule ?? null }
}

describe('rules for speakers and for reported speech', () => {
  for (const { name, reads, example } of whoRules) {
    test(name, () => {
      assert.ok(reads.length > 0)
      assert.deepEqual(told(name, example.text), { gives: example.gives, rule: name })
      assert.notEqual(told(name, example.text, [name]).rule, name)
    })
  }
})

describe('rules for dates', () => {
  for (const { name, example } of dateRules)
    test(name, () => {
      const [text, edtf] = example
      assert.equal(read(text).dates.find((date) => date.edtf === edtf)?.edtf, edtf)
      const off = read(text, [], [name]).dates.map((date) => `${date.words} ${date.edtf}`)
      assert.notDeepEqual(
        off,
        read(text).dates.map((date) => `${date.words} ${date.edtf}`),
      )
    })
})

const kinds: { [kind: string]: [text: string, last: string][] } = {
  'not said': [
    ['Donald Reel did not say “we will pay for all of it”.', 'nobody'],
    ['Reel never told reporters: “We will pay.”', 'nobody'],
    ['Ada Vorn no longer says “we will go”.', 'nobody'],
    ['Neither Ada Vorn nor Tom Reel said “we will go”.', 'nobody'],
    ['Nobody said “we will go”.', 'nobody'],
    ['Ada Vorn refused to say “sorry”.', 'nobody'],
    ['Ada Vorn hasn’t said “sorry”.', 'nobody'],
    ['Marr said he and Tomas Reel never said the word “goodbye”.', 'nobody'],
    ['Ada Vorn denied saying “no”.', 'nobody'],
    ['Ada Vorn denied that she had said “no”.', 'nobody'],
    ['Ada Vorn denied she had called the plan “a joke”.', 'nobody'],
    ['Ada Vorn avoided calling it “a war”.', 'nobody'],
    ['Ada Vorn stopped short of calling it “a lie”.', 'nobody'],
    ['Ada Vorn neither confirmed nor denied that she had said “no”.', 'nobody'],
    ['Instead of saying “sorry”, Ada Vorn left.', 'nobody'],
    ['Ada Vorn almost said “yes”.', 'nobody'],
    ['Neither the board nor the mayor said “no”.', 'nobody'],
  ],
  'perhaps not said': [
    ['Asked whether Ada Vorn had said “we will go”, he left.', 'Ada Vorn, likely'],
    ['If Ada Vorn says “we will go”, he will leave.', 'Ada Vorn, likely'],
    ['Ada Vorn will say on Friday: “We will go.”', 'Ada Vorn, likely'],
    ['Ada Vorn could have said “we will go” but kept silent.', 'Ada Vorn, likely'],
    ['Unless Ada Vorn says “yes”, they stay.', 'Ada Vorn, likely'],
    ['Had Ada Vorn said “no”, they would have left.', 'Ada Vorn, likely'],
    ['Ada Vorn allegedly said “no”.', 'Ada Vorn, likely'],
    ['It is not true that Ada Vorn said “no”.', 'Ada Vorn, likely'],
    ['Rumours that Ada Vorn said “no” are false.', 'Ada Vorn, likely'],
    ['I wish Ada Vorn had said “no”.', 'Ada Vorn, likely'],
    ['In the film, Ada Vorn says “no”.', 'Ada Vorn, likely'],
    ['Ada Vorn wanted to say “no” but kept silent.', 'Ada Vorn, likely'],
    ['Ada Vorn asked whether “a toll” was fair.', 'Ada Vorn, likely'],
  ],
  'perhaps somebody else’s': [['While Ada Vorn calls the plan “a joke”, others work on it.', 'Ada Vorn, likely']],
  'at second hand': [
    ['“We go,” Ada Vorn said, according to the Bell.', 'Ada Vorn, likely'],
    ['The harbour said Ada Vorn had called it “a joke”.', 'Ada Vorn, likely'],
    ['“We go,” Ada Vorn said, and her brother cut in. “Not before noon.”', 'Ada Vorn, likely'],
    ['The areas that were flooded suggested the wall was “too low”.', 'areas, likely'],
  ],
  'the name of a thing': [
    ['“No,” Ada Vorn said on “Meet the Harbour.”', 'nobody'],
    ['Ada Vorn wrote so in her memoir, “Salt Choices.”', 'nobody'],
    ['Ada Vorn posted the “Tide” plan on her page.', 'nobody'],
  ],
  'two speakers': [
    [
      '“We will open the bridge together,” Ada Vorn and Tom Reel said in a joint statement.',
      'Ada Vorn and Tom Reel, certain',
    ],
    ['“We go,” said Ada Vorn and Tom Reel.', 'Ada Vorn and Tom Reel, certain'],
  ],
  'verbs in no old list': [
    ['Tim Marr professed that he would “no longer be complicit”.', 'Tim Marr, certain'],
    ['Tim Marr begged lawmakers “not to lose sight of” the war.', 'Tim Marr, certain'],
    ['The council met, with one councillor saying he was “ashamed”.', 'councillor, certain'],
    ['“You need the pipe,” minister of mines Adam Marr told The Ledger.', 'Adam Marr, certain'],
    ['The party sent out a memo casting itself as “the clear underdogs”.', 'party, certain'],
    ['Tim Marr implored voters “not to stay at home”.', 'Tim Marr, certain'],
  ],
  'who it is': [
    [
      'As the charges were unsealed in Port Ellis, Tomas Reel testified. “I did not know,” he said.',
      'Tomas Reel, likely',
    ],
    ['Fellow protester, mechanical engineer Tomas Reel, 60, said: “We stay.”', 'Tomas Reel, certain'],
    ['Vorn told Tomas Reel, which meant the band was over. “We took that to heart,” he said.', 'Vorn, likely'],
    ['Ada Vorn told Tomas Reel that the ferry was late. “We saw that,” he said.', 'Tomas Reel, likely'],
    ['“This is hard for us to write,” ran the message from the band.', 'band, likely'],
    ['“We close on Monday,” read a letter from the trust.', 'trust, likely'],
    ['South Norland Gov. Ada Vorn said “no”.', 'Ada Vorn, certain'],
    ['CEO Tim Marr came. “Yes,” Marr said.', 'Tim Marr, certain'],
    ['The Publicity Secretary of the party, Tomas Reel, said: “No.”', 'Tomas Reel, certain'],
    ['The plan was portrayed as an “irregular” road to the harbour.', 'nobody'],
    ['PORT ELLIS, Norland — “We go,” said Ada Vorn.', 'Ada Vorn, certain'],
    ['North Weld Sen. Tom Reel told the Bell: “No.”', 'Tom Reel, certain'],
    ['Captain Luis Arana missed. “That one is on me,” the 29-year-old admitted.', 'Luis Arana, likely'],
    ['Tilly Marsh began it. “My printer ran out of ink,” she said.', 'Tilly Marsh, certain'],
    ['Northline rejected this. “The door is open,” the company said.', 'Northline, likely'],
    ['The Ministry of Health said the ward was full. “We need beds,” the ministry said.', 'Ministry of Health, likely'],
    ['“We cannot wait,” said the Chamber of Trade.', 'Chamber of Trade, certain'],
  ],
  'an interview': [
    ['Ann Berg has run the harbour since May.\nWhy did you take it?\n“Nobody else would.”', 'Ann Berg, likely'],
    ['Ann Berg has run the harbour since May.\nWhat now?\n“A wall.”\nAnd then?\n“Sleep.”', 'Ann Berg, likely'],
  ],
  marks: [
    ['“It was an attempt to mislead,’’ Tomas Reel told the station.', 'Tomas Reel, certain'],
    ["``It was an attempt to mislead,'' Tomas Reel told the station.", 'Tomas Reel, certain'],
    ['" You did well ," Tomas Reel told the crew.', 'Tomas Reel, certain'],
    ["The party called for '통합'을 at once.", 'party, certain'],
  ],
}
for (const [kind, cases] of Object.entries(kinds))
  describe(kind, () => {
    for (const [text, last] of cases) test(text, () => assert.equal(lastQuote(read(text)), last))
  })

describe('words that nobody says by themselves are no term', () => {
  for (const text of [
    'The plan was portrayed as an “irregular” road to the harbour.',
    'Ann Heidel shrugged off the smell and “the officer left”.',
  ])
    test(text, () =>
      assert.deepEqual(
        read(text).quotes.map(({ term }) => term),
        [false],
      ),
    )
})

const dates: [text: string, ...edtf: string[]][] = [
  ['She was elected ahead of the Sept. 27 general election.', '2025-09-27'],
  ['They must file no later than May 10.', '../2026-05-10'],
  ['The chain reports earnings Friday.', '2025-08-22'],
  ['He spoke, calling Monday’s drills a warning.', '2025-08-18'],
  ['It fell on June 29 2021 and rose on June 30.', '2021-06-29', '2021-06-30'],
  ['They met every Wednesday, Thursday and Friday.'],
  ['They spoke of their 2026 session that starts in early January.', '2026-01-01/2026-01-10'],
]
describe('dates by kind', () => {
  for (const [text, ...edtf] of dates)
    test(text, () =>
      assert.deepEqual(
        read(text).dates.map((date) => date.edtf),
        edtf,
      ),
    )
})

describe('marks of other languages', () => {
  const cases: [language: string, text: string, words: string][] = [
    ['uk', '«Ми сказали «так» усім», — сказав Петро Кальдер.', 'Ми сказали «так» усім'],
    ['ar', 'قالت رئيسة البلدية إن المدينة اشترت بـ"حلوى" وغادرت المكان في المساء.', 'حلوى'],
    ['ko', "시장은 '통합'을 강조했다고 신문은 보도했다.", '통합'],
    ['de', '›Doch‹, sagte Anna Berg der Zeitung.', 'Doch'],
    ['sv', '”Ja." skriver Anna Berg i ett brev till oss alla.', 'Ja.'],
  ]
  for (const [language, text, words] of cases)
    test(text, () => assert.equal(read(text, [], [], language).quotes[0]?.text, words))
  test('whom it is said to is no part of a German name', () =>
    assert.equal(lastQuote(read('›Doch‹, sagte Anna Berg der Zeitung.', [], [], 'de')), 'Anna Berg, certain'))
})

const folder = join(import.meta.dirname, '../fixtures/import/passages')
const promised: { [file: string]: { speakers: number; certain: number; reported: number; dates: number } } = {
  'en-first': { speakers: 0.9, certain: 0.99, reported: 0.8, dates: 0.9 },
  'uk-first': { speakers: 0.9, certain: 0.99, reported: 0.8, dates: 0.9 },
  'de-first': { speakers: 0.9, certain: 0.99, reported: 0.8, dates: 0.9 },
}
describe('passages written before the rules: no worse than promised', () => {
  for (const [name, least] of Object.entries(promised))
    test(name, () => {
      const figures = measure(readPassages(readFileSync(join(folder, `${name}.txt`), 'utf8')), name.slice(0, 2))
      assert.equal(figures.found, figures.quotes)
      assert.ok(figures.right / figures.quotes >= least.speakers, 'speakers')
      assert.ok(figures.certainRight / figures.certain >= least.certain, 'certain speakers')
      assert.ok(figures.reportsFound / figures.reports >= least.reported, 'reported speech')
      assert.ok(figures.datesRight / figures.dates >= least.dates, 'dates')
    })
})
