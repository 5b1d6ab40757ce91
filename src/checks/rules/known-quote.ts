import { exampleEvent } from '../example.ts'
import { reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownQuote: Rule = {
  id: 'known-quote',
  severity: 'error',
  what: 'Every quote that is named, in front matter or in a link of our own prose, is carried by an article.',
  why: 'A quote is its wordings; a name that no article carries is a quote that nobody said.',
  example: {
    wrong: { 'events/bridge-closed.md': exampleEvent('quotes: [mara-lodzinska#not-wiat]') },
    right: { 'events/bridge-closed.md': exampleEvent('quotes: [mara-lodzinska#not-wait]') },
  },
  check: (content, report) => {
    const known = new Set(content.record.quotes.map((quote) => quote.id))
    reportUnknown(content, 'quotes', 'quote', 'one that an article carries', known, report)
  },
}
