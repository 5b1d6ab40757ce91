/** What the lists, maps, objects and texts of the language lack. */

/** Order of two texts by their code units, the same on every machine; of two numbers by size. */
export function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** For how many items at the head of a list a test holds; it holds for none after them, so that few are looked at. */
export function countWhile<Item>(
  list: ArrayLike<Item>,
  test: (item: Item) => boolean,
  from = 0,
  to = list.length,
): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(list[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}

/** A map, weak or not. */
interface Known<Key, Value> {
  get: (key: Key) => Value | undefined
  set: (key: Key, value: Value) => unknown
}

/** What a map has at a key, made now when it has nothing there. */
export function getOrMake<Key, Value>(known: Known<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make(key)
  known.set(key, made)
  return made
}

/** The named fields of something. */
export function take<Thing, Name extends keyof Thing>(thing: Thing, ...names: Name[]): Pick<Thing, Name> {
  const taken: Partial<Pick<Thing, Name>> = {}
  for (const name of names) taken[name] = thing[name]
  return taken as Pick<Thing, Name>
}

/** The sum of numbers. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Where in a text an offset is, line and column from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  if (asked?.text !== text) asked = { text, starts: [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)] }
  const { starts } = asked
  const line = countWhile(starts, (start) => start <= offset)
  return { line, column: offset - (starts[line - 1] as number) + 1 }
}

/** Where the lines begin in the text that was asked about last: one text may have thousands of problems. */
let asked: { text: string; starts: number[] } | null = null
