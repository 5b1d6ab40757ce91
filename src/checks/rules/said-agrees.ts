import { isVague, overlaps, toWhen } from '../../record/when.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const saidAgrees: Rule = {
  id: 'said-agrees',
  severity: 'error',
  what: 'The wordings of a quote agree on when it was said.',
  why: 'One utterance has one date: dates that exclude each other mean two quotes, or a mistake.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('not-wait', '2031-02-28') },
    right: { 'articles/walk.md': exampleQuote('not-wait', '2031-03') },
  },
  check: (content, report) => {
    const first = new Map<string, { said: string; file: string; line: number }>()
    for (const { file, target, fragment, said, at } of linksIn(content)) {
      if (!fragment || !said) continue
      const name = `${target}#${fragment}`
      const other = first.get(name)
      if (!other) first.set(name, { said, file, line: at.line })
      const [one, two] = [toWhen(said), other && toWhen(other.said)]
      if (!other || !one || !two || isVague(one) || isVague(two) || overlaps(one, two)) continue
      report({
        file,
        ...at,
        found: `day \`${said}\` of the quote \`${name}\``,
        expected: `one that agrees with \`${other.said}\` in ${other.file}:${other.line}`,
      })
    }
  },
}
