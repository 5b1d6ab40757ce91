/** Geometry of the scale: where each thing with a date lies between left and right, in which lane, and where its name stands. */
import type { When } from '../record/types.ts'
import { isVague } from '../record/when.ts'

/** One thing on the scale; lengths in the units of the drawing. */
export interface Mark<Item> {
  item: Item
  x: number
  width: number
  /** From 0, at the top. */
  lane: number
  shape: 'day' | 'span'
  /** On which side of it its name stands; over its end where there is room on neither. */
  side: 'left' | 'right' | 'over'
}

export interface Tick {
  x: number
  day: string
  /** Whether its year is said: it is where the year changes. */
  hasYear: boolean
  /** Middle of the words, which stay on the drawing; null where there is no room for them. */
  middle: number | null
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
  /** Where the record ends, between what is past and what is not; null when that was not asked for, or nothing is beyond it. */
  end: number | null
}

const dayLength = 86_400_000
/** A stretch without any bound that is longer than this is folded, in days. */
const longestStretch = 20
/** Least room a date needs below the axis, with its year and without. */
const tickRoom = { long: 90, short: 56 }
/** Least room the words of a fold need. */
const foldRoom = 64
const width = 1100
const margin = 14
/** Width of a day: room for a dot, and for a finger. */
const dayWidth = 25
/** Where the dot in it ends. */
const dotEnd = 19
/** Room of a letter of a name, as the drawing sets it; some are wider, most are not. */
const letter = 6.8

/**
 * Lays out what is certain, each with its name beside it, `lengthOf` letters long; empty stretches are folded and marked.
 * What finds no room in the lanes is left out, the last of the list first.
 */
export function toScale<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => When,
  lengthOf: (item: Item) => number,
  end: When | null,
  mostLanes = Number.POSITIVE_INFINITY,
): Scale<Item> {
  if (items.length === 0) return { width, lanes: 0, marks: [], ticks: [], folds: [], end: null }
  const bounds = [
    ...new Set(items.map(dateOf).flatMap(({ earliest, latest }) => [toDay(earliest), toDay(latest)])),
  ].toSorted((a, b) => a - b)
  const { positions, folds } = placeBounds(bounds)
  const at = (time: number): number => positions.get(time) ?? margin
  const edge = end && endOfRecord(toDay(end.latest), bounds, at)
  const lanes: [from: number, to: number][][] = []
  const marks = items
    .toSorted((a, b) => dateOf(a).earliest - dateOf(b).earliest || dateOf(a).latest - dateOf(b).latest)
    .map((item): Mark<Item> => {
      const { earliest, latest } = dateOf(item)
      const x = at(toDay(earliest))
      const size = round(at(toDay(latest)) + dayWidth - x)
      const name = lengthOf(item) * letter + 8
      // The name of what is past stays before what is not, where it has room there.
      const room = edge !== null && x + size <= edge ? edge : width
      const side = x + size + name <= room ? 'right' : x >= name ? 'left' : x + size + name <= width ? 'right' : 'over'
      const [from, to] =
        side === 'right' ? [x, x + size + name] : [Math.min(x, x + (side === 'left' ? 0 : size) - name), x + size]
      const free = lanes.findIndex((lane) => lane.every((taken) => to < taken[0] || from > taken[1]))
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = [...(lanes[lane] ?? []), [from, to]]
      return { item, x, width: size, lane, shape: toLook(dateOf(item)) === 'day' ? 'day' : 'span', side }
    })
  // Drawn again: the dates of what is left out need no room.
  if (lanes.length > mostLanes) {
    const most = Math.min(items.length - 1, marks.filter(({ lane }) => lane < mostLanes).length)
    return toScale(items.slice(0, most), dateOf, lengthOf, end, mostLanes)
  }
  return {
    width,
    lanes: lanes.length,
    marks,
    ticks: toTicks(bounds, at),
    folds,
    end: edge,
  }
}

/** What is approximate, or a span of more than a month, says little about the day. */
export function toLook(date: When): 'day' | 'span' | 'vague' | 'open' {
  const length = date.latest - date.earliest
  if (!Number.isFinite(length)) return 'open'
  if (isVague(date) || length > 32 * dayLength) return 'vague'
  return length < dayLength ? 'day' : 'span'
}

/**
 * Just before the first bound that is beyond the record's last day, so that what stands after it is so for certain; null
 * where there is none. The last day itself is no bound: with every article, each scale would be drawn anew.
 */
function endOfRecord(day: number, bounds: readonly number[], at: (time: number) => number): number | null {
  const next = bounds.find((time) => time > day)
  if (next === undefined) return null
  const last = bounds.findLast((time) => time <= day)
  return round(Math.max(at(next) - 4, last === undefined ? 0 : at(last) + dotEnd))
}

/** Where each day begins that begins or ends something. */
function placeBounds(bounds: readonly number[]): { positions: Map<number, number>; folds: Fold[] } {
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
    if (days !== undefined && days > longestStretch) folds.push(toFold(x + step / 2 + dayWidth / 2, days, folds))
    x += step
  })
  return { positions, folds }
}

function toFold(x: number, days: number, before: readonly Fold[]): Fold {
  const last = before.findLast((fold) => fold.days !== null)
  const middle = keepOn(x, foldRoom)
  return { x: round(x), days: last && middle - last.middle < foldRoom ? null : days, middle }
}

/** The middle of words that need so much room, moved where they would leave the drawing. */
function keepOn(x: number, room: number): number {
  return round(Math.min(Math.max(x, room / 2), width - room / 2))
}

/** A tick for each date, with its words where they have room; the year is given where it changes. */
function toTicks(bounds: readonly number[], at: (time: number) => number): Tick[] {
  const ticks: Tick[] = []
  let lastYear = ''
  let taken = Number.NEGATIVE_INFINITY
  for (const time of bounds) {
    const day = new Date(time).toISOString().slice(0, 10)
    const year = day.slice(0, 4)
    const hasYear = year !== lastYear
    const room = hasYear ? tickRoom.long : tickRoom.short
    const x = round(at(time) + dayWidth / 2)
    const middle = keepOn(x, room)
    const fits = middle - room / 2 >= taken
    ticks.push({ x, day, hasYear, middle: fits ? middle : null })
    if (!fits) continue
    taken = middle + room / 2
    lastYear = year
  }
  return ticks
}

function toDay(time: number): number {
  return Math.floor(time / dayLength) * dayLength
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
