/** Geometry of the scale: where each thing with a date lies between left and right, and in which lane. */
import type { When } from '../record/types.ts'
import { hasBound, isVague } from '../record/when.ts'

/** One thing on the scale; lengths in the units of the drawing. */
export interface Mark<Item> {
  item: Item
  x: number
  width: number
  /** From 0, next to the axis; what is precise lies below what is vague. */
  lane: number
  shape: 'day' | 'span' | 'vague' | 'open'
}

export interface Tick {
  x: number
  day: string
  /** Whether its year is said: it is where the year changes. */
  hasYear: boolean
  /** Middle of the words, which stay on the drawing. */
  middle: number
}

/** An empty stretch that is drawn shorter than it is. */
export interface Fold {
  x: number
  /** How many days it leaves out; null where there is no room to say so. */
  days: number | null
  /** Middle of the words, which stay on the drawing. */
  middle: number
}

export interface Scale<Item> {
  width: number
  lanes: number
  marks: Mark<Item>[]
  ticks: Tick[]
  folds: Fold[]
  /** Where the record ends; null when that was not asked for. */
  end: number | null
}

const dayLength = 86_400_000
/** A stretch without any bound that is longer than this is folded, in days. */
const longestStretch = 20
/** Least room a date needs below the axis, with its year and without. */
const tickRoom = { long: 84, short: 52 }
/** Least room the words of a fold need. */
const foldRoom = 64
const margin = 14
/** Width of a day: room for a dot, and for a finger. */
const dayWidth = 24
/** Where the dot in it ends. */
const dotEnd = 19

/**
 * Lays out over `width` what has a start or an end; empty stretches are folded and marked. Where there is a limit to the
 * lanes, what finds no room in them is left out: the vague before the precise.
 */
export function toScale<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => When | null,
  end: When | null = null,
  width = 1100,
  mostLanes = Number.POSITIVE_INFINITY,
): Scale<Item> {
  const dated = items.flatMap((item) => {
    const date = dateOf(item)
    return date && hasBound(date) ? [{ item, date }] : []
  })
  if (dated.length === 0) return { width, lanes: 0, marks: [], ticks: [], folds: [], end: null }
  const days = dated.flatMap(({ date }) => [startOf(date), endOf(date)])
  if (end) days.push(toDay(end.latest))
  const bounds = [...new Set(days)].toSorted((a, b) => a - b)
  const { positions, folds } = placeBounds(bounds, width)
  const at = (time: number): number => positions.get(time) ?? margin
  const inTime = dated.toSorted((a, b) => startOf(a.date) - startOf(b.date) || endOf(a.date) - endOf(b.date))
  const lanes: number[] = []
  const place = ({ item, date }: (typeof dated)[number], lowest: number): Mark<Item> => {
    const x = at(startOf(date))
    const size = round(at(endOf(date)) + dayWidth - x)
    const free = lanes.findIndex((taken, index) => index >= lowest && taken + 4 <= x)
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = x + size
    return { item, x, width: size, lane, shape: toLook(date) }
  }
  const precise = inTime.filter(({ date }) => toLook(date) !== 'vague').map((one) => place(one, 0))
  const lowest = lanes.length
  const vague = inTime.filter(({ date }) => toLook(date) === 'vague').map((one) => place(one, lowest))
  const kept = [...precise, ...vague].filter(({ lane }) => lane < mostLanes)
  // Drawn again: the dates of what is left out need no room.
  if (kept.length < dated.length) {
    const fitting = kept.map(({ item }) => item)
    return toScale(fitting, dateOf, end, width, mostLanes)
  }
  return {
    width,
    lanes: lanes.length,
    marks: [...precise, ...vague],
    ticks: toTicks(bounds, at, width),
    folds,
    end: end && endOfRecord(toDay(end.latest), bounds, at),
  }
}

/** What is approximate, or a span of more than a month, says little about the day, so it is drawn lighter. */
export function toLook(date: When): Mark<never>['shape'] {
  const length = date.latest - date.earliest
  if (!Number.isFinite(length)) return 'open'
  if (isVague(date) || length > 32 * dayLength) return 'vague'
  return length < dayLength ? 'day' : 'span'
}

/** After the last day, and before what comes next where that has room beside its dot. */
function endOfRecord(day: number, bounds: readonly number[], at: (time: number) => number): number {
  const next = bounds.find((time) => time > day)
  const x = at(day)
  const room = next === undefined ? dayWidth + 2 : Math.min(dayWidth + 2, Math.max(at(next) - x, dotEnd))
  return round(x + room)
}

/** Where each day begins that begins or ends something. */
function placeBounds(bounds: readonly number[], width: number): { positions: Map<number, number>; folds: Fold[] } {
  const gaps = bounds.slice(1).map((time, index) => Math.round((time - (bounds[index] ?? time)) / dayLength))
  const shares = gaps.map((days) => (days > longestStretch ? 4 : 1 + Math.sqrt(days)))
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1
  const room = width - 2 * margin - dayWidth
  const positions = new Map<number, number>()
  const folds: Fold[] = []
  let x = margin
  bounds.forEach((time, index) => {
    positions.set(time, round(x))
    const days = gaps[index]
    const step = ((shares[index] ?? 0) / whole) * room
    if (days !== undefined && days > longestStretch) folds.push(toFold(x + step / 2 + dayWidth / 2, days, folds, width))
    x += step
  })
  return { positions, folds }
}

function toFold(x: number, days: number, before: readonly Fold[], width: number): Fold {
  const last = before.findLast((fold) => fold.days !== null)
  const middle = keepOn(x, foldRoom, width)
  return { x: round(x), days: last && middle - last.middle < foldRoom ? null : days, middle }
}

/** The middle of words that need so much room, moved where they would leave the drawing. */
function keepOn(x: number, room: number, width: number): number {
  return round(Math.min(Math.max(x, room / 2), width - room / 2))
}

/** As many dates as have room, each under the middle of its day; the year is given where it changes. */
function toTicks(bounds: readonly number[], at: (time: number) => number, width: number): Tick[] {
  const ticks: Tick[] = []
  let lastYear = ''
  let taken = Number.NEGATIVE_INFINITY
  for (const time of bounds) {
    const day = new Date(time).toISOString().slice(0, 10)
    const year = day.slice(0, 4)
    const room = year === lastYear ? tickRoom.short : tickRoom.long
    const x = round(at(time) + dayWidth / 2)
    const middle = keepOn(x, room, width)
    if (middle - room / 2 < taken) continue
    ticks.push({ x, day, hasYear: year !== lastYear, middle })
    taken = middle + room / 2
    lastYear = year
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
