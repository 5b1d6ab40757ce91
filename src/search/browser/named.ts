/** What is called as somebody typed: a speaker, a place, an outlet, a topic, a day; an event or an article by its title. */
import { type DaysFile, daysFile, type NamedThing } from '../lists.ts'
import { type NamedBy, type Query, toLooseWords } from '../query.ts'
import { toWords } from '../words.ts'
import { isNameForm, resolve } from './find.ts'
import { type Hit, has, toPlainHit } from './hits.ts'
import type { Index } from './pagefind.ts'

/** Words that may stand before a name. */
const before = new Set(['a', 'an', 'the', 'is', 'was', 'are', 'who', 'what', 'where'])

const order: readonly NamedBy[] = ['speaker', 'place', 'outlet', 'topic']

/** The things of this name, and the day; an address of a thing without a page is a search for it. */
export async function findNamed(
  index: Index,
  text: string,
  query: Query,
  toPage: (text: string) => string,
): Promise<Hit[]> {
  const day = await findDay(index, query)
  if (day) return [day]
  const { all, telling } = toLooseWords(text)
  if (telling.length === 0 || query.names.length > 0) return []
  const bare = all.slice(all.findIndex((word) => !before.has(word)))
  const find = (isName: (asked: readonly string[], name: readonly string[]) => boolean): Hit[] =>
    order.flatMap((by) =>
      index.names.names[by].flatMap((one) => {
        // Of a topic its question, and the name of its file where that is more than a word; others call it what they like.
        const [question = [], ...others] = one.names.map(toWords)
        const names =
          by !== 'topic' ? [question, ...others] : [question, ...others.slice(-1).filter(({ length }) => length > 1)]
        return names.some((name) => isName(all, name) || isName(bare, name)) ? toNamedHit(by, one, toPage) : []
      }),
    )
  const whole = find(isSame)
  return whole.length > 0 ? whole : find(isBeginning)
}

function toNamedHit(by: NamedBy, { about, url, value }: NamedThing, toPage: (text: string) => string): Hit {
  const [id = ''] = value.split(' ', 1)
  return toPlainHit(by, url ?? toPage(`${by}:${id}`), value.slice(id.length + 1), about)
}

/** Where a query is a single day, that day. */
async function findDay(index: Index, { names, terms, things }: Query): Promise<Hit | null> {
  const span = terms.length === 1 && terms[0]?.length === 1 ? terms[0][0]?.span : undefined
  if (!span || span.from !== span.to || names.length + things.length > 0) return null
  const { from } = await resolve(index, span)
  const { days, url } = await index.read<DaysFile>(daysFile)
  const about = days[from]
  return about === undefined ? null : toPlainHit('day', url.replace('*', from), nameSpan(from, index.language), about)
}

/** `2025`, `Aug 2025`, `20 August 2025` */
export function nameSpan(span: string, language: string, style: 'short' | 'long' = 'long'): string {
  const month = span.length > 4 ? { month: style } : {}
  const day = span.length > 7 ? ({ day: 'numeric' } as const) : {}
  // Day before month, as everywhere on the site.
  const locale = language === 'en' ? 'en-GB' : language
  return new Date(span).toLocaleDateString(locale, { year: 'numeric', ...month, ...day, timeZone: 'UTC' })
}

const isSame = (asked: readonly string[], name: readonly string[]): boolean =>
  asked.length === name.length &&
  asked.every((word, at) => word === name[at] || word === `${name[at]}s` || isEnding(word, name[at] ?? ''))

const isEnding = (word: string, name: string): boolean => !name.startsWith(word) && isNameForm(word, name)

/** So many letters begin a name. */
const fewest = 4

const isBeginning = (asked: readonly string[], name: readonly string[]): boolean => {
  const last = asked.at(-1) ?? ''
  return last.length >= fewest && asked.length <= name.length && asked.every((word, at) => name[at]?.startsWith(word))
}

/** Whether an event or an article is what was named: all of its short name was typed, or most of its title and nothing else. */
export function isCalled({ name, title }: Hit, { terms }: Query, language: string): boolean {
  const asked = terms.map((term) => term.flatMap(({ words }) => words))
  if (asked.length === 0 || !asked.every((words) => words.some((word) => has(name, word, language)))) return false
  const titled = toLooseWords(title).telling
  const short = toLooseWords(name.slice(toWords(title).length).join(' ')).telling
  const typed = (word: string): boolean => asked.some((words) => words.some((one) => has([word], one, language)))
  return (short.length > 1 && short.every(typed)) || titled.filter(typed).length * 2 > titled.length
}
