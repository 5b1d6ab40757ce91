/** Search at work, away from the page: no key waits for it. */
import type { Thing } from '../content.ts'
import { type Answer, ask, type Limits } from './ask.ts'
import type { Narrowing } from './facets.ts'
import { showNotes, showNothing } from './notes.ts'
import { type Index, openIndex } from './pagefind.ts'
import { describeCounts, findNames, type ShowOptions, showGroup, showNames } from './show.ts'
import type { Tree } from './tree.ts'

/** Where the index is, and the page of all results. */
export interface Place {
  folder: string
  page: string
  language: string
}

/** How a panel asks, and how it shows what it gets. */
export interface Asked extends Pick<ShowOptions, 'heading' | 'more'> {
  text: string
  isTyping: boolean
  limits: Limits
}

/** An answer, ready to be shown. */
export interface Shown {
  isFound: boolean
  /** What stands first; the rest of the results follows. */
  first: Tree[]
  /** `5 statements, 1 event` */
  counts: string
}

let opening: Promise<Index> | null = null
/** There once something was answered: of an answer that nobody had nobody asks for more. */
let latest!: { answer: Answer; options: ShowOptions; asked: Asked }
/** What was asked last: one answer may overtake another, and what is asked for next is about this. */
let newest: Asked | null = null

/** What a page may ask for. */
const calls = {
  /** Loads the index, so that the first answer comes sooner. */
  open: async (place: Place): Promise<void> => void (await open(place)),
  /** Null when there is nothing to look for, or too little while somebody types. */
  ask: async (place: Place, asked: Asked): Promise<Shown | null> => {
    newest = asked
    const { heading, isTyping, limits, more, text } = asked
    const toPage = (query: string): string => `${place.page}?q=${encodeURIComponent(query)}`
    const answer = await ask(await open(place), text, { isTyping, limits, toPage })
    if (!answer) return null
    const [group] = answer.groups
    const names = group ? findNames(group) : []
    const options: ShowOptions = { language: place.language, heading, more, toPage, names }
    if (asked === newest) latest = { answer, options, asked }
    const { absent, dates, isPart, nobody, query, showing } = answer
    const isOdd = [absent, dates, nobody, query.unknown, query.misread].some(({ length }) => length > 0)
    const isNoted = isPart || showing !== null || isOdd
    const said = group
      ? isNoted
        ? showNotes(answer, text.trim(), options)
        : []
      : showNothing(answer, text.trim(), options)
    const first = group ? [...said, ...showNames(names), showGroup(group, query, options)] : said
    return { isFound: answer.count > 0, first, counts: describeCounts(answer) }
  },
  /** The groups below the first. */
  rest: async (): Promise<Tree[]> => {
    const { answer, options } = latest
    await answer.loadRest()
    return answer.groups.slice(1).map((group) => showGroup(group, answer.query, options))
  },
  /** A group with more of its results. */
  more: async (thing: Thing): Promise<Tree | null> => {
    const { answer, options } = latest
    const group = answer.groups.find((one) => one.thing === thing)
    await group?.more(options.more ?? 0)
    return group ? showGroup(group, answer.query, options) : null
  },
  narrow: async (): Promise<Narrowing> => {
    const { answer, asked } = latest
    const { toNarrowing } = await import('./facets.ts')
    return toNarrowing(asked.text, answer)
  },
  /** A query with one of its controls changed. */
  edit: async (text: string, key: string, value: string): Promise<string> => {
    const { change } = await import('./facets.ts')
    return change(text, key, value)
  },
}
export type Calls = typeof calls

function open({ folder, language }: Place): Promise<Index> {
  opening ??= openIndex(folder, language)
  return opening
}

self.addEventListener('message', async ({ data }: MessageEvent<{ id: number; name: keyof Calls; given: never[] }>) => {
  const { given, id, name } = data
  try {
    const answer = await (calls[name] as (...all: never[]) => Promise<unknown>)(...given)
    self.postMessage({ id, answer })
  } catch (error) {
    // What did not arrive is asked for anew the next time.
    void opening?.then((index) => index.close()).catch(() => {})
    opening = null
    self.postMessage({ id, error: String(error) })
  }
})
