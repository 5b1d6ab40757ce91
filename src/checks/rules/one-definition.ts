import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const words = '["I walk,"][walk] she said.\n\n[walk]: ../speakers/mara-lodzinska.md#walk'

export const oneDefinition: Rule = {
  id: 'one-definition',
  severity: 'error',
  what: 'A label is defined once, and used.',
  why: 'Of two definitions Markdown takes the first in silence; one that nothing uses is a quote that was lost.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle(`${words}\n[walk]: ../speakers/mara-lodzinska.md#walks`) },
    right: { 'articles/walk.md': exampleArticle(words) },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      const seen = new Map<string, number>()
      for (const { label, used, at } of reading.definitions) {
        const key = label.toLowerCase()
        const first = seen.get(key)
        if (first !== undefined) {
          report({
            file: path,
            ...at,
            found: `second definition of \`${label}\``,
            expected: `only the one in line ${first}`,
          })
        } else if (!used) {
          report({
            file: path,
            ...at,
            found: `definition of \`${label}\``,
            expected: 'one that a link of the text uses',
          })
        }
        if (first === undefined) seen.set(key, at.line)
      }
    }
  },
}
