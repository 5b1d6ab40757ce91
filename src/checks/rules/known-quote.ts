import { exampleEvent } from '../example.ts'
import { findReferences, type Reference, reportUnknown, toPlaceOf } from '../references.ts'
import { isPageOfRefused, linksOf } from '../refused.ts'
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
    const { withdrawn } = content.record
    // Whether the speaker of a quote is on record is another rule.
    const { quotes: known, refused } = linksOf(content)
    const gone = new Map(withdrawn.map(({ id, date }) => [id, date.edtf]))
    // A withdrawn quote is named by its own file and by corrections alone.
    const isGone = ({ id, file, makes }: Reference) => !makes && gone.has(id) && !/^(?:quotes|corrections)\//.test(file)
    const isExcused = (_: string, id: string) =>
      gone.has(id) || refused.has(id) || isPageOfRefused(content, `/quotes/${id}/`)
    reportUnknown(content, 'quotes', 'quote', 'one that an article carries', known, report, isExcused)
    for (const reference of findReferences(content)) {
      if (reference.noun !== 'quotes' || !isGone(reference)) continue
      report({
        file: reference.file,
        ...toPlaceOf(content, reference),
        found: `quote \`${reference.name}\``,
        expected: `none: it was withdrawn on ${gone.get(reference.id)}`,
        hint: 'Take its name out here too.',
      })
    }
  },
}
