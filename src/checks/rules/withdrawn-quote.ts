import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const gone = '---\nwithdrawn: { date: 2031-03-12, why: The words were somebody else’s. }\n---\n'

export const withdrawnQuote: Rule = {
  id: 'withdrawn-quote',
  severity: 'error',
  what: 'No article links to a quote that was withdrawn.',
  why: 'The copy would go on giving the words to the one from whom they were taken.',
  example: {
    wrong: {
      'articles/walk.md': exampleArticle('[She walks](../speakers/mara-lodzinska.md#walk).'),
      'quotes/mara-lodzinska/walk.md': gone,
    },
    right: { 'articles/walk.md': exampleArticle('She walks.'), 'quotes/mara-lodzinska/walk.md': gone },
  },
  check: ({ entries }, report) => {
    const withdrawn = new Map(
      entries.quotes.flatMap(({ id, path, data }) => (data.withdrawn ? [[id, path] as const] : [])),
    )
    if (withdrawn.size === 0) return
    for (const { path, reading } of entries.articles) {
      for (const { target, fragment, at } of reading.links) {
        const file = fragment ? withdrawn.get(`${target}/${fragment}`) : undefined
        if (!file) continue
        const expected = `none: it was withdrawn, as ${file} says`
        report({ file: path, ...at, found: `link to \`${target}#${fragment}\``, expected })
      }
    }
  },
}
