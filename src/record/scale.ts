/** Geometry of the scale above the timeline: where each event lies between left and right, and in which lane. */
import { shapeOf } from './describe.ts'
import type { NewsEvent, When } from './types.ts'
import { toWhen, toWords } from './when.ts'

/** One event on the scale; lengths in the units of the drawing. */
export interface Mark {
  event: NewsEvent
  x: number
  width: number
  lane: number
  shape: 'day' | 'span' | 'vague' | 'open'
}

export interface Tick {
  x: number
  words: string
}

/** An empty stretch that is drawn shorter than it is. */
export interface Fold {
  x: number
  words: string
}

export interface Scale {
  width: number
  lanes: number
  marks: Mark[]
  ticks: Tick[]
  folds: Fold[]
}

const dayLength = 86_400_000
/** A stretch without any bound that is longer than this is folded, in days. */
const longestStretch = 20
/** Least room a date needs below the axis. */
const tickRoom = 84
const margin = 14
const smallestMark = 24

/** Lays the events that have a date out over `width`; empty stretches are folded and marked. */
export function toScale(events: readonly NewsEvent[], width = 1100): Scale {
  const dated = events.flatMap((event) => (event.date ? [{ event, date: event.date }] : []))
  const bounds = [...new Set(dated.flatMap(({ date }) => [startOf(date), endOf(date)]))].toSorted((a, b) => a - b)
  const { positions, folds } = placeBounds(bounds, width)
  const at = (time: number): number => positions.get(time) ?? margin
  const lanes: number[] = []
  const marks = dated
    .toSorted((a, b) => startOf(a.date) - startOf(b.date) || endOf(a.date) - endOf(b.date))
    .map(({ event, date }): Mark => {
      const left = at(startOf(date))
      const size = Math.max(smallestMark, at(endOf(date)) - left)
      const x = round(Math.min(left, width - margin - size))
      const free = lanes.findIndex((end) => end + 4 <= x)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = x + size
      return { event, x, width: round(size), lane, shape: toLook(date) }
    })
  return { width, lanes: lanes.length, marks, ticks: toTicks(bounds, at, width), folds }
}

/** A span of more than a month says little about the day, so it is drawn lighter than one of a few days. */
function toLook(date: When): Mark['shape'] {
  const shape = shapeOf(date)
  if (shape === 'span' && date.latest - date.earliest > 32 * dayLength) return 'vague'
  return shape === 'none' ? 'open' : shape
}

function placeBounds(bounds: readonly number[], width: number): { positions: Map<number, number>; folds: Fold[] } {
  const gaps = bounds.slice(1).map((time, index) => Math.round((time - (bounds[index] ?? time)) / dayLength))
  const shares = gaps.map((days) => (days > longestStretch ? 4 : 1 + Math.sqrt(days)))
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1
  const room = width - 2 * margin - smallestMark
  const positions = new Map<number, number>()
  const folds: Fold[] = []
  let x = margin
  bounds.forEach((time, index) => {
    positions.set(time, round(x))
    const days = gaps[index]
    const step = ((shares[index] ?? 0) / whole) * room
    if (days !== undefined && days > longestStretch)
      folds.push({ x: round(x + step / 2 + smallestMark / 2), words: `${days.toLocaleString('en')} days` })
    x += step
  })
  return { positions, folds }
}

function toTicks(bounds: readonly number[], at: (time: number) => number, width: number): Tick[] {
  const ticks: Tick[] = []
  for (const time of bounds) {
    const x = at(time)
    const when = toWhen(new Date(time).toISOString().slice(0, 10))
    const room = x > width - 90 ? 2 * tickRoom : tickRoom
    if (when && x - (ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= room)
      ticks.push({ x, words: toWords(when, 'short') })
  }
  return ticks
}

/** The first day of a date; an open start is drawn at its end. */
function startOf(date: When): number {
  return toDay(Number.isFinite(date.earliest) ? date.earliest : date.latest)
}

function endOf(date: When): number {
  return toDay(Number.isFinite(date.latest) ? date.latest : date.earliest)
}

function toDay(time: number): number {
  return Math.floor(time / dayLength) * dayLength
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
