/** What the pages of quotes, speakers and articles say about them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toStretches } from '../../src/record/in-sentence.ts'
import { groupByOccasion } from '../../src/record/occasions.ts'
import { groupByOffice } from '../../src/record/offices.ts'
import { describeSpeaking } from '../../src/record/people.ts'
import { toQuoteEvents } from '../../src/record/quote-events.ts'
import { shortName, shortWords } from '../../src/record/short-name.ts'
import { countsOf, describeReporting, toSourcedDays } from '../../src/record/sources.ts'
import type { Quote, Wording } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { describeDifferences, toDifferences } from '../../src/record/wording-differences.ts'
import { articleOf, eventOf, quoteOf, record, speakerOf } from './small-record.ts'

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
  const groups = groupByOccasion(quotes)
  assert.deepEqual(
    groups.flatMap((group) => group.quotes),
    quotes,
  )
  const told = groups.map(({ said, context, quotes: own }) => [said?.edtf ?? null, context, own.length])
  assert.ok(told.some(([day, context, size]) => day === '2031-03-02' && context === 'to reporters' && Number(size) > 1))
  const [first, second] = quotes
  assert.ok(first && second)
  const day = toWhen('2031-03-02')
  const at = (quote: Quote, context: string): Quote => ({ ...quote, said: day, context })
  assert.equal(groupByOccasion([at(first, 'a'), at(second, 'b'), at(first, 'a')]).length, 3)
  assert.equal(groupByOccasion([at(first, 'a'), { ...at(second, 'a'), role: 'Another' }]).length, 2)
})

test('days of the report keep undated quotes apart, and say nothing of dated ones', () => {
  const quote = quoteOf('mara-lodzinska/nobody-asked')
  const [early, late] = [toWhen('2031-03-02'), toWhen('2031-03-10')]
  assert.ok(early && late)
  const undated = [early, late].map((reported) => ({ ...quote, said: null, reported }))
  assert.equal(groupByOccasion(undated).length, 2)
  const dated = [early, late].map((reported) => ({ ...quote, said: early, reported }))
  assert.equal(groupByOccasion(dated).length, 1)
})

test('quotes by speaker and office, in the order in which these appear', () => {
  const quote = quoteOf('mara-lodzinska/nobody-asked')
  const mayor = { ...quote, role: 'Mayor' }
  const minister = { ...quote, role: 'Minister' }
  const other = { ...quote, speaker: speakerOf('jonas-bjork'), role: 'Mayor' }
  assert.deepEqual(
    groupByOffice([mayor, other, minister, mayor]).map(({ speaker, role, quotes }) => [
      speaker.id,
      role,
      quotes.length,
    ]),
    [
      ['mara-lodzinska', 'Mayor', 2],
      ['jonas-bjork', 'Mayor', 1],
      ['mara-lodzinska', 'Minister', 1],
    ],
  )
})

test('an event stands once under a quote, by its closest tie', () => {
  const ties = (id: string) => {
    const { announced, reported, other } = toQuoteEvents(quoteOf(id))
    return [announced, reported, other].map((events) => events.map((event) => event.id))
  }
  for (const { id, events } of record.quotes)
    assert.deepEqual(ties(id).flat().toSorted(), events.map((event) => event.id).toSorted())
  const announcing = record.events.find(({ announcedBy }) => announcedBy)
  assert.ok(announcing?.announcedBy)
  assert.ok(ties(announcing.announcedBy.id)[0]?.includes(announcing.id))
  const reporting = record.events.flatMap(({ reports, id }) =>
    reports.flatMap(({ wording }) => (wording ? [{ id, wording }] : [])),
  )
  assert.ok(reporting.length > 0)
  for (const { id, wording } of reporting)
    if (eventOf(id).announcedBy !== wording.quote) assert.ok(ties(wording.quote.id)[1]?.includes(id), id)
})

test('reported speech is never named as if it were speech', () => {
  const direct = quoteOf('mara-lodzinska/nobody-asked')
  assert.match(shortName(direct), /^Mara Łodzińska: /)
  const reported = quoteOf('engineers/piers-sound')
  assert.equal(shortName(reported), `${reported.speaker.name}, as The Ledger reports: the piers had been sound in 2029`)
  assert.equal(shortWords(wordingOf('engineers/piers-sound'), 12), 'the piers …')
  assert.equal(shortName({ ...direct, wordings: [] }), 'Mara Łodzińska')
})

test('what is not quoted is introduced as the outlet’s', () => {
  const mixed = wordingOf('mara-lodzinska/reopen-before-summer')
  assert.equal(mixed.kind, 'mixed')
  assert.equal(describeReporting(mixed), 'As The Ledger reports it; only the marked words are quoted:')
  assert.equal(describeReporting(wordingOf('engineers/piers-sound')), 'As The Ledger reports it, in words of its own:')
})

test('a day known from elsewhere is that of those it was given for', () => {
  const [day, ...others] = toSourcedDays(articleOf('2031-03-03-no-ferries'))
  assert.ok(day)
  assert.deepEqual(
    [day.said.edtf, day.source, day.basis],
    ['2031-03-02', 'https://town.example.org/diary', "the town's diary"],
  )
  assert.deepEqual(
    day.speakers.map(({ id }) => id),
    ['mara-lodzinska'],
  )
  assert.deepEqual(others, [])
  assert.deepEqual(toSourcedDays(articleOf('2031-03-10-meeting-put-off')), [])
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

test('the unnamed are counted apart', () => {
  const named = speakerOf('mara-lodzinska')
  const unnamed = { ...speakerOf('engineers'), kind: 'unnamed' as const }
  assert.equal(describeSpeaking([named]), '1 speaker')
  assert.equal(describeSpeaking([named, named, unnamed]), '2 speakers and 1 voice that no outlet names')
})

test('differences can be heard too, marks by their names and no mark printed', () => {
  const worded = (text: string): Wording => ({ ...wordingOf('mara-lodzinska/nobody-asked'), text, kind: 'direct' })
  const heard = (one: string, two: string) =>
    [...toDifferences([worded(one), worded(two)]).values()].map(describeDifferences)
  assert.deepEqual(heard('We do not wait at the time', 'We don’t wait, at the moment'), [
    'do not; time',
    'don’t; a comma; moment',
  ])
  assert.deepEqual(heard('It says ‘no’', 'It says no.'), ['a quotation mark; a quotation mark', 'a full stop'])
  assert.deepEqual(heard('We wait', 'We wait'), ['', ''])
})
