import { pagesOf } from '../../record/addresses.ts'
import { mostHints, suggestPath } from '../../schema/nearest.ts'
import { isPageOfRefused } from '../refused.ts'
import type { Rule } from '../rule.ts'

const lock = (address: string) => ({ 'urls.lock': `# Every address that was published.\n${address}\n` })
const moved = `---
date: 2031-03-12
events: [bridge-closed]
was: The event was called a bridge’s end.
is: It is called the closure of the bridge.
why: The bridge still stands.
moved: { from: events/bridge-ended, to: events/bridge-closed }
---
`

/** The page of one thing; of its further pages, and of lists, a build sees for itself whether they are there. */
const isPage = /^\/(?:(?:articles|events|speakers|topics)\/[^/]+|quotes\/(?!page\/)[^/]+\/[^/]+)\/$/

export const keptAddress: Rule = {
  id: 'kept-address',
  severity: 'error',
  what: 'Every address of an article, an event, a speaker, a quote or a topic that was published leads somewhere.',
  why: 'Others link to it: a citation that leads nowhere is worse than none.',
  example: {
    wrong: lock('/events/bridge-ended/'),
    right: { ...lock('/events/bridge-ended/'), 'corrections/2031-03-12-bridge.md': moved },
  },
  check: (content, report) => {
    const { record, lock: addresses } = content
    const pages = pagesOf(record)
    const moves = new Map(record.moves.map(({ from, to }) => [from, to]))
    let lost = 0
    for (const { address, line } of addresses) {
      if (!isPage.test(address)) continue
      const to = moves.get(address)
      if (pages.has(address) || (to && pages.has(to)) || isPageOfRefused(content, to ?? address)) continue
      lost += 1
      const near = lost > mostHints ? undefined : suggestPath(address, pages)
      const isQuote = address.startsWith('/quotes/')
      const hint = `${near ? `${near} ` : ''}Name both addresses in a correction (\`moved\`)${isQuote ? ', or say in the quote’s own file that it was `withdrawn`' : ''}.`
      report({
        file: 'urls.lock',
        line,
        column: 1,
        found: `loss of \`${address}\``,
        expected: 'a page at every address that was published',
        hint,
      })
    }
  },
}
