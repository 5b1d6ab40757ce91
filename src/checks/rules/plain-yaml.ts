import type { Rule } from '../rule.ts'
import { wholeFiles } from '../texts.ts'

export const plainYaml: Rule = {
  id: 'plain-yaml',
  severity: 'error',
  what: 'Front matter is fields and their values: no anchors, aliases or tags, and no field `__proto__`.',
  why: 'An alias says in one line what stands in another, and aliases of aliases can fill the memory.',
  example: {
    wrong: { 'outlets/the-ledger.md': '---\nname: &name The Ledger\nkind: newspaper\naliases: [*name]\n---\n' },
    right: { 'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\naliases: [Ledger]\n---\n' },
  },
  check: (content, report) => {
    for (const { path: file, split, remarks } of wholeFiles(content)) {
      for (const remark of remarks) report({ file, ...remark })
      if (split.errors.length > 0) continue
      for (const { message, line, column } of split.oddities)
        report({ file, line, column, found: message, expected: 'the value itself' })
    }
  },
}
