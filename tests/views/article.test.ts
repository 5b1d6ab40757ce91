/** What the page of an article shows beside its words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { toElsewhere, toExcerpts, toMargin } from '../../src/views/article-page.ts'
import { outletsOf } from '../../src/views/carriers.ts'
import { shapeOf } from '../../src/views/event.ts'
import { toNarrative } from '../../src/views/narrative.ts'
import { elsewhereWords } from '../../src/words/articles.ts'
import { articleOf, eventOf, quoteOf } from '../record/small-record.ts'

test('a date looks like what is known of it', () => {
  const shape = (edtf: string) => shapeOf(toWhen(edtf))
  assert.deepEqual(['2031-03-01', '2031-03', '../2031-03', '2031-03-01/..'].map(shape), [
    'day',
    'span',
    'open',
    'onward',
  ])
  assert.equal(shapeOf(null), 'none')
})

test('where else a quote stands, and whether in the same words', () => {
  const [first, second] = quoteOf('mara-lodzinska/not-wait-for-ferries').wordings
  assert.ok(first && second)
  const elsewhere = toElsewhere(first)
  assert.ok(elsewhere)
  assert.equal(elsewhereWords(elsewhere), `also in ${second.article.outlet.name}, worded differently`)
  const [alone] = quoteOf('mara-lodzinska/nobody-asked').wordings
  assert.ok(alone)
  assert.equal(toElsewhere(alone), null)
  assert.equal(outletsOf(first.quote).length, 2)
})

test('a quoted term loses its marks outside the copy, and nothing else does', () => {
  const article = articleOf('2031-03-02-bridge-closes')
  const [part] = eventOf('2031-03-01-bridge-closed').reports[0]?.parts ?? []
  assert.ok(part)
  const told = (verbatim: string, terms: string[]) => toNarrative({ ...part, verbatim }, { ...article, terms })
  assert.equal(told('a “no limits” partnership', ['no limits']), 'a no limits partnership')
  assert.equal(told('the "Old (Lady)," they say', ['Old (Lady)']), 'the Old (Lady), they say')
  assert.equal(told('he heard “signals”', ['no limits']), 'he heard “signals”')
})

test('the margin gathers a speaker’s words beside a block, and the events once', () => {
  const margin = toMargin(articleOf('2031-03-02-bridge-closes'))
  assert.deepEqual(
    margin.get(0)?.map((note) => note.is),
    ['event', 'event'],
  )
  const said = margin.get(1)?.[0]
  assert.ok(said?.is === 'said')
  assert.ok(said.isOne, 'two parts of one wording are one note')
  const together = margin.get(2)?.[0]
  assert.ok(together?.is === 'said')
  assert.deepEqual(
    together.occasions.map(({ context, wordings }) => [context, wordings.length]),
    [['to reporters', 2]],
  )
})

test('excerpts are the sentences that carry a quote, each once, in the order of the text', () => {
  const excerpts = toExcerpts(articleOf('2031-03-03-no-ferries'))
  assert.deepEqual(
    excerpts.map(({ stretches }) => stretches.map(({ text, words }) => (words ? `[${text}]` : text)).join('')),
    [
      'Mayor Mara Lodzinska said [the town would “not wait” for ferries], and [added a joke about the last one].',
      'Mayor Lodzinska disagrees: [“Nobody asked me. Nobody asked the council, either,”] she said.',
      '[The bridge would reopen by May], she said.',
      'Works minister Jonas Björk [said that repair was what the report asked for].',
      '[“A bridge is not a promise,] … [“It is steel, and steel can be mended,”] he added.',
    ],
  )
  assert.deepEqual(
    excerpts[0]?.notes.map(
      (note) => note.is === 'said' && [note.speaker.id, note.occasions.flatMap(({ wordings }) => wordings).length],
    ),
    [['mara-lodzinska', 2]],
  )
})
