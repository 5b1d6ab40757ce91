import { exampleArticle } from '../example.ts'
import { idsOf, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownOutlet: Rule = {
  id: 'known-outlet',
  severity: 'error',
  what: 'The outlet of an article has a file in `content/outlets`.',
  why: 'Words without an outlet have no source.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People walk.').replace('the-ledger', 'the-leger') },
    right: { 'articles/walk.md': exampleArticle('People walk.') },
  },
  check: (content, report) => {
    reportUnknown(
      content,
      'outlets',
      'outlet',
      'the name of a file in content/outlets',
      idsOf(content, 'outlets'),
      report,
    )
  },
}
