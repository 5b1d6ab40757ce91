/** Looks a query up: what all of its terms agree on is found, of each term any of its choices. */

import type { Thing } from '../content.ts'
import { type Choice, type NameFilter, type Query, small } from '../query.ts'
import type { Filtered } from './filters.ts'
import type { FoundRecord, Index, SearchOptions } from './pagefind.ts'

/** Most words that one name has which stands for another. */
const longest = 4

/** Words of the same meaning beside those that were typed. */
export function widen({ start: { equals } }: Index, query: Query): Query {
  const toWord = ([one, other]: readonly Choice[]): string | null =>
    one?.words.length === 1 && !other && !one.isExact && !one.span ? (one.words[0] ?? null) : null
  // `3000km` is a number and its unit.
  const split = query.terms.flatMap((term) => {
    const [, number, unit = ''] = /^(\d+)(\p{L}+)$/u.exec(toWord(term) ?? '') ?? []
    return number && equals[unit] ? [number, unit].map((word) => [{ words: [word], text: word }]) : [term]
  })
  const terms: Choice[][] = []
  while (split.length > 0) {
    const words = split.slice(0, longest).map(toWord)
    if (words.includes(null)) words.length = words.indexOf(null)
    while (words.length > 1 && !equals[words.join(' ')]) words.pop()
    const typed = words.join(' ')
    const own = split.splice(0, Math.max(1, words.length))
    const text = own.map(([one]) => one?.text).join(' ')
    const all = equals[typed]?.map((other) => other.split(' ')) ?? []
    // `US`, which in small letters is another word.
    const isOther = small.has(typed)
    terms.push(
      all.length === 0
        ? (own[0] ?? [])
        : [...(isOther ? [] : [typed.split(' ')]), ...all].map((words) => ({
            words,
            text,
            isWhole: words.join().length <= shortest,
          })),
    )
  }
  return { ...query, terms }
}

/** The same, without the choices that are nowhere on record; a term that has no other is left empty. */
export async function keepPresent(index: Index, query: Query): Promise<Query> {
  const isThere = async ({ isWhole, span, words }: Choice): Promise<boolean> => {
    const [word = '', ...more] = words
    if (isWhole && more.length === 0 && !span) return word in (await index.wordsLike(word))
    return span !== undefined || (await Promise.all(words.map(index.isOnRecord))).every(Boolean)
  }
  const keep = async (choices: Choice[]): Promise<Choice[]> => {
    const there = await Promise.all(choices.map(isThere))
    return choices.filter((_, at) => there[at])
  }
  return { ...query, terms: await Promise.all(query.terms.map(keep)), without: await keep(query.without) }
}

/** Records that have all that a query asks for, whatever kind of thing they are, in order; names that nobody bears. */
export async function find(index: Index, query: Query): Promise<{ records: FoundRecord[]; nobody: NameFilter[] }> {
  const isFiltered = query.names.length + query.kinds.length > 0
  const none: Filtered = { filters: {}, nobody: [] }
  const { filters, nobody } = isFiltered ? (await import('./filters.ts')).toFilters(index, query) : none
  if (nobody.some(({ isNot }) => !isNot) || query.terms.some(({ length }) => length === 0))
    return { records: [], nobody }
  const options = { filters }
  const [plain, others] = await toParts(index, query)
  const [first, ...rest] = await Promise.all([
    plain !== '' || others.length === 0 ? findAll(index, plain || null, options) : null,
    ...others.map((choices) => findAny(index, choices, options)),
  ])
  const lists = [first, ...rest].filter((list) => list !== null && list !== undefined)
  // What a topic is looked for by, its quotes need not have: only its name counts against them.
  const isOwn = ({ matchedMetaFields = [], words }: FoundRecord): boolean =>
    words.length > 0 || matchedMetaFields.length === 0 || matchedMetaFields.some((field) => field !== 'topics')
  const out = new Set((await findAny(index, query.without)).filter(isOwn).map(({ id }) => id))
  const records = join(lists).filter(({ id }) => !out.has(id))
  const isOfDays = query.from !== null || query.to !== null || query.sort !== 'best'
  return { records: isOfDays ? await (await import('./days.ts')).sortByDay(index, query, records) : records, nobody }
}

/** Words that Pagefind looks for together, and the terms that are looked for one by one. */
async function toParts(index: Index, { terms }: Query): Promise<[plain: string, others: Choice[][]]> {
  const plain: string[] = []
  const others: Choice[][] = []
  for (const term of terms) {
    const [one, ...more] = term
    const part = one && more.length === 0 && !one.span ? await toPart(index, one) : '"'
    if (part.startsWith('"')) others.push(term)
    else plain.push(part)
  }
  return [plain.join(' '), others]
}

/** Of a short word that is on record the beginning of another is none: `UK` is not Ukraine. */
const shortest = 3

async function toPart(index: Index, { isWhole, words }: Choice): Promise<string> {
  const [word = ''] = words
  const isOwn = isWhole || (word.length <= shortest && word in (await index.wordsLike(word)))
  return words.length > 1 || isOwn ? `"${words.join(' ')}"` : word
}

async function findAll(index: Index, part: string | null, options: SearchOptions): Promise<FoundRecord[]> {
  return (await index.search(part, options)).results
}

/** Records with any of these, each with its best score. */
export async function findAny(
  index: Index,
  choices: readonly Choice[],
  options: SearchOptions = {},
): Promise<FoundRecord[]> {
  const lists = await Promise.all(
    choices.map(async (choice) => [
      ...(choice.words.length > 0 ? await findAll(index, await toPart(index, choice), options) : []),
      ...(choice.span ? await (await import('./days.ts')).findOn(index, choice.span, options) : []),
    ]),
  )
  const best = new Map<string, FoundRecord>()
  for (const record of lists.flat()) if ((best.get(record.id)?.score ?? -1) < record.score) best.set(record.id, record)
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** What is in all of the lists, with the sum of its scores. */
function join([first = [], ...rest]: FoundRecord[][]): FoundRecord[] {
  if (rest.length === 0) return first
  const others = rest.map((list) => new Map(list.map((record) => [record.id, record])))
  const joined = first.flatMap((record) => {
    const all = [record, ...others.flatMap((other) => other.get(record.id) ?? [])]
    if (all.length <= rest.length) return []
    const score = all.reduce((sum, one) => sum + one.score, 0)
    return { ...record, score, matchedMetaFields: all.flatMap(({ matchedMetaFields }) => matchedMetaFields ?? []) }
  })
  return joined.sort((a, b) => b.score - a.score)
}

/** Whether a record is one of the things that a query asks for. */
export function isChosen(index: Index, { things }: Query, { id }: FoundRecord): boolean {
  return things.length === 0 || things.includes(index.thingOf(id) as Thing)
}

/** Other scripts put endings to names, and Ukrainian puts another vowel before them: `Зеленського`, `Києва` of `Київ`. */
export function isNameForm(asked: string, name: string): boolean {
  if (name.startsWith(asked)) return true
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(asked)) return false
  const [a, b] = [asked, name].map((word) => word.replace(/[іїєо]/g, 'е')) as [string, string]
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 3 && same >= b.length - 2 && a.length - same <= 3
}
