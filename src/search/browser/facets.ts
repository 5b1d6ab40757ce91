/** By what results can be narrowed, and to how many. */
import { sum } from '../../lists.ts'
import { say } from '../../words/say.ts'
import { things } from '../content.ts'
import { readDate } from '../dates.ts'
import { getWithout, setOperator, setSpan, setWithout, toggleOperator } from '../edit.ts'
import { type NamedBy, namedBy, type Query, type Sort } from '../query.ts'
import type { Answer } from './ask.ts'
import { isBetween, nameSpan, readDays } from './days.ts'
import { toFilters } from './filters.ts'
import { find, isChosen } from './find.ts'
import { toName } from './hits.ts'
import type { FoundRecord, Index } from './pagefind.ts'
import { thingNames } from './show.ts'

/** A list to narrow by: an operator, and its values with how many results each has. */
export interface Facet {
  by: 'thing' | 'kind' | 'when' | NamedBy
  options: Option[]
}

/** What narrows the results on show. */
export interface Narrowing {
  facets: Facet[]
  without: string
  from: string
  to: string
  sort: Sort
}

/** All controls of an answer to what was typed. */
export async function toNarrowing(text: string, answer: Answer): Promise<Narrowing> {
  const { from, sort, to } = answer.query
  return { facets: await answer.countFacets(), without: getWithout(text), from: from ?? '', to: to ?? '', sort }
}

/** The query as typed with one of its controls changed. */
export function change(text: string, key: string, value: string): string {
  if (key === 'without') return setWithout(text, value)
  if (key === 'when') return setSpan(text, value)
  if (key === 'from' || key === 'to' || key === 'sort') return setOperator(text, key, value)
  return toggleOperator(text, key === 'thing' ? 'kind' : key, value)
}

interface Option {
  id: string
  name: string
  count: number
  isOn: boolean
}

/** Most options that a facet shows, and most that are looked at for it. */
const mostOptions = 12
const mostValues = 40

/** Counts the results of a query by each of their sides; a facet of one value is left out. */
export async function countFacets(index: Index, query: Query, found: readonly FoundRecord[]): Promise<Facet[]> {
  const { names } = index.start
  const facets = await Promise.all([
    countThings(index, query, found),
    ...namedBy.map((by) =>
      countValues(
        index,
        query,
        found,
        by,
        names[by].map(({ value }) => value),
      ),
    ),
    countValues(index, query, found, 'kind', ['direct', 'mixed', 'indirect']),
    countDays(index, query, found),
  ])
  index.checkArrived()
  return facets.filter(({ options }) => options.length > 1 || options.some(({ isOn }) => isOn))
}

/** What kinds of things there would be, whichever are picked. */
function countThings(index: Index, query: Query, found: readonly FoundRecord[]): Facet {
  const options = things.map((thing) => ({
    id: thing,
    name: thingNames[thing](things.length),
    count: found.filter(({ id }) => index.thingOf(id) === thing).length,
    isOn: query.things.includes(thing),
  }))
  return { by: 'thing', options: options.filter(isShown) }
}

/** The values that most of the results have, or would have if none of them were picked; of a speaker the quotes count. */
async function countValues(
  index: Index,
  query: Query,
  found: readonly FoundRecord[],
  by: 'kind' | NamedBy,
  values: readonly string[],
): Promise<Facet> {
  const on = new Set(toFilters(index, query).filters[by]?.any)
  const rest = {
    ...query,
    ...(by === 'kind' ? { kinds: [] } : { names: query.names.filter((one) => one.by !== by || one.isNot) }),
  }
  const open = on.size > 0 ? (await find(index, rest)).records : found
  const counted = (record: FoundRecord): boolean =>
    isChosen(index, query, record) && (by !== 'speaker' || index.thingOf(record.id) === 'quote')
  const ids = new Set(open.filter(counted).map(({ id }) => id))
  const search = (any: string[]) =>
    Promise.all(index.parts.map((part) => part.search(null, { filters: { [by]: { any } } })))
  const all = await search([...values])
  const numberOf = (value: string): number => sum(all.map(({ filters }) => filters[by]?.[value] ?? 0))
  const likely = values
    .filter((value) => on.has(value) || numberOf(value) > 0)
    .sort((a, b) => Number(on.has(b)) - Number(on.has(a)) || numberOf(b) - numberOf(a))
    .slice(0, mostValues)
  const options = await Promise.all(
    likely.map(async (value) => ({
      id: value.split(' ', 1)[0] ?? value,
      name: by === 'kind' ? (kindNames[value] ?? value) : toName(value),
      count: sum((await search([value])).map(({ results }) => results.filter(({ id }) => ids.has(id)).length)),
      isOn: on.has(value),
    })),
  )
  return { by, options: options.filter(isShown).sort(byCount).slice(0, mostOptions) }
}

/** Years; of one year its months, of one month its days, newest first. */
async function countDays(index: Index, query: Query, found: readonly FoundRecord[]): Promise<Facet> {
  const { from, to } = query
  const byId = await readDays(index)
  const days = found.flatMap((record) => (isChosen(index, query, record) && byId.get(record.id)) || [])
  const firsts = days
    .map(({ first }) => first)
    .filter((day) => day !== '' && isBetween({ first: day, last: day }, from, to))
  const spansOf = (length: number): string[] => [...new Set(firsts.map((day) => day.slice(0, length)))]
  const spans = [4, 7, 10].map(spansOf).find((some) => some.length > 1) ?? []
  const on = [4, 7, 10].flatMap((length) => {
    const span = readDate(from?.slice(0, length) ?? '')
    return span && span.from === from && span.to === to ? [from.slice(0, length)] : []
  })
  return {
    by: 'when',
    options: [...on.slice(0, 1), ...spans.sort().reverse()].slice(0, mostOptions).map((id) => {
      const span = readDate(id)
      return {
        id,
        name: nameSpan(id, index.language, 'short'),
        count: days.filter((one) => span && isBetween(one, span.from, span.to)).length,
        isOn: on.includes(id),
      }
    }),
  }
}

type Counted = Pick<Option, 'count' | 'isOn'>

const isShown = ({ count, isOn }: Counted): boolean => count > 0 || isOn

/** What is picked comes first, then the most. */
const byCount = (a: Counted, b: Counted): number => Number(b.isOn) - Number(a.isOn) || b.count - a.count

const kindNames: Record<string, string> = {
  direct: say('search.kind.direct'),
  mixed: say('search.kind.mixed'),
  indirect: say('search.kind.indirect'),
}
