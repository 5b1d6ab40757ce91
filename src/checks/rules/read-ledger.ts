import { shorten } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const walk = (blank: string, title: string) =>
  exampleArticle(`["I walk,"][walk] she said.\n${blank}[walk]: ../speakers/mara-lodzinska.md#walk ${title}`)

const causes = {
  marks: { found: 'title without straight quotation marks round it', expected: '`"` at either end' },
  blank: { found: 'text right before the ledger', expected: 'a blank line between them' },
  colon: { found: 'line of the ledger without a colon', expected: 'one after the label' },
  indent: { found: 'blanks at the head of a line of the ledger', expected: 'none' },
} as const

export const readLedger: Rule = {
  id: 'read-ledger',
  severity: 'error',
  what: 'A line of an article’s ledger is `[label]: address "title"`, with straight quotation marks; a blank line stands before the first.',
  why: 'To Markdown any other line is text: it is printed, and none of its links is one.',
  example: {
    wrong: { 'articles/walk.md': walk('', '“2031-03-02, to reporters”') },
    right: { 'articles/walk.md': walk('\n', '"2031-03-02, to reporters"') },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const [what, faults] of Map.groupBy(reading.ledgerFaults, (fault) => fault.what)) {
        const [first] = faults
        if (!first) continue
        const { found, expected } = causes[what]
        const more = faults.length - 1
        const alike = more > 0 ? ` (and ${more} more ${more === 1 ? 'line' : 'lines'} like it)` : ''
        const hint = what === 'blank' ? `Put one before \`${shorten(first.right)}\`.` : `Write \`${first.right}\`.`
        report({ file: path, ...first.at, found: found + alike, expected, hint })
      }
    }
  },
}
