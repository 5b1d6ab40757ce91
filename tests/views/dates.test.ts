/**
 * Every kind of date that a source gives, as events of a record: its words, its place in the order and its mark on the
 * scale. `UPDATE=1` rewrites the expectations; the review is the diff.
 */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listCatalogues, readCatalogue } from '../../src/loaders/catalogues.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { toLook, toScale } from '../../src/views/scale.ts'
import { toTimeline } from '../../src/views/timeline.ts'
import { toWords } from '../../src/words/dates.ts'
import { speak } from '../../src/words/say.ts'
import { foldWords, tickWords } from '../../src/words/scale.ts'
import { periodName } from '../../src/words/timeline.ts'

const folder = join(import.meta.dirname, '../fixtures/dates')
const { record } = readContent(join(folder, 'content'))

test('every date is on record', () => {
  assert.deepEqual(
    record.events.filter(({ date }) => date === null),
    [],
  )
})

for (const language of listCatalogues())
  test(`the words of every date: ${language}`, (context) => {
    context.after(() => speak('en'))
    speak(language, readCatalogue(language))
    const lines = record.events.map(({ id, date }) =>
      date ? [id, date.edtf, toWords(date.edtf), toWords(date.edtf, 'short'), toWords(date.edtf, 'weekday')] : [id],
    )
    compare(language === 'en' ? 'words.txt' : `words.${language}.txt`, lines.toSorted(byFirst))
  })

test('the place of every date in the order', () => {
  const forward = record.events.map(({ id, date }) => [id, date?.edtf ?? ''])
  const backward = toTimeline(record).periods.flatMap(({ id, events }) => [
    [`## ${periodName(id)}`],
    ...events.map((event) => [event.id, event.date?.edtf ?? '']),
  ])
  compare('order.txt', [['# Oldest first'], ...forward, [], ['# Newest first'], ...backward])
})

test('the mark of every certain date on the scale', () => {
  const certain = record.events.flatMap(({ id, date }) =>
    date && ['day', 'span'].includes(toLook(date)) ? [{ id, date }] : [],
  )
  const { marks, ticks, folds } = toScale(
    certain,
    ({ date }) => date,
    ({ id }) => id.length,
    null,
  )
  const numbers = marks.flatMap(({ x, width, lane }) => [x, width, lane])
  assert.ok(numbers.every(Number.isFinite))
  compare('scale.txt', [
    ...marks.map(({ item, shape, side, x, width, lane }) => [
      item.id,
      shape,
      `at ${x}`,
      `${width} wide`,
      `lane ${lane}`,
      side,
    ]),
    [],
    ...ticks.map((tick) => ['date', tickWords(tick), `at ${tick.x}`]),
    [],
    ...folds.map((fold) => ['fold', foldWords(fold), `at ${fold.x}`]),
  ])
})

function compare(name: string, lines: readonly (readonly string[])[]): void {
  const found = `${lines.map((line) => line.join(' | ')).join('\n')}\n`
  const file = join(folder, name)
  if (process.env['UPDATE']) writeFileSync(file, found)
  assert.equal(found, readFileSync(file, 'utf8'))
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1
}
