import { exampleEvent } from '../example.ts'
import { restsOnRefused } from '../refused.ts'
import { placeOf, type Rule } from '../rule.ts'

export const expectedEvent: Rule = {
  id: 'expected-event',
  severity: 'error',
  what: 'An expected event says how firmly it was announced (`standing`) and rests on a quote or a report.',
  why: 'Without them the record itself would be foretelling.',
  example: {
    wrong: { 'events/reopening.md': exampleEvent('status: expected\nstanding: promised') },
    right: {
      'events/reopening.md': exampleEvent('status: expected\nstanding: promised\nannouncedBy: mara-lodzinska#not-wait'),
    },
  },
  check: (content, report) => {
    const entries = new Map(content.entries.events.map((entry) => [entry.id, entry]))
    for (const event of content.record.events) {
      if (event.status !== 'expected') continue
      const entry = entries.get(event.id)
      if (!entry) continue
      const file = entry.path
      const place = placeOf(content, file, ['status'])
      if (!event.standing) {
        report({
          file,
          ...place,
          found: '`status: expected` without `standing`',
          expected: 'how firmly it was announced',
        })
      }
      if (event.announcedBy || event.reports.length > 0 || event.quotes.length > 0) continue
      if (restsOnRefused(content, entry.id, entry.data)) continue
      const expected = 'a quote that announces it (`announcedBy`) or an article that reports it'
      report({ file, ...place, found: '`status: expected` that nothing on record bears out', expected })
    }
  },
}
