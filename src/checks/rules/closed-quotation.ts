import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

export const closedQuotation: Rule = {
  id: 'closed-quotation',
  severity: 'warning',
  what: 'A quotation mark has its partner in the same paragraph, unless the quotation runs on into the next.',
  why: 'Without the partner nobody can tell where the speech ends, so the words are not counted as quoted.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('She said: "I walk.\n\nPeople walk.') },
    right: {
      'articles/walk.md': exampleArticle(
        '["I walk.][walk]\n\n["I swim,"][walk] she said.\n\n[walk]: ../speakers/mara-lodzinska.md#walk',
      ),
    },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { text, at } of reading.strayMarks) {
        const hint = 'When the source has it so, leave it: the copy is verbatim.'
        report({
          file: path,
          ...at,
          found: `quotation mark without a partner at \`${text}\``,
          expected: 'a pair',
          hint,
        })
      }
    }
  },
}
