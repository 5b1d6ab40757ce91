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
      const key = toKey(data.url)
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

/** Names of what is added to an address to count readers. */
const counting = /^(?:utm_.*|fbclid|gclid|msclkid|mc_[ce]id)$/i

/** The same for addresses that lead to the same words. */
function toKey(address: string): string {
  const url = new URL(address)
  for (const name of new Set(url.searchParams.keys())) if (counting.test(name)) url.searchParams.delete(name)
  const host = url.host.replace(/^www\./, '')
  // A fragment of text only says where to scroll to (WICG, "URL Fragment Text Directives").
  const part = url.hash.replace(/:~:.*$/, '').replace(/^#$/, '')
  return `${host}${url.pathname.replace(/\/+$/, '')}${url.search}${part}`
}
