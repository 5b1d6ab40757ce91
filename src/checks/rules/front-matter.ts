import { explainErrors } from '../../loaders/explain-yaml.ts'
import type { Rule } from '../rule.ts'
import { wholeFiles } from '../texts.ts'

export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  what: 'A content file begins with front matter: YAML between two lines of three hyphens.',
  why: 'What a file is about stands there; without it the file cannot be placed in the record.',
  example: {
    wrong: { 'outlets/the-ledger.md': '---\nname: The Ledger: a newspaper\nkind: newspaper\n---\n' },
    right: { 'outlets/the-ledger.md': '---\nname: "The Ledger: a newspaper"\nkind: newspaper\n---\n' },
  },
  check: (content, report) => {
    for (const { path: file, split } of wholeFiles(content)) {
      const { source, body, errors } = split
      if (source === null) {
        const found = body.startsWith('---\n') ? 'front matter without an end' : 'file without front matter'
        report({ file, line: 1, column: 1, found, expected: 'a first line `---`, the fields, and a line `---` again' })
      }
      if (source === null || errors.length === 0) continue
      // One cause has many consequences: what mends it is told alone, and of the rest one error a line.
      const { explained, rest } = explainErrors(source)
      for (const one of explained) report({ file, ...one })
      const byLine = Map.groupBy(errors, ({ line }) => line)
      for (const [line, [error]] of byLine) {
        if (!error || (explained.length > 0 && !rest.has(line))) continue
        const { message, column } = error
        report({ file, line, column, found: `YAML (${message})`, expected: 'a field and its value, as `name: value`' })
      }
    }
  },
}
