import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const foot = '\n\n[closed]: ../events/bridge-closed.md\n[walk]: ../speakers/mara-lodzinska.md#walk'

export const flatLinks: Rule = {
  id: 'flat-links',
  severity: 'error',
  what: 'No link stands within another.',
  why: 'Markdown makes no link of the outer one, prints its brackets and may print its label as a word of the copy.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle(`[She walks while [the bridge is shut][closed]][walk].${foot}`) },
    right: { 'articles/walk.md': exampleArticle(`[She walks][walk] while [the bridge is shut][closed].${foot}`) },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { text, at } of reading.nestedLinks) {
        const found = `\`${text}\` at the end of a link around another link`
        report({
          file: path,
          ...at,
          found,
          expected: 'links side by side',
          hint: 'Brackets of the copy itself are written `\\[` and `\\]`.',
        })
      }
    }
  },
}
