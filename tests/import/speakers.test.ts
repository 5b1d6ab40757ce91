import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownSpeaker } from '../../src/import/who/people.ts'
import { read } from './read.ts'

const known: KnownSpeaker[] = [
  {
    id: 'mara-lodzinska',
    name: 'Mara Łodzińska',
    kind: 'person',
    aliases: ['Lodzinska', 'Mara Lodzinska'],
    roles: [{ title: 'Mayor of Port Ellis' }],
    country: null,
  },
]

/** Speaker and certainty of the last quotation. */
const last = (...blocks: string[]) => {
  const quote = read(blocks.join('\n'), known).quotes.findLast(({ kind }) => kind !== 'indirect')
  return [quote?.person?.id ?? quote?.person?.name ?? null, quote?.certainty]
}

const cases: [name: string, blocks: string[], speaker: string | null, certainty: string][] = [
  ['name, verb', ['“No,” Ann Berg said.'], 'Ann Berg', 'certain'],
  ['verb, name', ['“No,” said Ann Berg.'], 'Ann Berg', 'certain'],
  ['an alias on record', ['“No,” Lodzinska said.'], 'mara-lodzinska', 'certain'],
  ['an alias in other letters', ['“No,” said Mara Łodzinska.'], 'mara-lodzinska', 'certain'],
  ['a surname of somebody named before', ['Ann Berg rose.', '“No,” Berg said.'], 'Ann Berg', 'certain'],
  ['a surname of somebody named later', ['“No,” Berg said.', 'Ann Berg left.'], 'Ann Berg', 'certain'],
  ['title', ['“No,” said Dr Ann Berg.'], 'Ann Berg', 'certain'],
  ['nation and office', ['Russian Foreign Minister Ann Berg said “no”.'], 'Ann Berg', 'certain'],
  ['apposition after', ['“No,” Ann Berg, the mayor of Ellis, said.'], 'Ann Berg', 'certain'],
  ['apposition before', ['“No,” the chair of the board, Ann Berg, said.'], 'Ann Berg', 'certain'],
  ['relative clause', ['“No,” said Ann Berg, who runs a shop.'], 'Ann Berg', 'certain'],
  ['told reporters', ['Ann Berg told reporters: “No.”'], 'Ann Berg', 'certain'],
  ['according to', ['It was “done,” according to Ann Berg.'], 'Ann Berg', 'certain'],
  ['passive with its agent', ['It was described as “fine” by Ann Berg.'], 'Ann Berg', 'certain'],
  ['passive without', ['She was told “no” on Monday.'], null, 'unknown'],
  ['pronoun', ['Ann Berg rose.', '“No,” she said.'], 'Ann Berg', 'certain'],
  ['pronoun of the other sex', ['Ann Berg met Tom Hale.', '“No,” he said.'], 'Tom Hale', 'certain'],
  ['carried over', ['“No,” Ann Berg said. “Not me.”'], 'Ann Berg', 'certain'],
  ['a paragraph of its own', ['“No,” Ann Berg said.', '“Not me.”'], 'Ann Berg', 'likely'],
  ['description by office', ['Ann Berg, the mayor, rose.', '“No,” the mayor said.'], 'Ann Berg', 'likely'],
  ['description by age', ['Ann Berg has sold bread for years.', '“No,” the 61-year-old said.'], 'Ann Berg', 'likely'],
  ['the mayor on record', ['Lodzinska rose.', '“No,” the mayor said.'], 'mara-lodzinska', 'likely'],
  ['unnamed', ['“No,” a ministry spokesman said.'], 'ministry spokesman', 'certain'],
  ['group', ['“No,” residents said.'], 'residents', 'certain'],
  ['inverted and lone', ['“No,” yelled another.'], 'another', 'certain'],
  ['participle', ['Ann Berg refused, calling it “a joke”.'], 'Ann Berg', 'certain'],
  ['before a colon', ['Ann Berg: “No.”'], 'Ann Berg', 'certain'],
  ['after a dash', ['“We ran out of paint” – Ann Berg'], 'Ann Berg', 'certain'],
  [
    'its explanation at its end',
    ['Tom Hale sat.', '“I thought so.', '“I still do,” Ann Berg said.'],
    'Ann Berg',
    'certain',
  ],
  ['name of a thing', ['The film, “Salt and Iron”, is long.'], null, 'unknown'],
  ['so-called', ['They live in a so-called “tiny house”.'], null, 'unknown'],
  ['nobody at all', ['“No.”'], null, 'unknown'],
]

for (const [name, blocks, speaker, certainty] of cases) {
  test(name, () => assert.deepEqual(last(...blocks), [speaker, certainty]))
}

test('every proposal says what it rests on', () => {
  for (const { because } of read('“No,” said Ann Berg. “Never.”\nA “strange” thing.').quotes)
    assert.ok(because.length > 0)
})
