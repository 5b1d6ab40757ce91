/** By what results can be narrowed, and to how many. */
import { things } from '../content.ts'
import { type NamesFile, namesFile } from '../lists.ts'
import { type NamedBy, namedBy, type Query, toFirstDay, toLastDay } from '../query.ts'
import { find, isBetween, isChosen, type Plan, readDays } from './find.ts'
import { toName } from './hits.ts'
import type { FoundRecord, Index } from './pagefind.ts'

/** A list to narrow by: an operator, and its values with how many results each has. */
export interface Facet {
  by: 'thing' | 'kind' | 'when' | NamedBy
  options: Option[]
}

interface Option {
  id: string
  name: string
  count: number
  isOn: boolean
}

/** Most options that a facet shows. */
const mostOptions = 12

/** What was found, and how. */
interface Found {
  index: Index
  plan: Plan
  query: Query
  language: string
  /** Of whatever kind of thing. */
  found: readonly FoundRecord[]
}

/** Counts the results by each of their sides; a facet of one value is left out. */
export async function countFacets(all: Found): Promise<Facet[]> {
  const { names } = await all.index.read<NamesFile>(namesFile)
  const toValues = (by: NamedBy): string[] => names[by].map(({ value }) => value)
  const facets = await Promise.all([
    countThings(all),
    ...namedBy.map((by) => countValues(all, by, toValues(by))),
    countValues(all, 'kind', ['direct', 'mixed', 'indirect']),
    countDays(all),
  ])
  all.index.checkArrived()
  return facets.filter(({ options }) => options.length > 1 || options.some(({ isOn }) => isOn))
}

/** What kinds of things there would be, whichever are picked. */
function countThings({ index, query, found }: Found): Facet {
  const options = things.map((thing) => ({
    id: thing,
    name: toCapital(`${thing}s`),
    count: found.filter(({ id }) => index.thingOf(id) === thing).length,
    isOn: query.things.includes(thing),
  }))
  return { by: 'thing', options: options.filter(isShown) }
}

/** The values that most of the results have, or would have if none of them were picked. */
async function countValues(
  { index, plan, query, found, language }: Found,
  by: 'kind' | NamedBy,
  values: readonly string[],
): Promise<Facet> {
  const { [by]: picked, ...others } = plan.options.filters ?? {}
  const on = new Set(picked?.any)
  const rest = { ...plan, options: { filters: picked?.none ? { ...others, [by]: { none: picked.none } } : others } }
  const open = on.size > 0 ? await find(index, rest, query, language) : found
  const ids = new Set(open.filter((record) => isChosen(index, query, record)).map(({ id }) => id))
  const filters = { ...plan.options.filters, [by]: { ...picked, any: [...values] } }
  const { filters: counts } = await index.search(plan.parts[0] ?? null, { filters })
  const likely = values
    .map((value) => ({ value, count: counts[by]?.[value] ?? 0 }))
    .map((one) => ({ ...one, isOn: on.has(one.value) }))
    .filter(isShown)
    .sort(byCount)
    .slice(0, mostOptions)
  const { without, things, from, to } = query
  const isExact = plan.parts.length === 1 && without.length + things.length === 0 && from === null && to === null
  const options = await Promise.all(
    likely.map(async ({ value, count, isOn }) => ({
      id: value.split(' ', 1)[0] ?? value,
      name: by === 'kind' ? toCapital(value) : toName(value),
      count: isExact && ids.size > 0 ? count : await countWithin(index, by, value, ids),
      isOn,
    })),
  )
  return { by, options: options.filter(isShown).sort(byCount) }
}

/** How many of the results have a value; asked where a query has more to it than Pagefind counts by. */
async function countWithin(index: Index, by: string, value: string, ids: ReadonlySet<string>): Promise<number> {
  const { results } = await index.search(null, { filters: { [by]: { any: [value] } } })
  return results.filter(({ id }) => ids.has(id)).length
}

/** Years; of one year its months, of one month its days, newest first. */
async function countDays({ index, query, found, language }: Found): Promise<Facet> {
  const { from, to } = query
  const byId = await readDays(index)
  const days = found.flatMap((record) => (isChosen(index, query, record) && byId.get(record.id)) || [])
  const firsts = days
    .map(({ first }) => first)
    .filter((day) => day !== '' && isBetween({ first: day, last: day }, from, to))
  const spansOf = (length: number): string[] => [...new Set(firsts.map((day) => day.slice(0, length)))]
  const spans = [4, 7, 10].map(spansOf).find((some) => some.length > 1) ?? []
  const on = [4, 7, 10].flatMap((length) => {
    const span = from?.slice(0, length) ?? ''
    return span && toFirstDay(span) === from && toLastDay(span) === to ? [span] : []
  })
  return {
    by: 'when',
    options: [...on.slice(0, 1), ...spans.sort().reverse()].slice(0, mostOptions).map((span) => ({
      id: span,
      name: nameSpan(span, language),
      count: days.filter((one) => isBetween(one, toFirstDay(span), toLastDay(span))).length,
      isOn: on.includes(span),
    })),
  }
}

/** `2025`, `Aug 2025`, `20 Aug 2025` */
function nameSpan(span: string, language: string): string {
  const month = span.length > 4 ? ({ month: 'short' } as const) : {}
  const day = span.length > 7 ? ({ day: 'numeric' } as const) : {}
  // Day before month, as everywhere on the site.
  const locale = language === 'en' ? 'en-GB' : language
  return new Date(span).toLocaleDateString(locale, { year: 'numeric', ...month, ...day, timeZone: 'UTC' })
}

type Counted = Pick<Option, 'count' | 'isOn'>

const isShown = ({ count, isOn }: Counted): boolean => count > 0 || isOn

/** What is picked comes first, then the most. */
const byCount = (a: Counted, b: Counted): number => Number(b.isOn) - Number(a.isOn) || b.count - a.count

const toCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
