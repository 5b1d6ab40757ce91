import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewsEvent } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { mostMarks, newestOnScale, quotesOnScale, toScaleView } from '../../src/views/scale-page.ts'
import { eventOf, record, speakerOf } from '../record/small-record.ts'

const dated = (edtf: string, id = edtf) => ({ ...eventOf('cracks-found'), id, url: `/${id}/`, date: toWhen(edtf) })
const days = (length: number) =>
  Array.from({ length }, (_, index) => dated(new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)))
const scaleOf = (...[events, options]: [NewsEvent[], Parameters<typeof toScaleView>[2]?]) => {
  const scale = toScaleView(events, record, options)
  assert.ok(scale)
  return scale
}

test('an event is a link that says when, what came of it, and what; nothing without a date', () => {
  const { total, wide } = scaleOf([dated('2031-03-01'), eventOf('public-meeting'), eventOf('early-inspection')])
  assert.equal(total, 2)
  const [, mark] = wide.marks
  assert.ok(mark)
  assert.deepEqual([mark.url, mark.tone], ['/events/public-meeting/', 'undone'])
  assert.deepEqual(mark.event, { status: 'slipped', title: 'Public meeting on the bridge' })
})

test('a day on which something was said is one mark, with how much and by whom', () => {
  const mayor = speakerOf('mara-lodzinska')
  const entries = quotesOnScale(mayor.quotes, ({ said }, index) => `/there/#${said?.edtf}-${index}`)
  const saidOn = new Set(mayor.quotes.flatMap(({ said }) => (said ? [said.edtf] : [])))
  assert.equal(entries.length, saidOn.size)
  for (const { date, said, url, tone } of entries) {
    const own = mayor.quotes.filter((quote) => quote.said?.edtf === date)
    assert.deepEqual(said, { quotes: own.length, speakers: ['Mara Łodzińska'] })
    assert.equal(url, `/there/#${date}-${mayor.quotes.findIndex((quote) => quote.said?.edtf === date)}`)
    assert.equal(tone, 'said')
  }
  const [first] = mayor.quotes.filter(({ said }) => said)
  assert.ok(first)
  const sayers = record.speakers.slice(0, 3).map((speaker) => ({ ...first, speaker }))
  assert.deepEqual(quotesOnScale(sayers, ({ url }) => url)[0]?.said, {
    quotes: 3,
    speakers: sayers.map(({ speaker }) => speaker.name),
  })
})

test('marks stand in time, words among events, and an end that nobody gives is told from a start', () => {
  const said = quotesOnScale(speakerOf('mara-lodzinska').quotes, ({ url }) => url)
  const { wide, narrow, end } = scaleOf([...record.events], { said })
  for (const { marks } of [wide, narrow])
    assert.deepEqual(
      marks.map(({ x }) => x),
      marks.map(({ x }) => x).toSorted((a, b) => a - b),
    )
  assert.ok(wide.marks.some((mark) => mark.said) && wide.marks.some((mark) => mark.event))
  assert.equal(end, '2031-03-10')
  const open = scaleOf([dated('2031-03-01/..'), dated('../2031-03-04')]).wide.marks
  assert.deepEqual(open.map(({ date, isOnward }) => `${date} ${isOnward}`).toSorted(), [
    '../2031-03-04 false',
    '2031-03-01/.. true',
  ])
})

test('a scale has room for the newest, however many there are', () => {
  const many = days(3000)
  const { narrow, total, wide } = scaleOf(many)
  assert.equal(total, 3000)
  const addresses = many.map(({ url }) => url)
  assert.deepEqual(
    wide.marks.map(({ url }) => url),
    addresses.slice(-mostMarks.wide),
  )
  assert.deepEqual(
    narrow.marks.map(({ url }) => url),
    addresses.slice(-mostMarks.narrow),
  )
  assert.equal(scaleOf(many.slice(0, 3)).wide.marks.length, 3, 'and leaves alone what fits')
})

test('what is precise has room before what is vague, however new', () => {
  const entry = (edtf: string) => ({ edtf, when: toWhen(edtf) ?? assert.fail(edtf) })
  const vague = Array.from({ length: 40 }, () => entry('204X'))
  const precise = Array.from({ length: 10 }, (_, index) => entry(`2031-03-${10 + index}`))
  assert.deepEqual(
    newestOnScale([...vague, ...precise], 12).map(({ edtf }) => edtf),
    [...precise.map(({ edtf }) => edtf).toReversed(), '204X', '204X'],
  )
})

test('one date is no scale', () => {
  assert.equal(toScaleView([], record), null)
  assert.equal(toScaleView([dated('2031-03-01', 'a'), dated('2031-03-01', 'b')], record), null)
  assert.equal(scaleOf([dated('2031-03-01'), dated('2031-03-02')]).total, 2)
})

test('a scale says what its events are of the whole', () => {
  const two = [dated('2031-03-01'), dated('2031-03-02')]
  assert.equal(scaleOf(two).shown, 'of this page')
  assert.equal(scaleOf(two, { shown: 'newest' }).shown, 'newest')
  assert.equal(scaleOf([...record.events]).shown, 'all')
})
