import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const gone = (date: string) => `---\nwithdrawn: { date: ${date}, why: The words were somebody else’s. }\n---\n`
const walk = exampleArticle('["I walk,"](../speakers/mara-lodzinska.md#walk) she said.')

export const withdrawnQuote: Rule = {
  id: 'withdrawn-quote',
  severity: 'error',
  what: 'No article that came into the record later links to a quote that was withdrawn.',
  why: 'What stood there before is shown as words that are nobody’s; a new link would be lost in silence.',
  example: {
    wrong: { 'articles/walk.md': walk, 'quotes/mara-lodzinska/walk.md': gone('2031-03-11') },
    right: { 'articles/walk.md': walk, 'quotes/mara-lodzinska/walk.md': gone('2031-03-12') },
  },
  check: ({ entries }, report) => {
    const withdrawn = new Map(
      entries.quotes.flatMap(({ id, path, data }) =>
        data.withdrawn ? [[id, { path, ...data.withdrawn }] as const] : [],
      ),
    )
    for (const { path, reading, data } of entries.articles) {
      for (const { target, fragment, at } of reading.withdrawn) {
        const quote = withdrawn.get(`${target}/${fragment}`)
        if (!quote || quote.date >= data.added) continue
        const expected = `none: it was withdrawn on ${quote.date}, as ${quote.path} says`
        report({ file: path, ...at, found: `link to \`${target}#${fragment}\``, expected })
      }
    }
  },
}
