/** Which spellings of a name each outlet's copies use. */
import { compare, getOrMake } from '../lists.ts'
import type { Article, NewsRecord, Outlet, Speaker } from '../record/types.ts'

/** A spelling of a speaker's name, and the outlets whose copies use it. */
interface Spelling {
  name: string
  outlets: Outlet[]
}

interface Name {
  speaker: Speaker
  name: string
  /** Its words joined by single spaces, marks of the same meaning made equal. */
  words: string
  length: number
}

/** For each speaker, by id, the spellings found in the articles, in the order the speaker's file lists them. Linear in the text. */
export function findSpellings(speakers: readonly Speaker[], articles: readonly Article[]): Map<string, Spelling[]> {
  const names = indexNames(speakers)
  const outlets = new Map<Speaker, Map<string, Set<Outlet>>>()
  for (const article of articles) {
    const linked = new Set([
      ...article.wordings.map((wording) => wording.quote.speaker),
      ...article.mentions.map((mention) => mention.speaker),
      ...article.reports.flatMap((report) => report.event.speakers),
    ])
    for (const block of article.blocks) {
      for (const { speaker, name } of findNames(block.text, names, linked)) {
        const found = getOrMake(outlets, speaker, () => new Map<string, Set<Outlet>>())
        getOrMake(found, name, () => new Set<Outlet>()).add(article.outlet)
      }
    }
  }
  return new Map(
    speakers.map((speaker) => [
      speaker.id,
      [...new Set([speaker.name, ...speaker.aliases])].flatMap((name): Spelling[] => {
        const using = outlets.get(speaker)?.get(name)
        return using ? [{ name, outlets: [...using].sort((a, b) => compare(a.name, b.name)) }] : []
      }),
    ]),
  )
}

const known = new WeakMap<readonly Speaker[], Map<string, Spelling[]>>()

/** The same for a speaker of a record. Every word of every copy is looked at: once, when a page asks. */
export function spellingsOf(
  { id }: Speaker,
  { articles, speakers }: Pick<NewsRecord, 'articles' | 'speakers'>,
): Spelling[] {
  return getOrMake(known, speakers, () => findSpellings(speakers, articles)).get(id) ?? []
}

/** Names by their first word, longest first. */
function indexNames(speakers: readonly Speaker[]): Map<string, Name[]> {
  const names = new Map<string, Name[]>()
  for (const speaker of speakers) {
    for (const name of new Set([speaker.name, ...speaker.aliases])) {
      const words = splitWords(name).map(({ word }) => word)
      const [first] = words
      if (first === undefined) continue
      const list = getOrMake(names, first, (): Name[] => [])
      list.push({ speaker, name, words: words.join(' '), length: words.length })
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.length - a.length)
  return names
}

/** The names in a text: the longest at each place. A name two speakers share counts for the one the article is linked to. */
function* findNames(text: string, names: Map<string, Name[]>, linked: ReadonlySet<Speaker>): Generator<Name> {
  const words = splitWords(text)
  for (let at = 0; at < words.length; at += 1) {
    const candidates = (names.get(words[at]?.word ?? '') ?? []).filter(({ name: spelling, words: name, length }) => {
      const stretch = words.slice(at, at + length)
      const breaks = spelling.includes('.') ? /[,;:!?()"“”]/ : /[.,;:!?()"“”]/
      const apart = stretch.slice(0, -1).some(({ gap }) => breaks.test(gap))
      return !apart && stretch.map(({ word }) => word).join(' ') === name
    })
    const longest = candidates.filter((name) => name.length === candidates[0]?.length)
    const meant = longest.length > 1 ? longest.filter(({ speaker }) => linked.has(speaker)) : longest
    if (meant.length === 1 && meant[0]) yield meant[0]
    if (candidates[0]) at += candidates[0].length - 1
  }
}

/** Words in NFC with the gap after each. An apostrophe and what follows it is a word of its own, so possessives match. */
function splitWords(text: string): { word: string; gap: string }[] {
  const normal = text.normalize('NFC')
  const matches = [...normal.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  return matches.map((match, index) => ({
    word: match[0],
    gap: normal.slice(match.index + match[0].length, matches[index + 1]?.index ?? normal.length),
  }))
}
