import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

/** Characters: about two hundred words, a long paragraph. */
const longest = 1200

const walk = (words: string) => exampleArticle(`["${words}"](../speakers/mara-lodzinska.md#walk)`)

export const quoteLength: Rule = {
  id: 'quote-length',
  severity: 'warning',
  what: `A linked stretch has ${longest.toLocaleString('en')} characters at most.`,
  why: 'A longer one is several quotes, or a link that lacks its end.',
  example: {
    wrong: { 'articles/walk.md': walk('We walk and walk. '.repeat(80).trim()) },
    right: { 'articles/walk.md': walk('We walk and walk.') },
  },
  check: (content, report) => {
    for (const { file, is, text, at } of linksIn(content)) {
      if (is !== 'quote' || text.length <= longest) continue
      const found = `quote of ${text.length.toLocaleString('en')} characters`
      report({ file, ...at, found, expected: 'a link for each thing that is said' })
    }
  },
}
