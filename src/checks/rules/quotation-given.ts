import { uncoveredSpans } from '../../markdown/quoted-spans.ts'
import { shorten } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

export const quotationGiven: Rule = {
  id: 'quotation-given',
  severity: 'error',
  what: 'Words in quotation marks are linked to the one who said them, or listed in `terms`.',
  why: 'The record claims to hold every quotation of its articles; one that is nobody’s makes the claim false.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('The bridge, called the "Old Lady", is shut.') },
    right: { 'articles/walk.md': exampleArticle('The bridge, called the "Old Lady", is shut.', 'terms: [Old Lady]') },
  },
  check: (content, report) => {
    for (const { path, reading, data } of content.entries.articles) {
      for (const { text, at } of uncoveredSpans(reading, data.terms)) {
        report({
          file: path,
          ...at,
          found: `quotation \`${shorten(text)}\``,
          expected: 'a link to the one who said it, or the words in `terms`',
        })
      }
    }
  },
}
