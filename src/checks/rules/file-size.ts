import { isOfRecord, largest } from '../../loaders/names.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

export const fileSize: Rule = {
  id: 'file-size',
  severity: 'error',
  what: 'A content file has 1 MB at most; a larger one is not read.',
  why: 'No article is as long; a page of that size would not load on a phone.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People walk. '.repeat(largest / 13)) },
    right: { 'articles/walk.md': exampleArticle('People walk.') },
  },
  check: ({ listed }, report) => {
    for (const [file, { size, is }] of listed) {
      if (is !== 'file' || !isOfRecord(file) || size <= largest) continue
      report({ file, found: `file of ${(size / 1e6).toFixed(1)} MB`, expected: 'one of 1 MB at most' })
    }
  },
}
