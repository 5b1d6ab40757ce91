import type { Rule } from '../rule.ts'

const jonas = '---\nname: Jónas Björk\nkind: person\n---\n'

export const oneName: Rule = {
  id: 'one-name',
  severity: 'error',
  what: 'No two files have names that differ only in capitals or in the form of a letter.',
  why: 'Some systems take them for one file, and one of the two is lost.',
  example: {
    wrong: { 'speakers/jonas-bjork.md': jonas, 'speakers/Jonas-Bjork.md': jonas },
    right: { 'speakers/jonas-bjork.md': jonas },
  },
  check: (content, report) => {
    const first = new Map<string, string>()
    for (const path of [...content.files.keys()].sort()) {
      const key = path.normalize('NFKC').toLowerCase().normalize('NFKC')
      const known = first.get(key)
      if (known === undefined) first.set(key, path)
      else
        report({
          file: path,
          found: `name \`${path}\``,
          expected: `one that differs from \`${known}\` by more than its form`,
        })
    }
  },
}
