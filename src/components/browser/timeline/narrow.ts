/** What a choice leaves of the timeline, and how many events each further value stands for. */
import type { FilterRow } from '../../../views/timeline-filter.ts'

/** `entries.json`: the view, with its values worded. */
export interface FilterFile {
  /** What the whole timeline shows, in either order. */
  summary: { newest: string; oldest: string }
  /** Values are numbered through all groups. */
  groups: { by: string; name: string; values: [id: string, name: string][] }[]
  periods: string[]
  events: FilterRow[]
  oldest: number[]
  /** How many entries a chunk has. */
  size: number
}

/** What is chosen, as an address has it: values by group, and the order. */
export interface Choosing {
  values: { by: string; id: string }[]
  oldest: boolean
}

export interface Answer {
  /** Numbers of the events that are left, in the order of the file. */
  found: number[]
  /** For every value how many events have it among those that the choices of the other groups leave. */
  counts: number[]
}

/** `?kind=attack&kind=meeting&speaker=mara-lodzinska&order=oldest`; what is no group of ours is left out. */
export function readChoosing(query: string, groups: readonly { by: string }[]): Choosing {
  const given = new URLSearchParams(query)
  const values = groups.flatMap(({ by }) => [...new Set(given.getAll(by))].map((id) => ({ by, id })))
  return { values, oldest: given.get('order') === 'oldest' }
}

/** The query of an address for a choice; empty for the whole timeline, newest first. */
export function writeChoosing({ values, oldest }: Choosing): string {
  const query = new URLSearchParams(values.map(({ by, id }) => [by, id]))
  if (oldest) query.set('order', 'oldest')
  const text = query.toString()
  return text && `?${text}`
}

/** Narrows the events: within a group any of the chosen values will do, and every group in which something is chosen counts. */
export function narrow(
  { events, groups }: { events: readonly Pick<FilterRow, 'in'>[]; groups: readonly { values: readonly unknown[] }[] },
  chosen: ReadonlySet<number>,
): Answer {
  const groupOf = groups.flatMap(({ values }, group) => values.map(() => 1 << group))
  const counts = groupOf.map(() => 0)
  const found: number[] = []
  let active = 0
  for (const value of chosen) active |= groupOf[value] ?? 0
  for (const [place, event] of events.entries()) {
    const missing = active & ~hitsOf(event, chosen, groupOf)
    if (missing === 0) found.push(place)
    for (const value of event.in) {
      const group = groupOf[value] ?? 0
      // Counted as if nothing were chosen in the value's own group.
      if ((missing & ~group) === 0) counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return { found, counts }
}

/** The numbers of the events that are left, as the timeline has them: in order, those of one heading together. */
export function arrange(
  { events, oldest }: { events: readonly FilterRow[]; oldest: readonly number[] },
  found: readonly number[],
  isOldest: boolean,
): number[] {
  const left = new Set(found)
  const sections = new Map<number | undefined, number[]>()
  for (const place of isOldest ? oldest.filter((one) => left.has(one)) : found) {
    const event = events[place]
    if (!event) continue
    const heading = headingOf(event, isOldest)
    const section = sections.get(heading) ?? []
    section.push(place)
    sections.set(heading, section)
  }
  return [...sections.values()].flat()
}

/** The number of the heading under which an event stands; none for what lies ahead. */
export function headingOf({ at, from }: FilterRow, isOldest: boolean): number | undefined {
  return isOldest ? (from ?? at) : at
}

function hitsOf(event: Pick<FilterRow, 'in'>, chosen: ReadonlySet<number>, groupOf: readonly number[]): number {
  let hits = 0
  for (const value of event.in) if (chosen.has(value)) hits |= groupOf[value] ?? 0
  return hits
}
