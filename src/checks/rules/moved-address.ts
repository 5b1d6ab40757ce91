import { pagesOf } from '../../record/addresses.ts'
import { suggestPath } from '../../schema/nearest.ts'
import { isPageOfRefused } from '../refused.ts'
import { placeOf, type Rule } from '../rule.ts'

const correction = (to: string) => `---
date: 2031-03-12
events: [bridge-closed]
was: The event was called a bridge’s end.
is: It is called the closure of the bridge.
why: The bridge still stands.
moved: { from: events/bridge-ended, to: ${to} }
---
`

export const movedAddress: Rule = {
  id: 'moved-address',
  severity: 'error',
  what: 'An address that has moved leads to a page on record, and is no page itself any more.',
  why: 'A reader who follows an old link must arrive.',
  example: {
    wrong: { 'corrections/2031-03-12-bridge.md': correction('events/bridge-shut') },
    right: { 'corrections/2031-03-12-bridge.md': correction('events/bridge-closed') },
  },
  check: (content, report) => {
    const pages = pagesOf(content.record)
    // What has moved again, or has come back, is where its last correction says.
    const moves = new Map(content.record.moves.map(({ from, to }) => [from, to]))
    const arrived = new Set(content.entries.corrections.flatMap(({ data }) => (data.moved ? [data.moved.to] : [])))
    const first = new Map<string, string>()
    for (const { path, data } of content.entries.corrections) {
      if (!data.moved) continue
      const { from, to } = data.moved
      const tell = (field: string, found: string, expected: string, hint?: string) =>
        report({ file: path, ...placeOf(content, path, ['moved', field]), found, expected, hint })
      const now = moves.get(`/${to}/`) ?? `/${to}/`
      if (!pages.has(now) && !isPageOfRefused(content, now)) {
        const names = [...pages].map((page) => page.slice(1, -1))
        tell('to', `new address \`${to}\``, 'that of a page on record', suggestPath(to, names))
      }
      if (pages.has(`/${from}/`) && !arrived.has(from))
        tell('from', `old address \`${from}\``, 'one that is no page any more')
      const known = first.get(from)
      if (known) tell('from', `old address \`${from}\``, `one that has not moved already, in ${known}`)
      first.set(from, path)
    }
  },
}
