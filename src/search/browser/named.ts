/** What is called as somebody typed: a speaker, a place, an outlet, a topic; an event or an article by its title. */
import type { NamedThing } from '../lists.ts'
import { type NamedBy, namedBy, type Query, small, toLooseWords } from '../query.ts'
import { isNameForm, toWords } from '../words.ts'
import { type Hit, has, toPlainHit } from './hits.ts'
import type { Index } from './pagefind.ts'

/** Words that may stand before a name. */
const before = new Set(['a', 'an', 'the', 'is', 'was', 'are', 'who', 'what', 'where'])

/** The things of this name; an address of a thing without a page is a search for it. */
export function findNamed(index: Index, text: string, query: Query, toPage: (text: string) => string): Hit[] {
  const { all, telling } = toLooseWords(text)
  if (telling.length === 0 || query.names.length > 0) return []
  const bare = all.slice(all.findIndex((word) => !before.has(word)))
  // `harbor office` is called the Harbour Office.
  const others = all.flatMap((word, at) =>
    (index.start.equals[word] ?? []).map((other) => all.toSpliced(at, 1, ...other.split(' '))),
  )
  const find = (isName: (asked: readonly string[], name: readonly string[]) => boolean): Hit[] =>
    namedBy.flatMap((by) =>
      index.start.names[by].flatMap((one) => {
        // Of a topic its question, and the name of its file where that is more than a word; others call it what they like.
        const own = one.names.map(toWords)
        const names = by === 'topic' ? [...own.slice(0, 1), ...own.slice(1).slice(-1).filter(isLong)] : own
        const isCalledSo = [all, bare, ...others].some((asked) => names.some((name) => isName(asked, name)))
        const isMeant =
          by === 'speaker'
            ? isTitled(all, own) || [telling, ...others.map(toTelling)].some((asked) => isOffice(asked, own))
            : by === 'topic' && isQuestion(telling, one)
        return isCalledSo || isMeant ? toNamedHit(by, one, query, toPage) : []
      }),
    )
  const whole = find(isSame)
  return whole.length > 0 ? whole : find(isBeginning)
}

function toNamedHit(
  by: NamedBy,
  { about, url, value }: NamedThing,
  query: Query,
  toPage: (text: string) => string,
): Hit {
  const [id = ''] = value.split(' ', 1)
  return toPlainHit(by, url ?? toPage(`${by}:${id}`), value.slice(id.length + 1), about, query)
}

const isSame = (asked: readonly string[], name: readonly string[]): boolean =>
  asked.length === name.length &&
  asked.every((word, at) => [name[at], `${name[at]}s`].includes(word) || isEnding(word, name[at]))

const isLong = ({ length }: readonly string[]): boolean => length > 1

/** Whether it is a name with an office before it: `President Trump`. */
const isTitled = (asked: readonly string[], names: readonly string[][]): boolean => {
  const known = new Set(names.flat())
  return names.some(
    ({ length }, at) =>
      length < asked.length &&
      isSame(asked.slice(-length), names[at] ?? []) &&
      asked.slice(0, -length).every((word) => known.has(word)),
  )
}

/** Whether it is somebody's office in other words: `Russian foreign minister` of `Foreign Minister of Russia`. */
const isOffice = (asked: readonly string[], names: readonly string[][]): boolean =>
  isLong(asked) &&
  names.some((name) => {
    const left = toTelling(name)
    if (left.length !== asked.length) return false
    for (const word of asked) {
      const at = left.findIndex((own) => own === word || isOfCountry(word, own))
      if (at === -1) return false
      left.splice(at, 1)
    }
    return true
  })

/** Whether a word may be that of a country's people: `Ukrainian` of `Ukraine`, `Hungarian` of `Hungary`. */
const isOfCountry = (word: string, country: string): boolean => {
  let same = 0
  while (same < word.length && word[same] === country[same]) same++
  return same >= fewest && word.length - same <= longestEnding && country.length - same <= longestEnding
}

const longestEnding = 3

const toTelling = (words: readonly string[]): string[] => words.filter((word) => !small.has(word))

/** Whether it is what a question asks about, in few words: `china guarantor` of `Could China be a guarantor?` */
const isQuestion = (telling: readonly string[], { names: [question = ''] }: NamedThing): boolean =>
  isLong(telling) && isSame(telling, toLooseWords(question).telling)

const isEnding = (word: string, name = ''): boolean => !name.startsWith(word) && isNameForm(word, name)

/** So many letters begin a name. */
const fewest = 4

const isBeginning = (asked: readonly string[], name: readonly string[]): boolean => {
  const last = asked.at(-1) ?? ''
  return last.length >= fewest && asked.length <= name.length && asked.every((word, at) => name[at]?.startsWith(word))
}

/** Whether an event or an article is what was named: all of its short name was typed, or most of its title and nothing else. */
export function isCalled({ name, title }: Hit, { terms }: Query): boolean {
  const asked = terms.map((term) => term.flatMap(({ words }) => words))
  if (asked.length === 0 || !asked.every((words) => words.some((word) => has(name, word)))) return false
  const titled = toLooseWords(title).telling
  const short = toLooseWords(name.slice(toWords(title).length).join(' ')).telling
  const typed = (word: string): boolean => asked.some((words) => words.some((one) => has([word], one)))
  return (short.length > 1 && short.every(typed)) || titled.filter(typed).length * 2 > titled.length
}
