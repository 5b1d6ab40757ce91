/** What stands before and after in a list. */
export interface Neighbours<Item> {
  previous: Item | null
  next: Item | null
}

/** The items before and after `item`; null at either end, and for an item that is not in the list. */
export function neighboursOf<Item extends object>(list: readonly Item[], item: Item): Neighbours<Item> {
  const index = placesIn(list).get(item)
  if (index === undefined) return { previous: null, next: null }
  return { previous: list[index - 1] ?? null, next: list[index + 1] ?? null }
}

/** Every item of a list is asked for, one a page: looking through the list each time would grow with its square. */
const places = new WeakMap<readonly object[], Map<object, number>>()

function placesIn(list: readonly object[]): Map<object, number> {
  const known = places.get(list)
  if (known?.size === list.length) return known
  const made = new Map(list.map((item, index) => [item, index]))
  places.set(list, made)
  return made
}
