import { findValues, isValueName, valueNames } from '../../markdown/values.ts'
import { suggest } from '../../schema/nearest.ts'
import type { Rule } from '../rule.ts'
import { toPlace } from '../texts.ts'

const page = (words: string) => `---\ntitle: Method\ndescription: How it is made.\n---\n\n${words}\n`
const names = Object.keys(valueNames)

export const knownValue: Rule = {
  id: 'known-value',
  severity: 'error',
  what: 'A word in braces on a page of one’s own, as `{contents}`, is the name of something that is computed.',
  why: 'Readers would be shown the braces.',
  example: {
    wrong: { 'pages/method.md': page('On record are {contens}.') },
    right: { 'pages/method.md': page('On record are {contents}.') },
  },
  check: ({ entries, files }, report) => {
    for (const { path } of entries.pages) {
      const split = files.get(path)?.split
      if (!split) continue
      for (const { name, index } of findValues(split.body)) {
        if (isValueName(name)) continue
        report({
          file: path,
          ...toPlace({ file: path, text: split.body, linesBefore: split.linesBefore }, index),
          found: `\`{${name}}\``,
          expected: names.map((one) => `\`{${one}}\``).join(', '),
          hint: suggest(name, names),
        })
      }
    }
  },
}
