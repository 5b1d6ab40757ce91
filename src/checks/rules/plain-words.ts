import { exampleArticle } from '../example.ts'
import { type Rule, shorten } from '../rule.ts'

export const plainWords: Rule = {
  id: 'plain-words',
  severity: 'error',
  what: 'The copy of an article is words: no HTML and no pictures.',
  why: 'HTML is printed as text and a picture as its description; neither is what the outlet published.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People <b>walk</b>.') },
    right: { 'articles/walk.md': exampleArticle('People **walk**.') },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { text, at } of reading.rawHtml) {
        report({
          file: path,
          ...at,
          found: `HTML \`${shorten(text)}\``,
          expected: 'words (write `\\<` for the sign itself)',
        })
      }
      for (const { text, at } of reading.images) {
        report({ file: path, ...at, found: `a picture \`${text}\``, expected: 'words alone' })
      }
    }
  },
}
