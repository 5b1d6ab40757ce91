import { frontMatterLimits } from '../../loaders/front-matter.ts'
import { limits } from '../../markdown/limits.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { wholeFiles } from '../texts.ts'

const number = (value: number) => value.toLocaleString('en')

export const textLimits: Rule = {
  id: 'text-limits',
  severity: 'error',
  what: `A paragraph has ${number(limits.characters)} characters and ${number(limits.marks)} signs (quotation marks, brackets, asterisks) at most, a text ${number(limits.parts)} list items, headings and quotations, ${limits.depth} of them within one another; front matter ${number(frontMatterLimits.fields)} fields, ${number(frontMatterLimits.items)} items and ${number(frontMatterLimits.value)} characters in a value.`,
  why: 'No article comes near the limits, and a text that is made to be slow would hold up the checks of everybody.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle(`${'> '.repeat(limits.depth + 1)}People walk.`) },
    right: { 'articles/walk.md': exampleArticle('> > People walk.') },
  },
  check: (content, report) => {
    const hint = 'An article has far less. Take out what is none of it, or file it in parts.'
    for (const { path: file, split } of wholeFiles(content)) if (split.excess) report({ file, ...split.excess, hint })
  },
}
