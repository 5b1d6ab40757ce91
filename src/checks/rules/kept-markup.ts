import { shorten } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { proseOf } from '../texts.ts'

export const keptMarkup: Rule = {
  id: 'kept-markup',
  severity: 'error',
  what: 'All that Markdown makes of a text may reach the page: nothing has to be taken away.',
  why: 'What the site would leave out in silence, an attribute or an element, is refused instead.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('``` text\nPeople walk.\n```') },
    right: { 'articles/walk.md': exampleArticle('```\nPeople walk.\n```') },
  },
  check: (content, report) => {
    const texts = [
      ...content.entries.articles.map(({ path, reading }) => ({ path, refused: reading.refused })),
      ...proseOf(content).map(({ path, body }) => ({ path, refused: body.refused })),
    ]
    for (const { path, refused } of texts) {
      for (const { text, at } of refused)
        report({ file: path, ...at, found: `\`${shorten(text)}\``, expected: 'the words alone' })
    }
  },
}
