import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvColumns, toCsv, toQuotesCsv } from '../../src/feeds/csv.ts'
import { bridge, toRecord } from '../sample.ts'
import { runs } from './hostile.ts'

const read = (csv: string): string[][] => parse(csv, { bom: true })

/** The inverse that the file's documentation gives. */
const undo = (cell: string): string => (/^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(cell) ? cell.slice(1) : cell)

test('one row a wording, under its names', () => {
  const rows: Record<string, string>[] = parse(toQuotesCsv(toRecord(bridge)), { bom: true, columns: true })
  assert.deepEqual(Object.keys(rows[0] ?? {}), [...csvColumns])
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
  const rows: Record<string, string>[] = parse(toQuotesCsv(toRecord(bridge)), { bom: true, columns: true })
  assert.equal(rows.length, 3)
  for (const row of rows) assert.match(row['rights'] ?? '', /CC0.*not ours to license/)
})

test('an empty record is a file with names and no row', () => {
  assert.equal(toQuotesCsv(toRecord({})), `\uFEFF${csvColumns.join(',')}\r\n`)
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
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '"', ',', '\r', '\n', '\t', ' ', 'a', '＝') }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (rows) => {
      const back = read(toCsv(rows))
      assert.deepEqual(
        back.map((row) => row.map(undo)),
        rows,
      )
      for (const one of back.flat()) assert.doesNotMatch(one, /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/)
    }),
    runs,
  )
})
