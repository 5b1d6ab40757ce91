import { shorten } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { proseOf } from '../texts.ts'

export const plainWords: Rule = {
  id: 'plain-words',
  severity: 'error',
  what: 'The copy of an article, and our own prose, are words: no HTML and no pictures.',
  why: 'HTML is printed as text and a picture as its description; neither is what the outlet published.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People <b>walk</b>.') },
    right: { 'articles/walk.md': exampleArticle('People **walk**.') },
  },
  check: (content, report) => {
    const texts = [
      ...content.entries.articles.map(({ path, reading }) => ({ path, odd: reading })),
      ...proseOf(content).map(({ path, body }) => ({ path, odd: body })),
    ]
    for (const { path, odd } of texts) {
      for (const { text, at } of odd.rawHtml) {
        report({
          file: path,
          ...at,
          found: `HTML \`${shorten(text)}\``,
          expected: 'words (write `\\<` for the sign itself)',
        })
      }
      for (const { text, at } of odd.images) {
        report({ file: path, ...at, found: `picture \`${text}\``, expected: 'words alone' })
      }
    }
  },
}
