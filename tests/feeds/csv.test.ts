import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvFiles } from '../../src/feeds/csv.ts'
import { dataFiles } from '../../src/feeds/data.ts'
import { toCsv } from '../../src/feeds/table.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { anyCharacter, runs } from './hostile.ts'
import { undoFormula } from './undo-formula.ts'

const read = (csv: string): string[][] => parse(csv, { bom: true })

/** A table of the record of these files, as it is sent. */
const write = (name: string, texts: typeof bridge): string =>
  dataFiles.find(({ path }) => path === `${name}.csv`)?.write(toViews(toRecord(texts))) ?? ''

const readRows = (name: string): Record<string, string>[] => parse(write(name, bridge), { bom: true, columns: true })

test('one row a wording, under its names', () => {
  const rows = readRows('quotes')
  assert.deepEqual(
    rows.map((row) => [row['quote'], row['outlet'], row['kind'], row['quote_kind'], row['text'], row['said']]),
    [
      [
        'mara-lodzinska/no-ferries',
        'the-ledger',
        'direct',
        'direct',
        'We will not wait, and we do not need ferries',
        '2031-03-01',
      ],
      [
        'mara-lodzinska/no-ferries',
        'coast-wire',
        'mixed',
        'direct',
        'the town would “not wait” for ferries',
        '2031-03-01',
      ],
      ['harbour-officials/thirty-boats', 'the-ledger', 'indirect', 'indirect', 'thirty boats were tied up', ''],
    ],
  )
})

test('every row says whose the words are', () => {
  for (const row of readRows('quotes')) assert.match(row['rights'] ?? '', /CC0.*not ours to license/)
  for (const row of readRows('articles')) assert.match(row['whose'] ?? '', /CC0.*not ours to license/)
})

test('an empty record is a file with names and no row', () => {
  for (const { columns, name } of csvFiles)
    assert.equal(write(name, {}), `\uFEFF${columns.map((column) => column.name).join(',')}\r\n`)
})

test('a comma, a quotation mark and a line end are kept inside their cell', () => {
  assert.equal(toCsv([['a,b', 'say "no"', 'two\nlines', null]]), '\uFEFF"a,b","say ""no""","two\nlines",\r\n')
})

test('what a spreadsheet would run gets an apostrophe, and nothing else is touched', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "'=1"]) {
    assert.equal(read(toCsv([[cell, 'x']]))[0]?.[0], `'${cell}`)
  }
  for (const cell of ["'Tis so", '– we agree', '3-4', 'a=b', '“=1”', "''"]) {
    assert.equal(read(toCsv([[cell, 'x']]))[0]?.[0], cell)
  }
})

test('any cells come back from a real parser, and no cell starts a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '"', ',', '\r', '\n', '\t', ' ', 'a', '＝') }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (rows) => {
      const back = read(toCsv(rows))
      assert.deepEqual(
        back.map((row) => row.map(undoFormula)),
        rows,
      )
      for (const one of back.flat()) assert.doesNotMatch(one, /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/)
    }),
    runs,
  )
})
