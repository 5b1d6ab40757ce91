import { joinLinks } from '../../record/wordings.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const foot = '\n\n[walk]: ../speakers/mara-lodzinska.md#walk'

export const inSequence: Rule = {
  id: 'in-sequence',
  severity: 'warning',
  what: 'The parts of a quote stand in the same paragraph or in adjoining ones.',
  why: 'Farther apart they are two wordings of one article, which is rare; most often the name was taken twice.',
  example: {
    wrong: {
      'articles/walk.md': exampleArticle(
        `["I walk,"][walk] she said.\n\nIt rained.\n\nIt stopped.\n\n["I do,"][walk] she said.${foot}`,
      ),
    },
    right: { 'articles/walk.md': exampleArticle(`["I walk,"][walk] she said.\n\n["I do,"][walk] she said.${foot}`) },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      const first = new Map<string, number>()
      for (const [{ is, target, fragment, at }] of joinLinks(reading.links)) {
        if (is !== 'quote') continue
        const name = `${target}#${fragment}`
        const line = first.get(name)
        if (line === undefined) first.set(name, at.line)
        else {
          report({
            file: path,
            ...at,
            found: `quote \`${name}\` a second time`,
            expected: `it next to its other part in line ${line}`,
            hint: 'When the article does repeat it, leave it so; when they are two quotes, give one of them another name.',
          })
        }
      }
    }
  },
}
