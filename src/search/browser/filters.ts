/** Names and kinds that a query asks for. */
import type { NameFilter, Query } from '../query.ts'
import { isNameForm, toWords } from '../words.ts'
import type { FilterChoice, Index } from './pagefind.ts'

/** What Pagefind filters by, and names that nobody bears. */
export interface Filtered {
  filters: Record<string, FilterChoice>
  nobody: NameFilter[]
}

/** A query's names and kinds as filters. */
export function toFilters(index: Index, { kinds, names }: Query): Filtered {
  const filters: Filtered['filters'] = kinds.length > 0 ? { kind: { any: kinds } } : {}
  const nobody: NameFilter[] = []
  for (const filter of names) {
    const values = findValues(index, filter)
    if (values.length === 0) nobody.push(filter)
    const side = filter.isNot ? 'none' : 'any'
    const choice = filters[filter.by] ?? {}
    filters[filter.by] = { ...choice, [side]: [...(choice[side] ?? []), ...values] }
  }
  return { filters, nobody }
}

/** The filter's values whose names have all words of the one that was typed. */
function findValues({ start: { names } }: Index, { by, name }: NameFilter): string[] {
  const asked = toWords(name)
  const isMeant = (one: string): boolean => {
    const words = toWords(one)
    return asked.length > 0 && asked.every((word) => words.some((other) => isNameForm(word, other)))
  }
  const exact = names[by].filter(({ value }) => value.startsWith(`${name} `))
  return (exact.length > 0 ? exact : names[by].filter((entry) => entry.names.some(isMeant))).map(({ value }) => value)
}
