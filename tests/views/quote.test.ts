/** What the pages of quotes, speakers and articles say about them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { standsAlone, toStretches } from '../../src/record/in-sentence.ts'
import type { Quote, Wording } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { countsOf, toArticleView } from '../../src/views/article.ts'
import { neighboursOf } from '../../src/views/neighbours.ts'
import { toOccasions } from '../../src/views/occasions.ts'
import { toQuoteDays } from '../../src/views/quote-list.ts'
import { toQuotePageView } from '../../src/views/quote-page.ts'
import { toPrinted, toWordingView } from '../../src/views/wording.ts'
import { describeReporting, shortName } from '../../src/words/quotes.ts'
import { articleOf, eventOf, quoteOf, record, speakerOf } from '../record/small-record.ts'

const wordingOf = (id: string, n = 0): Wording => {
  const wording = quoteOf(id).wordings[n]
  assert.ok(wording)
  return wording
}

test('a sentence is told apart and stays whole', () => {
  const parts = [{ verbatim: '“No,”' }, { verbatim: '“never.”' }] as Wording['parts']
  const wording = { ...wordingOf('mara-lodzinska/nobody-asked'), parts }
  const told = (sentence: string) =>
    toStretches(sentence, [wording]).map(({ text, part }) => (part ? `[${text}]` : text))
  assert.deepEqual(told('“No,” she said, “never.” And left.'), ['[“No,”]', ' she said, ', '[“never.”]', ' And left.'])
  assert.deepEqual(told('Nothing of it.'), ['Nothing of it.'])
  const bits = fc.array(fc.constantFrom('“No,”', '“never.”', ' she said ', 'a'), { maxLength: 12 })
  fc.assert(
    fc.property(bits, (texts) => {
      const sentence = texts.join('')
      assert.equal(told(sentence).join('').replace(/[[\]]/g, ''), sentence)
    }),
  )
})

test('every wording is found in its sentence', () => {
  for (const quote of record.quotes)
    for (const wording of quote.wordings) {
      const stretches = toStretches(wording.sentence, [wording])
      assert.deepEqual(
        stretches.flatMap(({ part }) => (part ? [part] : [])),
        wording.parts,
        quote.id,
      )
    }
})

test('quotes of one occasion stand together, and no order is changed', () => {
  const quotes = speakerOf('mara-lodzinska').quotes
  const groups = toOccasions(quotes)
  assert.deepEqual(
    groups.flatMap((group) => group.quotes.map(({ id }) => id)),
    quotes.map(({ id }) => id),
  )
  const told = groups.map(({ said, context, quotes: own }) => [said, context, own.length])
  assert.ok(told.some(([day, context, size]) => day === '2031-03-02' && context === 'to reporters' && Number(size) > 1))
  const [first, second] = quotes
  assert.ok(first && second)
  const day = toWhen('2031-03-02')
  const at = (quote: Quote, context: string): Quote => ({ ...quote, said: day, context })
  assert.equal(toOccasions([at(first, 'a'), at(second, 'b'), at(first, 'a')]).length, 3)
  assert.equal(toOccasions([at(first, 'a'), { ...at(second, 'a'), role: 'Another' }]).length, 2)
})

test('days of the report keep undated quotes apart, and say nothing of dated ones', () => {
  const quote = quoteOf('mara-lodzinska/nobody-asked')
  const [early, late] = [toWhen('2031-03-02'), toWhen('2031-03-10')]
  assert.ok(early && late)
  const undated = [early, late].map((reported) => ({ ...quote, said: null, reported }))
  assert.equal(toOccasions(undated).length, 2)
  const dated = [early, late].map((reported) => ({ ...quote, said: early, reported }))
  assert.equal(toOccasions(dated).length, 1)
})

test('quotes of a day by speaker and office, in the order in which these appear', () => {
  const quote = quoteOf('mara-lodzinska/nobody-asked')
  const mayor = { ...quote, role: 'Mayor' }
  const minister = { ...quote, role: 'Minister' }
  const other = { ...quote, speaker: speakerOf('jonas-bjork'), role: 'Mayor' }
  const [day, ...others] = toQuoteDays([mayor, other, minister, mayor])
  assert.equal(others.length, 0)
  assert.deepEqual(
    day?.groups.map(({ speaker, role, quotes }) => [speaker.id, role, quotes.length]),
    [
      ['mara-lodzinska', 'Mayor', 2],
      ['jonas-bjork', 'Mayor', 1],
      ['mara-lodzinska', 'Minister', 1],
    ],
  )
})

test('quotes by day, those of an unknown day apart and last', () => {
  const days = toQuoteDays(record.quotes)
  const shown = days.flatMap(({ groups }) => groups.flatMap(({ quotes }) => quotes))
  assert.equal(shown.length, record.quotes.length)
  const firstReported = days.findIndex(({ isSaid }) => !isSaid)
  assert.ok(firstReported > 0)
  assert.ok(days.slice(firstReported).every(({ isSaid }) => !isSaid))
})

test('an event stands once under a quote, by its closest tie', () => {
  const ties = (id: string, as?: string) =>
    toQuotePageView(quoteOf(id)).events.flatMap((tie) =>
      !as || tie.as === as ? tie.lines.map((event) => event.id) : [],
    )
  for (const { id, events } of record.quotes)
    assert.deepEqual(ties(id).toSorted(), events.map((event) => event.id).toSorted())
  const announcing = record.events.find(({ announcedBy }) => announcedBy)
  assert.ok(announcing?.announcedBy)
  assert.ok(ties(announcing.announcedBy.id, 'announced').includes(announcing.id))
  const reporting = record.events.flatMap(({ reports, id }) =>
    reports.flatMap(({ wording }) => (wording ? [{ id, wording }] : [])),
  )
  assert.ok(reporting.length > 0)
  for (const { id, wording } of reporting)
    if (eventOf(id).announcedBy !== wording.quote) assert.ok(ties(wording.quote.id, 'reported').includes(id), id)
})

const named = (id: string, most?: number) => shortName(quoteOf(id).speaker.name, toPrinted(wordingOf(id)), most)

test('reported speech is never named as if it were speech', () => {
  assert.match(named('mara-lodzinska/nobody-asked'), /^Mara Łodzińska: /)
  const { name } = speakerOf('engineers')
  assert.equal(named('engineers/piers-sound'), `${name}, as The Ledger reports: the piers had been sound in 2029`)
  assert.equal(named('engineers/piers-sound', 12), `${name}, as The Ledger reports: the piers …`)
})

test('what a quote is called carries no quotation marks and is cut at a word', () => {
  for (const { id } of record.quotes) assert.doesNotMatch(named(id), /[“”"„«»]/)
  assert.equal(named('mara-lodzinska/nobody-asked', 10), 'Mara Łodzińska: Nobody …')
})

test('what is not quoted is introduced as the outlet’s', () => {
  const mixed = wordingOf('mara-lodzinska/reopen-before-summer')
  assert.equal(mixed.kind, 'mixed')
  assert.equal(describeReporting(toWordingView(mixed)), 'As The Ledger reports it; only the marked words are quoted:')
  assert.equal(
    describeReporting(toWordingView(wordingOf('engineers/piers-sound'))),
    'As The Ledger reports it, in words of its own:',
  )
})

test('a day known from elsewhere is that of those it was given for', () => {
  const daysOf = (id: string) => toArticleView(articleOf(id)).saidDays
  const [day, ...others] = daysOf('2031-03-03-no-ferries')
  assert.ok(day)
  assert.deepEqual(
    [day.said, day.source, day.basis],
    ['2031-03-02', 'https://town.example.org/diary', "the town's diary"],
  )
  assert.deepEqual(day.speakers, ['Mara Łodzińska'])
  assert.deepEqual(others, [])
  assert.deepEqual(daysOf('2031-03-10-meeting-put-off'), [])
})

test('an article counts each quote, speaker and event once', () => {
  const { quotes, speakers, events } = countsOf(articleOf('2031-03-02-bridge-closes'))
  assert.equal(new Set(quotes).size, quotes.length)
  assert.deepEqual(speakers.map(({ id }) => id).toSorted(), [
    'engineers',
    'harbour-office',
    'jonas-bjork',
    'mara-lodzinska',
  ])
  const reported = record.events.filter(({ reports }) =>
    reports.some(({ article }) => article.id === '2031-03-02-bridge-closes'),
  )
  assert.deepEqual(events.map(({ id }) => id).toSorted(), reported.map(({ id }) => id).toSorted())
})

test('reported speech that cannot be read by itself is given with its sentence', () => {
  const alone = (before: string, language = 'en') => standsAlone(before, language)
  assert.ok(['', 'He added that ', 'It was late. ', 'and said '].every((before) => alone(before)))
  assert.ok(['Mara ', 'the ferries, ', 'He also '].every((before) => !alone(before)))
  assert.ok(alone('Sie erklärte, dass ', 'de-CH') && alone('Вона сказала, що ', 'uk') && !alone('She said that ', 'xx'))
  for (const wording of record.quotes.flatMap(({ wordings }) => wordings)) {
    const { around } = toPrinted(wording)
    assert.ok(wording.kind !== 'direct' || around === null)
    if (around)
      assert.equal(
        wording.sentence,
        `${around[0]}${wording.sentence.slice(around[0].length, wording.sentence.length - around[1].length)}${around[1]}`,
      )
    if (around) assert.ok(!standsAlone(around[0], wording.article.language))
  }
})

test('before and after', () => {
  const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const list = [a, b, c]
  assert.deepEqual(neighboursOf(list, b), { previous: a, next: c })
  assert.deepEqual(neighboursOf(list, c), { previous: b, next: null })
  assert.deepEqual(neighboursOf([a], a), { previous: null, next: null })
  assert.deepEqual(neighboursOf([a], b), { previous: null, next: null })
})
