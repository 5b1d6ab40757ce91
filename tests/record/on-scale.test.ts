import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  describeMarks,
  eventsOnScale,
  isWorthAScale,
  mostMarks,
  newestOnScale,
  quotesOnScale,
} from '../../src/record/on-scale.ts'
import { toScale } from '../../src/record/scale.ts'
import { toWhen } from '../../src/record/when.ts'
import { eventOf, record, speakerOf } from './small-record.ts'

const dated = (edtf: string, id = edtf) => ({ ...eventOf('cracks-found'), id, url: `/${id}/`, date: toWhen(edtf) })

test('an event is a link that says when, what came of it, and what', () => {
  const [entry] = eventsOnScale([eventOf('public-meeting')])
  assert.equal(entry?.url, '/events/public-meeting/')
  assert.equal(entry?.words, '10 Mar 2031, slipped: Public meeting on the bridge')
  assert.equal(entry?.tone, 'undone')
  assert.deepEqual(eventsOnScale([eventOf('early-inspection')]), [], 'nothing without a date')
})

test('a day on which something was said is one mark, with how much and by whom', () => {
  const mayor = speakerOf('mara-lodzinska')
  const entries = quotesOnScale(mayor.quotes, ({ said }, index) => `/there/#${said?.edtf}-${index}`)
  const days = new Set(mayor.quotes.flatMap(({ said }) => (said ? [said.edtf] : [])))
  assert.equal(entries.length, days.size)
  for (const { date, words, url, tone } of entries) {
    const number = mayor.quotes.filter(({ said }) => said?.edtf === date.edtf).length
    assert.match(words, new RegExp(`, said: ${number} quotes? by Mara Łodzińska$`))
    assert.equal(url, `/there/#${date.edtf}-${mayor.quotes.findIndex(({ said }) => said?.edtf === date.edtf)}`)
    assert.equal(tone, 'said')
  }
  const [first] = mayor.quotes.filter(({ said }) => said)
  assert.ok(first)
  const sayers = record.speakers.slice(0, 3).map((speaker) => ({ ...first, speaker }))
  assert.match(quotesOnScale(sayers, ({ url }) => url)[0]?.words ?? '', /said: 3 quotes by 3 speakers$/)
  assert.match(quotesOnScale(sayers.slice(0, 2), ({ url }) => url)[0]?.words ?? '', /said: 2 quotes by \D+ and \D+$/)
})

test('a scale has room for the newest, however many there are', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    dated(new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)),
  )
  const shown = newestOnScale(eventsOnScale(many))
  assert.equal(shown.length, mostMarks.wide)
  assert.equal(shown[0]?.url, many.at(-1)?.url)
  assert.ok(shown.every(({ url }) => many.slice(-mostMarks.wide).some((event) => event.url === url)))
  const few = eventsOnScale(many.slice(0, 3))
  assert.deepEqual(newestOnScale(few), few, 'and leaves alone what fits')
})

test('what is precise has room before what is vague, however new', () => {
  const vague = Array.from({ length: 40 }, (_, index) => dated('204X', `vague-${index}`))
  const days = Array.from({ length: 10 }, (_, index) => dated(`2031-03-${10 + index}`))
  const shown = newestOnScale(eventsOnScale([...vague, ...days]), 12)
  assert.deepEqual(
    shown.slice(0, 10).map(({ url }) => url),
    days.toReversed().map(({ url }) => url),
  )
  assert.equal(shown.length, 12)
})

test('one date is no scale', () => {
  assert.equal(isWorthAScale([]), false)
  assert.equal(isWorthAScale(eventsOnScale([dated('2031-03-01', 'a'), dated('2031-03-01', 'b')])), false)
  assert.equal(isWorthAScale(eventsOnScale([dated('2031-03-01'), dated('2031-03-02')])), true)
})

test('the legend names the marks that are there, and no other', () => {
  const of = (...edtf: string[]) => toScale(eventsOnScale(edtf.map((text) => dated(text))))
  const legend = (...edtf: string[]) => {
    const { marks, folds } = of(...edtf)
    return describeMarks(marks, folds.length > 0)
  }
  assert.equal(legend('2031-03-01', '2031-03-02'), 'A dot is a day.')
  assert.equal(
    legend('2031-03-01', '2031~', '2033-01-01/2033-01-03', '2033-02/..'),
    'A dot is a day; a bar is a span in which it lies; a faint one is long or uncertain; an open end is unknown; a double stroke is an empty stretch drawn short.',
  )
  const said = quotesOnScale(record.quotes.slice(0, 1), ({ url }) => url)
  assert.equal(describeMarks(toScale(said).marks, false), 'A diamond is something said.')
  assert.match(describeMarks(toScale(eventsOnScale([eventOf('reopening')])).marks, false), /; dashes are expected\.$/)
})
