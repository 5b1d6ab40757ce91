import { toPlainAddress } from '../../sameness/addresses.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

const at = (address: string) => exampleArticle('The bridge is shut.').replace(/^url: .*$/m, `url: ${address}`)

export const oneAddress: Rule = {
  id: 'one-address',
  severity: 'error',
  what: 'No two articles have one `url`, or addresses that differ only in `http`, `www.`, a slash at the end or what counts readers (`utm_…`); entries of one live page have each its own part after `#`.',
  why: 'One article in two files counts as two reports, and its words as two wordings.',
  example: {
    wrong: {
      'articles/live.md': at('https://ledger.example.org/live?utm_source=feed'),
      'articles/live-again.md': at('http://www.ledger.example.org/live/'),
    },
    right: {
      'articles/live.md': at('https://ledger.example.org/live?utm_source=feed#at-noon'),
      'articles/live-again.md': at('https://ledger.example.org/live#at-one'),
    },
  },
  check: (content, report) => {
    const first = new Map<string, string>()
    for (const { path, data } of content.entries.articles) {
      const key = toPlainAddress(data.url)
      const known = first.get(key)
      if (known === undefined) first.set(key, path)
      else
        report({
          file: path,
          ...placeOf(content, path, ['url']),
          found: `address \`${data.url}\``,
          expected: `one that \`${known}\` does not have`,
          hint: 'Is it the same article? Keep one file. Is it another entry of a live page? Add the part of its address after `#`.',
        })
    }
  },
}
