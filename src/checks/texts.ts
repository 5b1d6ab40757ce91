/** The text of content files, and places in it. */
import type { Content } from '../loaders/content.ts'

/** A stretch of a file: its front matter, or its body. */
export interface Stretch {
  file: string
  text: string
  /** Lines of the file before it. */
  linesBefore: number
}

/** Front matter and body of every file. */
export function* textsOf(content: Content): Generator<Stretch> {
  for (const { path, split } of content.files.values()) {
    if (split.source) yield { file: path, text: split.source, linesBefore: 1 }
    if (split.body) yield { file: path, text: split.body, linesBefore: split.linesBefore }
  }
}

/** Where in its file an offset of a stretch is. */
export function toPlace({ text, linesBefore }: Stretch, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: linesBefore + lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** A character as its code point: `U+202E`. */
export function toCode(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** The editor's own prose, by the file it stands in. */
export function proseOf({ entries }: Content) {
  const { story, corrections, speakers, events, outlets, places, topics, quotes } = entries
  return [
    ...(story ? [story] : []),
    ...corrections,
    ...speakers,
    ...events,
    ...outlets,
    ...places,
    ...topics,
    ...quotes,
  ]
}
