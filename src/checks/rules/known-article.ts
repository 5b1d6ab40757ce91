import { exampleEvent } from '../example.ts'
import { idsOf, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownArticle: Rule = {
  id: 'known-article',
  severity: 'error',
  what: 'Every article that is named has a file in `content/articles`.',
  why: 'A figure rests on the article that has it.',
  example: {
    wrong: {
      'events/bridge-closed.md': exampleEvent(
        'figures: [{ what: piers, value: 2, words: two piers, article: brigde }]',
      ),
    },
    right: {
      'events/bridge-closed.md': exampleEvent(
        'figures: [{ what: piers, value: 2, words: two piers, article: bridge }]',
      ),
    },
  },
  check: (content, report) => {
    reportUnknown(
      content,
      'articles',
      'article',
      'the name of a file in content/articles',
      idsOf(content, 'articles'),
      report,
    )
  },
}
