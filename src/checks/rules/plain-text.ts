import { toCode } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { textsOf, toPlace } from '../texts.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const strange = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFD\uFFFE\uFFFF]/

export const plainText: Rule = {
  id: 'plain-text',
  severity: 'error',
  what: 'A content file is text in UTF-8, without control characters.',
  why: 'In another encoding letters are lost, and feeds and data files break on control characters.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People wal\uFFFD.') },
    right: { 'articles/walk.md': exampleArticle('People walk.') },
  },
  check: (content, report) => {
    for (const stretch of textsOf(content)) {
      const at = stretch.text.search(strange)
      if (at === -1) continue
      const found = `character ${toCode(stretch.text.slice(at))}`
      report({ file: stretch.file, ...toPlace(stretch, at), found, expected: 'text in UTF-8' })
    }
  },
}
