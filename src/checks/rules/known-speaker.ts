import { exampleEvent } from '../example.ts'
import { idsOf, reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownSpeaker: Rule = {
  id: 'known-speaker',
  severity: 'error',
  what: 'Every speaker that is named has a file in `content/speakers`.',
  why: 'A quote without a speaker on record would belong to nobody.',
  example: {
    wrong: { 'events/bridge-closed.md': exampleEvent('speakers: [mara-lodzinsky]') },
    right: { 'events/bridge-closed.md': exampleEvent('speakers: [mara-lodzinska]') },
  },
  check: (content, report) => {
    reportUnknown(
      content,
      'speakers',
      'speaker',
      'the name of a file in content/speakers',
      idsOf(content, 'speakers'),
      report,
    )
  },
}
