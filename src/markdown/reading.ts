/** What the prose of one article says, as read off the text. Offsets count in the text of a block. */

import type { LedgerFault } from './ledger.ts'
import type { ProseNode } from './nodes.ts'

/** How literal a wording is: all of it quoted, reported speech with quoted words in it, or reported speech. */
export type Kind = 'direct' | 'mixed' | 'indirect'

/** Words of an article; `quoted` when they stand in quotation marks there (the marks themselves are left out). */
export interface Piece {
  text: string
  quoted: boolean
}

/** A block of an article's copy: a paragraph, a heading, a whole list or block quotation. */
export interface Block {
  index: number
  kind: 'paragraph' | 'heading' | 'other'
  /** Its words, links aside. */
  text: string
  /** Short hash of its words, NFC with white space folded. */
  hash: string
  /** Line in the file, from 1. */
  line: number
}

/** A place in a file, both from 1. */
export interface Place {
  line: number
  column: number
}

/** A stretch of text in quotation marks. */
export interface QuotedSpan {
  block: number
  /** Offsets in the block's text, the marks included. */
  start: number
  end: number
  /** The words between the marks. */
  text: string
  /** Whether it goes on in the next paragraph, which begins with a mark again. */
  runsOn: boolean
  at: Place
}

/** A link to a speaker or an event. */
export interface ReadLink {
  is: 'quote' | 'mention' | 'report'
  /** Id of the speaker or the event. */
  target: string
  /** Name of the quote among the speaker's; null unless it is a quote. */
  fragment: string | null
  anchor: string
  block: number
  start: number
  end: number
  kind: Kind
  text: string
  pieces: Piece[]
  /** Offsets of the quoted words within the link, their marks included. */
  quoted: [start: number, end: number][]
  verbatim: string
  /** Offsets of the sentence (or sentences) it stands in. */
  sentenceStart: number
  sentenceEnd: number
  /** EDTF of the link's title; null when it has none. */
  said: string | null
  /** The rest of the title. */
  context: string | null
  at: Place
}

/** A link to a quote that was withdrawn. */
type WithdrawnLink = Pick<ReadLink, 'target' | 'block' | 'start' | 'end' | 'said' | 'at'> & { fragment: string }

/** A definition at the foot of the file. */
export interface Definition {
  label: string
  address: string
  used: boolean
  at: Place
}

/** A piece of source the checks may want to judge. */
export interface Found {
  text: string
  at: Place
}

export interface Reading {
  blocks: Block[]
  /** The copy, sanitised, one node a block. */
  copy: ProseNode[]
  links: ReadLink[]
  /** Links to quotes that were withdrawn, of which the copy keeps the words. */
  withdrawn: WithdrawnLink[]
  spans: QuotedSpan[]
  /** Opening or closing marks without a partner, that no quotation running on explains. */
  strayMarks: Found[]
  definitions: Definition[]
  /** Signs of the copy that Markdown has taken away. */
  eaten: { found: string; expected: string; hint: string; at: Place }[]
  /** What the ledger had wrong; it was read as it was meant. */
  ledgerFaults: { what: LedgerFault['what']; right: string; at: Place }[]
  /** Labels of reference links that nothing defines. */
  undefinedLabels: Found[]
  /** Brackets that were meant as a link around another link; Markdown has none. */
  nestedLinks: Found[]
  /** Links to a file that is neither a speaker nor an event, or that leave the record. */
  strayLinks: Found[]
  /** What sanitising took away besides. */
  refused: Found[]
  /** Raw HTML, which is shown as text. */
  rawHtml: Found[]
  /** Images, of which only the alternative text is shown. */
  images: Found[]
}
