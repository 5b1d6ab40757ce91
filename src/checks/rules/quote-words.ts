import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const quoteWords: Rule = {
  id: 'quote-words',
  severity: 'error',
  what: 'A link to a quote, to an event or to a speaker has words.',
  why: 'Without any there is nothing to show, and nothing to follow.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('She walks.[](../speakers/mara-lodzinska.md#walk)') },
    right: { 'articles/walk.md': exampleArticle('[She walks](../speakers/mara-lodzinska.md#walk).') },
  },
  check: (content, report) => {
    for (const { file, verbatim, target, fragment, at } of linksIn(content)) {
      if (/[\p{L}\p{N}]/u.test(verbatim)) continue
      const name = fragment === null ? target : `${target}#${fragment}`
      report({ file, ...at, found: `link to \`${name}\` without words`, expected: 'the words it is about' })
    }
  },
}
