import { toWhen } from '../../record/when.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const saidInTime: Rule = {
  id: 'said-in-time',
  severity: 'error',
  what: 'Nothing was said after the article that reports it was published.',
  why: 'One of the two days is wrong.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('walk', '2031-03-12') },
    right: { 'articles/walk.md': exampleQuote('walk', '2031-03-02') },
  },
  check: (content, report) => {
    for (const { file, article, said, at } of linksIn(content)) {
      const published = toWhen(article.published)
      const when = said ? toWhen(said) : null
      if (!published || !when || when.earliest <= published.latest) continue
      const expected = `one on or before the day of publication, \`${article.published}\``
      report({ file, ...at, found: `day \`${said}\``, expected })
    }
  },
}
