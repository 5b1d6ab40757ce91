import { fromFiles } from '../from-files.ts'
import type { Rule } from '../rule.ts'

export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  what: 'A content file begins with front matter: YAML between two lines of three hyphens.',
  why: 'What a file is about stands there; without it the file cannot be placed in the record.',
  example: {
    wrong: { 'outlets/the-ledger.md': '---\nname: The Ledger: a newspaper\nkind: newspaper\n---\n' },
    right: { 'outlets/the-ledger.md': '---\nname: "The Ledger: a newspaper"\nkind: newspaper\n---\n' },
  },
  check: fromFiles('front-matter'),
}
