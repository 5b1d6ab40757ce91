import { exampleArticle } from '../example.ts'
import { idsOf, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownEvent: Rule = {
  id: 'known-event',
  severity: 'error',
  what: 'Every event that is linked has a file in `content/events`.',
  why: 'A report of an event that is not on record leads nowhere.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People [walk since then](../events/bridge-close.md).') },
    right: { 'articles/walk.md': exampleArticle('People [walk since then](../events/bridge-closed.md).') },
  },
  check: (content, report) => {
    reportUnknown(content, 'events', 'event', 'the name of a file in content/events', idsOf(content, 'events'), report)
  },
}
