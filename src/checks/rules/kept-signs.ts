import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const year = (mark: string) => exampleArticle(`${mark} That was the year in which the bridge was built.`)

export const keptSigns: Rule = {
  id: 'kept-signs',
  severity: 'error',
  what: 'No sign of a copy is taken for markup: asterisks within a word, a number or a dash before one paragraph, a line under one.',
  why: 'Markdown takes such signs away, and the copy is verbatim.',
  example: {
    wrong: { 'articles/walk.md': year('1986.') },
    right: { 'articles/walk.md': year('1986\\.') },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { at, ...told } of reading.eaten) report({ file: path, ...at, ...told })
    }
  },
}
