import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

const walk = (date: string) =>
  exampleArticle(
    '["I walk,"][w] she said.\n\n[w]: ../speakers/mara-lodzinska.md#walk "2031-03-01"',
    `saidBasis: { date: ${date}, source: https://town.example.org/diary }`,
  )

export const saidBasis: Rule = {
  id: 'said-basis',
  severity: 'error',
  what: 'The `saidBasis` of an article explains a day that the title of one of its quotes gives.',
  why: 'A source for a day that no quote has is a slip in one of the two.',
  example: {
    wrong: { 'articles/walk.md': walk('2031-03-02') },
    right: { 'articles/walk.md': walk('2031-03-01') },
  },
  check: (content, report) => {
    for (const { path, data, reading } of content.entries.articles) {
      const basis = data.saidBasis
      if (!basis) continue
      const explains = [...reading.links, ...reading.withdrawn].some(
        ({ said, target }) => said === basis.date && (basis.speaker ?? target) === target,
      )
      if (explains) continue
      const place = placeOf(content, path, ['saidBasis', 'date'])
      report({ file: path, ...place, found: `day \`${basis.date}\``, expected: 'one that the title of a quote gives' })
    }
  },
}
