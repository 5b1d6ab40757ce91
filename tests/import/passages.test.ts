import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { measure, readPassages, sets } from '../../bench/import/measure.ts'

const read = (name: string) =>
  readPassages(readFileSync(join(import.meta.dirname, `../../bench/import/${name}.txt`), 'utf8'))

test('forty passages with two hundred quotes', () => {
  const all = sets.flatMap(read)
  assert.ok(all.length >= 40)
  assert.ok(all.reduce((sum, { quotes }) => sum + quotes.length, 0) >= 200)
})

for (const name of sets) {
  test(`${name}: no worse than promised`, () => {
    const figures = measure(read(name))
    assert.ok(figures.found / figures.quotes >= 0.99, 'spans found')
    assert.ok(figures.found / (figures.found + figures.surplus) >= 0.99, 'spans that are some')
    assert.ok(figures.speakersRight / figures.quotes >= 0.85, 'speakers')
    assert.ok(figures.certainRight / figures.certain >= 0.95, 'certain speakers')
    assert.ok(figures.datesRight / figures.dates >= 0.85, 'dates')
  })
}
