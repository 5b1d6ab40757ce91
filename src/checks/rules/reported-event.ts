import { exampleEvent } from '../example.ts'
import { restsOnRefused } from '../refused.ts'
import type { Rule } from '../rule.ts'

export const reportedEvent: Rule = {
  id: 'reported-event',
  severity: 'warning',
  what: 'An event is reported by an article, or a quote speaks of it.',
  why: 'The record holds what its articles say; an event of which none speaks rests on nothing.',
  example: {
    wrong: { 'events/flood.md': exampleEvent() },
    right: { 'events/flood.md': exampleEvent('reportedIn: [mara-lodzinska#not-wait]') },
  },
  check: (content, report) => {
    const entries = new Map(content.entries.events.map((entry) => [entry.id, entry]))
    for (const { id, status, reports, quotes, announcedBy } of content.record.events) {
      if (status === 'expected' || reports.length > 0 || quotes.length > 0 || announcedBy) continue
      const entry = entries.get(id)
      if (!entry || restsOnRefused(content, id, entry.data)) continue
      const expected = 'a link to it in an article, or a quote in `reportedIn` or `quotes`'
      report({ file: entry.path, found: `event \`${id}\` that nothing on record reports`, expected })
    }
  },
}
