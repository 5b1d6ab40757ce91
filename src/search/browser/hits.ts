/** From a record of the index to what is shown of it. */
import { say } from '../../words/say.ts'
import { aliasMark, listMark, type Meta, type Stretch, type Thing, things, toStretches } from '../content.ts'
import type { Choice, Query } from '../query.ts'
import { isForm, toReadings, toWords } from '../words.ts'
import type { FoundRecord, Fragment } from './pagefind.ts'

/** A record that was found, ready to be shown. */
export interface Hit {
  thing: Thing
  url: string
  title: string
  role: string
  context: string
  /** That of its words, where it is not the site's. */
  language: string
  /** That of its last stretch, where these are the words in the original. */
  original: string
  stretches: Stretch[]
  /** The stretch that answers best, and whether it has any of the words. */
  best: number
  isInWords: boolean
  outlets: string[]
  /** `said 20 Aug 2025`, `no date given` */
  when: string
  /** The address of that day; null where it leads nowhere. */
  day: string | null
  /** Where stretches stand in a copy, and whose words they are: an outlet's, or a speaker's in an outlet. */
  copies: { stretch: number; url: string; by: string }[]
  /** Names by which it was found, and the topics by which it was found. */
  names: string[]
  topics: string[]
  /** Words in quotation marks that nobody said. */
  terms: string[]
  /** Every folded word of its name, that of its file too. */
  name: string[]
}

/** A hit of which there is no more to say than its name. */
export function toPlainHit(thing: Thing, url: string, title: string, role: string, query: Query): Hit {
  return { ...toHit({ raw_url: url, content: '', meta: { title, role }, filters: {} }, query), thing }
}

/** Fetches records and reads them for a query; what is a hit already stays one. */
export function load(found: readonly (FoundRecord | Hit)[], query: Query): Promise<Hit[]> {
  return Promise.all(found.map(async (one) => ('data' in one ? toHit(await one.data(), query) : one)))
}

/** Whether a word that was asked for is among these, in any of its forms. */
export function has(words: Iterable<string>, asked: string): boolean {
  for (const word of words) if (isForm(asked, word)) return true
  return false
}

const hasAll = (words: readonly string[], choice: Choice): boolean =>
  choice.isWhole && choice.words.length === 1
    ? words.includes(choice.words[0] ?? '')
    : choice.words.every((word) => has(words, word))

/** The words of a text with what else each may be. */
const toAll = (text: string): string[] =>
  text.split(/\s+/).flatMap((token) => toWords(token).flatMap((word) => toReadings(word, token)))

function toHit({ raw_url, content, meta, filters }: Fragment, query: Query): Hit {
  const shown: Record<string, string> = { ...meta, content, ...JSON.parse(filters.shown?.[0] ?? '{}') }
  const { title = '', role = '', context = '', id = '', names = '', topics = '' }: Partial<Meta> = shown
  const stretches = toStretches(shown['content'] ?? '')
  const own = toAll([title, role, context, ...stretches.map(({ text }) => text)].join(' '))
  const missing = query.terms.filter((term) => !term.some((choice) => choice.span || hasAll(own, choice)))
  const isThrough = (name: string): boolean =>
    missing.some((term) => term.some((choice) => hasAll(toAll(name), choice)))
  const through = (list: string): string[] => list.split(listMark).filter(isThrough)
  return {
    thing: things.find((thing) => thing === filters.thing?.[0]) ?? 'quote',
    url: raw_url,
    title,
    role,
    context,
    language: shown['language'] ?? '',
    original: shown['original'] ?? '',
    stretches,
    ...findBest(stretches, query),
    outlets: (filters.outlet ?? []).map(toName),
    when: filters.when?.[0]?.replace(/^\S+ /, '') ?? say('date.none'),
    day: /^\/\S+/.exec(filters.when?.[0] ?? '')?.[0] ?? null,
    copies: (filters.copy ?? []).map(toCopy),
    names: through(names),
    topics: through(topics).map((topic) => topic.split(aliasMark, 1)[0] ?? ''),
    terms: filters.term ?? [],
    name: toWords(`${title} ${id}`),
  }
}

/** The stretch with most of the words that were asked for; of equals the first. */
function findBest(stretches: readonly Stretch[], query: Query): Pick<Hit, 'best' | 'isInWords'> {
  const scores = stretches.map(({ text }) => {
    const words = toAll(text)
    const joined = ` ${toWords(text).join(' ')} `
    const toScore = (choice: Choice): number =>
      choice.words.length > 1 && joined.includes(` ${choice.words.join(' ')} `)
        ? 100
        : choice.words.filter((word) => has(words, word)).length / (choice.words.length || 1)
    return query.terms.reduce((sum, term) => sum + Math.max(0, ...term.map(toScore)), 0)
  })
  const most = Math.max(0, ...scores)
  return { best: Math.max(0, scores.indexOf(most)), isInWords: most > 0 }
}

/** `id name` without the id. */
export const toName = (label: string): string => label.slice(label.indexOf(' ') + 1)

function toCopy(text: string): Hit['copies'][number] {
  const [, stretch = '0', url = '', by = ''] = /^(\d+) (\S+) (.*)$/.exec(text) ?? []
  return { stretch: Number(stretch), url, by }
}
