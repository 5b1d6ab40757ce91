import { isDay } from '../../schema/dates.ts'
import type { Rule } from '../rule.ts'

const correction = (events: string) => `---
date: 2031-03-12
events: [${events}]
was: The bridge was shut on 2 March.
is: The bridge was shut on 1 March.
why: The day of the article was taken for that of the decision.
---
`

export const namedCorrection: Rule = {
  id: 'named-correction',
  severity: 'error',
  what: 'A correction names the articles, events, speakers, topics or quotes it is about, and its file is called by its day.',
  why: 'It is shown on their pages; one that names nothing is not found by those who read the mistake.',
  example: {
    wrong: { 'corrections/2031-03-12-bridge.md': correction('') },
    right: { 'corrections/2031-03-12-bridge.md': correction('bridge-closed') },
  },
  check: ({ entries }, report) => {
    for (const { id, path, data } of entries.corrections) {
      const { articles, events, speakers, topics, quotes } = data
      const names = [articles, events, speakers, topics, quotes].flat().length
      const place = { file: path, line: 2, column: 1 }
      if (names === 0) {
        const expected = 'at least one of `articles`, `events`, `speakers`, `topics`, `quotes`'
        report({ ...place, found: 'correction of nothing', expected })
      }
      if (!isDay(id.slice(0, 10)) || id[10] !== '-')
        report({
          file: path,
          found: `name \`${id}\``,
          expected: `the day and a few words, as \`${data.date}-a-few-words\``,
        })
    }
  },
}
