import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const walk = (fragment: string) =>
  exampleArticle(
    `["I walk,"][w] she said. ["So do I,"][j] he said.\n\n[w]: ../speakers/mara-lodzinska.md#walk\n[j]: ../speakers/jonas-bjork.md#${fragment}`,
  )
const jonas = '---\nname: Jónas Björk\nkind: person\n---\n'

export const oneSpeaker: Rule = {
  id: 'one-speaker',
  severity: 'error',
  what: 'In one article, a name of a quote belongs to one speaker.',
  why: 'The same name under two speakers is most often one quote whose second link was copied and given to somebody else.',
  example: {
    wrong: { 'articles/walk.md': walk('walk'), 'speakers/jonas-bjork.md': jonas },
    right: { 'articles/walk.md': walk('walk-too'), 'speakers/jonas-bjork.md': jonas },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      const first = new Map<string, { target: string; line: number }>()
      for (const { is, target, fragment, at } of reading.links) {
        if (is !== 'quote' || !fragment) continue
        const known = first.get(fragment)
        if (!known) first.set(fragment, { target, line: at.line })
        else if (known.target !== target) {
          report({
            file: path,
            ...at,
            found: `speaker \`${target}\` of the quote \`${fragment}\``,
            expected: `\`${known.target}\`, as in line ${known.line}`,
            hint: 'When they are two quotes, give one of them another name.',
          })
        }
      }
    }
  },
}
