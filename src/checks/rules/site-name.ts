import { settingsFile } from '../../loaders/names.ts'
import { placeOf, type Rule } from '../rule.ts'

export const siteName: Rule = {
  id: 'site-name',
  severity: 'error',
  what: 'The name of the site and its contact stand in one place: in `settings.yaml`, or, in records begun before it, in `story.md`.',
  why: 'Of two names nobody knows which one the pages show.',
  example: {
    wrong: { 'settings.yaml': 'name: Kestrel Bay Watch\n' },
    right: {
      'settings.yaml': 'name: Kestrel Bay on Record\n',
      'story.md': '---\nsubject: The bridge\nlanguage: en\nfollowing: false\n---\n\nThe bridge is shut.\n',
    },
  },
  check: (content, report) => {
    const { settings, story } = content.entries
    if (!story || content.files.get(settingsFile)?.data === null) return
    for (const field of ['name', 'contact'] as const) {
      if (settings?.data[field] && story.data[field])
        report({
          file: settingsFile,
          ...placeOf(content, settingsFile, [field]),
          found: `\`${field}\` here and in ${story.path}`,
          expected: `it here alone: take the line out of ${story.path}`,
        })
    }
    if (!settings?.data.name && !story.data.name)
      report({
        file: story.path,
        line: 1,
        column: 1,
        found: 'site without a name',
        expected: `\`name: …\` in ${settingsFile}`,
      })
  },
}
