import { foldWords } from '../../sameness/words.ts'
import { areDistinct } from '../distinct.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const filedOnce: Rule = {
  id: 'filed-once',
  severity: 'error',
  what: 'The same words, four or more, are one quote of one speaker.',
  why: 'Under two names they would be counted as said twice, and none of the two would show the other outlet.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('no-waiting', '', 'We will not wait,') },
    right: { 'articles/walk.md': exampleQuote('not-wait', '', 'We will not wait,') },
  },
  check: (content, report) => {
    const isDistinct = areDistinct(content)
    const first = new Map<string, { name: string; file: string; line: number }>()
    for (const { file, is, target, fragment, text, at } of linksIn(content)) {
      if (is !== 'quote') continue
      const words = foldWords(text)
      if (words.split(' ').length < 4) continue
      const name = `${target}#${fragment}`
      const known = first.get(words)
      if (!known) first.set(words, { name, file, line: at.line })
      else if (known.name !== name && !isDistinct(known.name, name)) {
        report({
          file,
          ...at,
          found: `quote \`${name}\` in the very words of another`,
          expected: `\`${known.name}\`, as in ${known.file}:${known.line}`,
          hint: `When it was said twice, list one under \`notSameAs\` in quotes/${name.replace('#', '/')}.md.`,
        })
      }
    }
  },
}
