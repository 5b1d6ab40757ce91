/** Proposals for a few lines of text, as the tests of rules ask for them. */
import { type Draft, type Facts, propose } from '../../src/import/propose.ts'
import type { KnownSpeaker } from '../../src/import/who/people.ts'
import type { Speaker } from '../../src/record/types.ts'

const facts: Facts = {
  title: null,
  outlet: null,
  agency: null,
  published: '2025-08-21',
  url: null,
  language: 'en',
  rights: 'full',
}

/** Everything proposed for a text, a paragraph a line, published on Thursday 21 August 2025. */
export function read(
  text: string,
  known: readonly KnownSpeaker[] = [],
  without: string[] = [],
  language = 'en',
): Draft {
  const blocks = text.split('\n').map((words, index) => ({ kind: 'paragraph' as const, text: words, line: index + 1 }))
  const capture = {
    title: null,
    titleLine: null,
    blocks,
    cut: [],
    warnings: [],
    published: null,
    url: null,
    outletName: null,
    agency: null,
    language,
  }
  const speakers = known.map((speaker) => ({ ...speaker, quotes: [] }) as unknown as Speaker)
  const record = { speakers, articles: [], events: [], outlets: [] }
  return propose(capture, { ...facts, language }, { record, refused: new Set() }, { without: new Set(without) })
}

/** Speaker and certainty of the last quotation: `Ann Berg, certain`; `nobody`. */
export function lastQuote({ quotes }: Draft): string {
  const quote = quotes.findLast(({ kind }) => kind !== 'indirect')
  if (!quote?.person || quote.term) return 'nobody'
  return `${[quote.person, ...quote.also].map((person) => person.id ?? person.name).join(' and ')}, ${quote.certainty}`
}

/** Reported speech: `Ann Berg: the pier was sound`. */
export function reported({ quotes }: Draft): string[] {
  return quotes.flatMap(({ kind, person, text }) => (kind === 'indirect' ? [`${person?.name}: ${text}`] : []))
}
