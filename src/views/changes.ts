/** What last came into the record or changed in it, as a returning reader’s browser gets it. */

/** One thing on record, with what the reader is told of it. */
export interface Change {
  /** Path of its page. */
  url: string
  is: 'event' | 'quote' | 'article' | 'correction'
  title: string
  /** When it happened, was said or was published, in words; empty where that is no matter or not known. */
  when: string
  /** The first day on which that can have been, `2031-03-18`; null for what has not happened. */
  from: string | null
  /** The days on which it came into the record and last changed there. */
  first: string
  last: string
}

export interface Changes {
  /** Whether the list goes back to the beginning of the record. */
  whole: boolean
  changes: Change[]
}
