import { exampleEvent } from '../example.ts'
import { restsOnRefused } from '../refused.ts'
import { placeOf, type Rule } from '../rule.ts'

export const reportedOutcome: Rule = {
  id: 'reported-outcome',
  severity: 'warning',
  what: 'What was held, slipped or was cancelled names the article that says so (`outcomeIn`), and that article reports it.',
  why: 'An outcome rests on a report as much as the announcement does.',
  example: {
    wrong: { 'events/bridge-closed.md': exampleEvent('status: held') },
    right: { 'events/bridge-closed.md': exampleEvent('status: held\noutcomeIn: bridge') },
  },
  check: (content, report) => {
    const events = new Map(content.record.events.map((event) => [event.id, event]))
    for (const { id, path, data } of content.entries.events) {
      const { status, outcomeIn } = data
      if (outcomeIn === null && (status === 'happened' || status === 'expected')) continue
      if (events.get(id)?.outcomeReport || restsOnRefused(content, id, data)) continue
      report({
        file: path,
        ...placeOf(content, path, [outcomeIn === null ? 'status' : 'outcomeIn']),
        found: outcomeIn === null ? `\`status: ${status}\` without \`outcomeIn\`` : `\`outcomeIn: ${outcomeIn}\``,
        expected: 'the name of an article that links to this event, or to a quote in its `reportedIn`',
      })
    }
  },
}
