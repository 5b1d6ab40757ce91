import { eventKinds, noSettings } from '../../schema/index.ts'
import { exampleEvent } from '../example.ts'
import { reportUnknown } from '../references.ts'
import type { Rule } from '../rule.ts'

export const knownKind: Rule = {
  id: 'known-kind',
  severity: 'error',
  what: 'The `kind` of an event is one of ours, or one that `settings.yaml` has under `eventKinds`.',
  why: 'Readers narrow the timeline by it, and a misspelt one would stand alone.',
  example: {
    wrong: { 'events/bridge-closed.md': exampleEvent('kind: mach') },
    right: {
      'settings.yaml': 'eventKinds: { match: match }\n',
      'events/bridge-closed.md': exampleEvent('kind: match'),
    },
  },
  check: (content, report) => {
    // What the settings say is not known when they are refused: their own problem is told.
    if (content.files.get('settings.yaml')?.data === null) return
    const { eventKinds: own } = content.entries.settings?.data ?? noSettings
    const known = [...eventKinds, ...Object.keys(own ?? {})]
    const expected = `one of ${known.map((kind) => `\`${kind}\``).join(', ')}; a kind of the story’s own stands under \`eventKinds\` in settings.yaml`
    reportUnknown(content, 'kinds', 'kind', expected, new Set(known), report)
  },
}
