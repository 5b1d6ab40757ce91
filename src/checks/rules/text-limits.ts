import { limits } from '../../markdown/limits.ts'
import { exampleArticle } from '../example.ts'
import { fromFiles } from '../from-files.ts'
import type { Rule } from '../rule.ts'

export const textLimits: Rule = {
  id: 'text-limits',
  severity: 'error',
  what: 'A file keeps within what can be read in a moment: so many characters and signs in a paragraph, so many lists and quotations within one another, so many fields and items in the front matter; the message tells the limit.',
  why: 'No article comes near the limits, and a text that is made to be slow would hold up the checks of everybody.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle(`${'> '.repeat(limits.depth + 1)}People walk.`) },
    right: { 'articles/walk.md': exampleArticle('> > People walk.') },
  },
  check: fromFiles('text-limits'),
}
