import { exampleArticle } from '../example.ts'
import { idsOf, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownTopic: Rule = {
  id: 'known-topic',
  severity: 'error',
  what: 'Every topic that is named has a file in `content/topics`.',
  why: 'A topic is a question with answers; its name alone asks nothing.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People walk.', 'topics: [ferrys]') },
    right: { 'articles/walk.md': exampleArticle('People walk.', 'topics: [ferries]') },
  },
  check: (content, report) => {
    reportUnknown(content, 'topics', 'topic', 'the name of a file in content/topics', idsOf(content, 'topics'), report)
  },
}
