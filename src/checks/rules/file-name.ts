import { fromFiles } from '../from-files.ts'
import type { Rule } from '../rule.ts'

export const fileName: Rule = {
  id: 'file-name',
  severity: 'error',
  what: 'The name of a file is made of small letters a to z, digits and single hyphens.',
  why: 'It is the permanent address of what the file holds, and must read the same on every system.',
  example: {
    wrong: { 'outlets/The_Ledger.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
    right: { 'outlets/ledger-the.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
  },
  check: fromFiles('file-name'),
}
