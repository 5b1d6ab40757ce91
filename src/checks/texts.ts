/** The text of content files, and places in it. */
import { placeIn } from '../lists.ts'
import type { Content } from '../loaders/content.ts'

/** A stretch of a file: its front matter, or its body. */
export interface Stretch {
  file: string
  text: string
  /** Lines of the file before it. */
  linesBefore: number
}

/** Front matter and body of every file; not of one that has too much of something, which is refused unread. */
export function* textsOf(content: Content): Generator<Stretch> {
  for (const { path, split } of content.files.values()) {
    if (split.excess) continue
    if (split.source) yield { file: path, text: split.source, linesBefore: 1 }
    if (split.body) yield { file: path, text: split.body, linesBefore: split.linesBefore }
  }
}

/** The files of the record, save those in which Git has left two versions: nothing else of these is judged. */
export function wholeFiles({ files, conflicts }: Content) {
  return [...files.values()].filter(({ path }) => !conflicts.has(path))
}

/** The links of all articles, each with its file and what that says of the article. */
export function* linksIn({ entries }: Content) {
  for (const { path, data, reading } of entries.articles)
    for (const link of reading.links) yield { file: path, article: data, ...link }
}

/** Where in its file an offset of a stretch is. */
export function toPlace({ text, linesBefore }: Stretch, offset: number): { line: number; column: number } {
  const { line, column } = placeIn(text, offset)
  return { line: linesBefore + line, column }
}

/** The editor's own prose, by the file it stands in. */
export function proseOf({ entries }: Content) {
  const { story, corrections, speakers, events, outlets, pages, places, topics, quotes } = entries
  return [
    ...(story ? [story] : []),
    ...corrections,
    ...speakers,
    ...events,
    ...outlets,
    ...pages,
    ...places,
    ...topics,
    ...quotes,
  ]
}
