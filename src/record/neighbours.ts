/** What stands before and after in a list. */
export interface Neighbours<Item> {
  previous: Item | null
  next: Item | null
}

/** The items before and after `item`; null at either end, and for an item that is not in the list. */
export function neighboursOf<Item>(list: readonly Item[], item: Item): Neighbours<Item> {
  const index = list.indexOf(item)
  if (index === -1) return { previous: null, next: null }
  return { previous: list[index - 1] ?? null, next: list[index + 1] ?? null }
}
