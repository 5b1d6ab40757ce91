import { wordsFile } from '../../loaders/names.ts'
import { suggest } from '../../schema/nearest.ts'
import { judgeTexts, listMissing } from '../../words/judge.ts'
import { placeOf, type Rule } from '../rule.ts'

export const interfaceWords: Rule = {
  id: 'interface-words',
  severity: 'error',
  what: 'Each line of `words.yaml` says a message of ours, by its name, with what it stands for: `{n}`, `<link>`.',
  why: 'A message without its number or its link says something else, and one that is none of ours says nothing.',
  example: {
    wrong: { 'words.yaml': 'count.events: "many happenings"\n' },
    right: {
      'words.yaml': 'count.events: "{n, plural, one {# happening} other {# happenings}}"\nnav.quotes: Quotations\n',
    },
  },
  check: (content, report) => {
    const { story, words } = content.entries
    if (!words) return
    const names = listMissing({})
    const language = story?.data.language ?? 'en'
    for (const { key, found, expected } of judgeTexts(language, words.data))
      report({
        file: wordsFile,
        ...placeOf(content, wordsFile, [key]),
        found,
        expected,
        ...(!names.includes(key) && { hint: suggest(key, names) }),
      })
  },
}
