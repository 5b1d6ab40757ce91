import { fromFiles } from '../from-files.ts'
import type { Rule } from '../rule.ts'

export const schema: Rule = {
  id: 'schema',
  severity: 'error',
  what: 'Each field of the front matter is one the format knows, with a value it allows.',
  why: 'A misspelt field would be lost in silence, and a wrong value would be printed as a fact.',
  example: {
    wrong: { 'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspapr\n---\n' },
    right: { 'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
  },
  check: fromFiles('schema'),
}
