import { findPlace } from '../../loaders/front-matter.ts'
import { shorten } from '../../schema/problem.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'

const speaker = (line: string) => `---\nname: Mara Łodzińska\nkind: person\n${line}---\n\nMayor of Port Ellis.\n`

export const draft: Rule = {
  id: 'draft',
  severity: 'error',
  what: 'No file is a draft, and no link’s title begins with `?`.',
  why: 'An import proposes; what nobody has confirmed is not published.',
  example: {
    wrong: {
      'articles/walk.md': exampleQuote('walk', '? to reporters'),
      'speakers/mara-lodzinska.md': speaker('draft: true\n'),
    },
    right: { 'articles/walk.md': exampleQuote('walk', 'to reporters'), 'speakers/mara-lodzinska.md': speaker('') },
  },
  check: ({ entries, files }, report) => {
    for (const file of files.values()) {
      if (file.data && 'draft' in file.data && file.data.draft === true) {
        report({
          file: file.path,
          ...findPlace(file.split, ['draft']),
          found: 'draft',
          expected: 'a file that somebody has confirmed',
          hint: 'Read it through, complete it, and take out the line `draft: true`.',
        })
      }
    }
    for (const { path, reading } of entries.articles) {
      for (const { is, context, at, text } of reading.links) {
        if (is !== 'quote' || !context?.startsWith('?')) continue
        report({
          file: path,
          ...at,
          found: `unconfirmed speaker of “${shorten(text, 40)}”`,
          expected: 'a title without `?`',
          hint: 'When the speaker is right, take out the `?`; else name another one.',
        })
      }
    }
  },
}
