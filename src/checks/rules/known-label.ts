import { mostHints, suggest } from '../../schema/nearest.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

export const knownLabel: Rule = {
  id: 'known-label',
  severity: 'error',
  what: 'Each `[words][label]` of an article has its `[label]: …` at the foot of the file.',
  why: 'Without it the brackets are printed as text, and the quote is not on record.',
  example: {
    wrong: {
      'articles/walk.md': exampleArticle('["I walk,"][walks] she said.\n\n[walk]: ../speakers/mara-lodzinska.md#walk'),
    },
    right: {
      'articles/walk.md': exampleArticle('["I walk,"][walk] she said.\n\n[walk]: ../speakers/mara-lodzinska.md#walk'),
    },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      const labels = reading.definitions.map(({ label }) => label)
      for (const [index, { text, at }] of reading.undefinedLabels.entries()) {
        const hint = index < mostHints ? suggest(text, labels) : undefined
        const expected = 'a label that is defined at the foot of the file'
        report({ file: path, ...at, found: `label \`${text}\``, expected, hint })
      }
    }
  },
}
