import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewsEvent } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { urls } from '../../src/urls.ts'
import { toLook } from '../../src/views/scale.ts'
import { mostMarks, quotesOnScale, toScaleView } from '../../src/views/scale-page.ts'
import { pageDayOf } from '../../src/words/dates.ts'
import { eventOf, record, speakerOf } from '../record/small-record.ts'

const dated = (edtf: string, id = edtf) => ({ ...eventOf('cracks-found'), id, url: `/${id}/`, date: toWhen(edtf) })
const days = (length: number) =>
  Array.from({ length }, (_, index) => dated(new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)))
const scaleOf = (...[events, options]: [NewsEvent[], Parameters<typeof toScaleView>[2]?]) => {
  const scale = toScaleView(events, record, options)
  assert.ok(scale)
  return scale
}

test('an event is a link that says when, what came of it, and what; one without a certain date stands beside', () => {
  const vague = [eventOf('early-inspection'), dated('2031~'), dated('../2031-03-04'), dated('2030')]
  const { drawing, listed, total } = scaleOf([dated('2031-03-01'), eventOf('public-meeting'), ...vague])
  assert.equal(total, 6)
  assert.deepEqual(
    listed.map(({ date }) => date),
    [null, '2031~', '../2031-03-04', '2030'],
  )
  const [, mark] = drawing.marks
  assert.ok(mark)
  assert.deepEqual([mark.url, mark.tone], ['/events/public-meeting/', 'undone'])
  assert.deepEqual(mark.event, { status: 'slipped', title: 'Public meeting on the bridge' })
})

test('a day on which something was said is one mark, with how much and by whom', () => {
  const mayor = speakerOf('mara-lodzinska')
  const entries = quotesOnScale(mayor.quotes)
  const saidOn = new Set(
    mayor.quotes.flatMap(({ said }) => (said && ['day', 'span'].includes(toLook(said)) ? [said.edtf] : [])),
  )
  assert.equal(entries.length, saidOn.size)
  for (const { date, said, url, tone } of entries) {
    const own = mayor.quotes.filter((quote) => quote.said?.edtf === date)
    assert.deepEqual(said, { quotes: own.length, speakers: ['Mara Łodzińska'] })
    assert.equal(url, urls.day(pageDayOf(date ?? '') ?? ''))
    assert.equal(tone, 'said')
  }
  const [first] = mayor.quotes.filter((said) => said)
  assert.ok(first)
  const sayers = record.speakers.slice(0, 3).map((speaker) => ({ ...first, speaker }))
  assert.deepEqual(quotesOnScale(sayers)[0]?.said, {
    quotes: 3,
    speakers: sayers.map(({ speaker }) => speaker.name),
  })
})

test('marks stand in time, words among events', () => {
  const said = quotesOnScale(speakerOf('mara-lodzinska').quotes)
  const { drawing } = scaleOf([...record.events], said)
  const places = drawing.marks.map(({ x }) => x)
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  assert.ok(drawing.marks.some((mark) => mark.said) && drawing.marks.some((mark) => mark.event))
})

test('a scale has room for the newest, however many there are, and says how many there would be', () => {
  const many = days(3000)
  const { drawing, total } = scaleOf(many)
  assert.equal(total, 3000)
  const newest = new Set(many.slice(-mostMarks).map(({ url }) => url))
  assert.ok(drawing.marks.length > 14 && drawing.lanes <= 14)
  assert.ok(drawing.marks.every(({ url }) => newest.has(url)))
  assert.equal(scaleOf(many.slice(0, 3)).drawing.marks.length, 3, 'and leaves alone what fits')
  assert.ok(scaleOf([...days(2), ...Array.from({ length: 50 }, () => dated('2031'))]).listed.length < 20)
})

test('one certain date is no scale', () => {
  assert.equal(toScaleView([dated('2031-03-01', 'a'), dated('2032', 'b')], record), null)
  assert.equal(toScaleView([], record), null)
  assert.equal(toScaleView([dated('2031-03-01', 'a'), dated('2031-03-01', 'b')], record), null)
  assert.equal(scaleOf([dated('2031-03-01'), dated('2031-03-02')]).total, 2)
})
