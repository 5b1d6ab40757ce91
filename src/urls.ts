/** The only place where an address of this site is made. Paths start with the base and end with a slash. */
import { base, origin } from './site.ts'

const at = (path: string): string => base + path
const part = (text: string): string => encodeURIComponent(text)

/** The page of one's own that tells of the record itself: its address is the same in every story. */
export const aboutId = 'about'

export const urls = {
  home: () => at(''),
  timeline: () => at('timeline/'),
  timelineOldest: () => at('timeline/oldest/'),
  /** A part of the timeline: a period (`2025-08`, `2025`, `undated`), or the events of a speaker, topic, outlet, kind or status. */
  timelineOf: (by: string, id: string) =>
    at(by === 'period' ? `timeline/${part(id)}/` : `timeline/${partsOfTimeline[by] ?? `${by}s`}/${part(id)}/`),
  /** All parts of the timeline, with how many events each has, or one sort of them. */
  timelineParts: (by?: string) => at('timeline/by/') + (by ? `#${part(by)}` : ''),
  /** What the filters of the timeline need, fetched when they are first used. */
  timelineEntries: () => at('timeline/entries.json'),
  /** Entries of the timeline as they were built, for its filters: a chunk by its number, from 1, or the headings. */
  timelineChunk: (name: string) => at(`timeline/entries/${name}/`),
  /** What was announced, and what came of it. */
  ahead: () => at('ahead/'),
  /** A day on which something is on record, `2025-08-21`. */
  day: (day: string) => at(`days/${day}/`),
  event: (id: string) => at(`events/${part(id)}/`),
  speakers: () => at('speakers/'),
  speaker: (id: string) => at(`speakers/${part(id)}/`),
  quotes: () => at('quotes/'),
  quote: (speaker: string, fragment: string) => at(`quotes/${part(speaker)}/${part(fragment)}/`),
  articles: () => at('articles/'),
  article: (id: string, anchor?: string) => at(`articles/${part(id)}/`) + (anchor ? `#${part(anchor)}` : ''),
  /** A page of a long list; the first is the list itself. */
  listPage: (list: string, number: number) => (number > 1 ? `${list}page/${number}/` : list),
  topics: () => at('topics/'),
  topic: (id: string) => at(`topics/${part(id)}/`),
  /** What each speaker has said on a topic. */
  topicSpeakers: (id: string) => at(`topics/${part(id)}/speakers/`),
  /** The list of corrections, or one of them in it. */
  corrections: (id?: string) => at('corrections/') + (id ? `#${part(id)}` : ''),
  /** A page of the story's own, as its imprint. */
  ownPage: (id: string): string => (id === aboutId ? urls.about() : at(`pages/${part(id)}/`)),
  about: (section?: string) => at('about/') + (section ? `#${part(section)}` : ''),
  /** What programs that embed are told of a quote, and the page that they may frame. */
  oembed: (speaker: string, fragment: string) => at(`oembed/quotes/${part(speaker)}/${part(fragment)}.json`),
  embed: (speaker: string, fragment: string) => at(`embed/quotes/${part(speaker)}/${part(fragment)}/`),
  /** Where a reader checks words: those of a quote, or any. */
  verify: (quote?: string) => at('verify/') + (quote ? `?quote=${part(quote)}` : ''),
  /** What a reader keeps, in their browser. */
  dossier: () => at('dossier/'),
  search: (query?: string) => at('search/') + (query ? `?q=${part(query)}` : ''),
  /** A page by its path without the base, `/events/alaska-meeting/`. */
  page: (path: string) => at(path.replace(/^\//, '')),
  /** Where an error on a page is reported: the story's contact, with the page's address. */
  report: (contact: string, path: string, title: string) => toReport(contact, path, title),
  /** What last changed, for a returning reader; only in a story that is being followed. */
  since: () => at('since.json'),
  data: (file: string) => at(`data/${file}`),
  /** All feeds, or that of a page in it. */
  feeds: (page?: string) => at('feeds/') + (page ? `#${page}` : ''),
  /** A feed's folder, `quotes` or `speakers/<id>`, or a file in it. */
  feed: (name: string, file = '') => at(`feeds/${name.split('/').map(part).join('/')}/${file}`),
  calendar: (name: string) => at(`feeds/${part(name)}.ics`),
  /** A file of citations for `quotes/<speaker>/<fragment>`, `events/<id>` or `articles/<id>`. */
  /** The picture that is shown where a page is shared: `site`, `quotes/<speaker>/<fragment>`. */
  image: (name: string) => at(`share/${name.split('/').map(part).join('/')}.png`),
  /** Folder of the search index, as the browser asks for it. */
  searchIndex: () => at('pagefind/'),
  publicFile: (file: string) => at(file),
  /** An address with the origin in front, for data files, feeds and `<link rel=canonical>`; a path when no `SITE` is set. */
  absolute: (path: string) => origin + path,
}

const partsOfTimeline: { [by: string]: string } = { status: 'statuses' }

function toReport(contact: string, path: string, title: string): string {
  const fields = { title: `Error on “${title}”`, body: `${urls.absolute(path)}\n\n` }
  if (contact.startsWith('mailto:')) {
    const mark = contact.includes('?') ? '&' : '?'
    return `${contact}${mark}subject=${part(fields.title)}&body=${part(fields.body)}`
  }
  // The names that GitHub, Codeberg and others take for a new issue; other forms pass them over.
  const address = new URL(contact)
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value)
  return address.href
}

/** Anchor of the n-th wording (from 1) of a quote in one article's copy. */
export const quoteAnchor = (speaker: string, fragment: string, n: number): string => `q-${speaker}-${fragment}-${n}`

/** Anchor of the n-th report (from 1) of an event in one article's copy. */
export const reportAnchor = (event: string, n: number): string => `e-${event}-${n}`

/** Anchor of the n-th wording (from 1) on the page of a quote. */
export const wordingAnchor = (n: number): string => `wording-${n}`

/** Anchor of the n-th block (from 0) of an article's copy, where the copy is printed. */
export const blockAnchor = (n: number): string => `p-${n}`

/**
 * An address that makes a browser scroll to the words and mark them (WICG URL Fragment Text Directives).
 * Long words are given by their first and last few, so that markup between them does no harm.
 */
export function toTextFragment(address: string, words: string): string {
  const list = words.trim().split(/\s+/)
  return toPassageUrl(
    address,
    list.length <= shortPassage
      ? { start: list.join(' ') }
      : { start: list.slice(0, passageEdge).join(' '), end: list.slice(-passageEdge).join(' ') },
  )
}

/** Words that are given whole, at most. */
export const shortPassage = 8
/** Words at either end by which longer ones are given, at least. */
export const passageEdge = 4

/** Words as a browser looks for them: the first place where `start` stands right after `prefix`, on to the next `end`. */
export interface Passage {
  prefix?: string
  start: string
  end?: string
}

/** An address that makes a browser look for a passage. */
export function toPassageUrl(address: string, { prefix, start, end }: Passage): string {
  // The hyphen, comma and ampersand have a meaning there and are escaped.
  const toDirective = (text: string): string => encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D')
  const parts = [...(prefix ? [`${toDirective(prefix)}-`] : []), toDirective(start), ...(end ? [toDirective(end)] : [])]
  return withDirective(address, `:~:text=${parts.join(',')}`)
}

/** The address with a directive after whatever fragment it has: the page may need that one to be found. */
function withDirective(address: string, directive: string): string {
  const bare = address.replace(/:~:.*$/s, '')
  return `${bare}${bare.includes('#') ? '' : '#'}${directive}`
}
