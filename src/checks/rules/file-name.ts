import { idForm } from '../../schema/fields.ts'
import { slug } from '../../schema/names.ts'
import type { Rule } from '../rule.ts'
import { wholeFiles } from '../texts.ts'

export const fileName: Rule = {
  id: 'file-name',
  severity: 'error',
  what: 'The name of a file is made of small letters a to z, digits and single hyphens.',
  why: 'It is the permanent address of what the file holds, and must read the same on every system.',
  example: {
    wrong: { 'outlets/The_Ledger.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
    right: { 'outlets/ledger-the.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
  },
  check: (content, report) => {
    const expected = 'small letters a to z, digits and single hyphens, as `volodymyr-zelensky`'
    for (const { path: file, id } of wholeFiles(content)) {
      for (const part of id.split('/').filter((one) => !idForm.test(one))) {
        const near = slug(part)
        const hint = idForm.test(near) ? `Did you mean \`${near}\`?` : undefined
        report({ file, found: `name of a file \`${part}\``, expected, hint })
      }
    }
  },
}
