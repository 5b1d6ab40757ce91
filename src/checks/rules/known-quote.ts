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
    const { quotes, withdrawn } = content.record
    const known = new Set(quotes.map(({ id }) => id))
    const gone = new Set(withdrawn.map(({ id }) => id))
    // A withdrawn quote is named by its own file and by corrections alone.
    const mayName = (file: string, id: string) => gone.has(id) && /^(?:quotes|corrections)\//.test(file)
    reportUnknown(content, 'quotes', 'quote', 'one that an article carries', known, report, mayName)
  },
}
