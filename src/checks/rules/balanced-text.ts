import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { textsOf, toCode, toPlace } from '../texts.ts'

const openers = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/
const control = /[\u202A-\u202E\u2066-\u2069]|\n(?:[ \t]*\n)?/g

export const balancedText: Rule = {
  id: 'balanced-text',
  severity: 'error',
  what: 'A control that turns the direction of text has its end in the same paragraph.',
  why: 'Without it the words after it stand in another order than the one they are stored in, and can say something else.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People \u202Ewalk.') },
    right: { 'articles/walk.md': exampleArticle('People \u2067يمشون\u2069 walk. هم يمشون.') },
  },
  check: (content, report) => {
    for (const stretch of textsOf(content)) {
      if (!/[\u202A-\u202E\u2066-\u2069]/.test(stretch.text)) continue
      const tell = (index: number, character: string, expected: string) =>
        report({
          file: stretch.file,
          ...toPlace(stretch, index),
          found: `direction control ${toCode(character)}`,
          expected,
        })
      let open: { index: number; character: string }[] = []
      const settle = () => {
        for (const { index, character } of open) tell(index, character, 'its end in the same paragraph')
        open = []
      }
      // A line of front matter is a field of its own; in the body a blank line ends a paragraph.
      const isFront = stretch.linesBefore === 1
      for (const { 0: character, index } of stretch.text.matchAll(control)) {
        if (character.startsWith('\n')) {
          if (isFront || character.length > 1) settle()
        } else if (openers.test(character)) open.push({ index, character })
        else {
          const isolate = character === '\u2069'
          const at = open.findLastIndex((one) => one.character >= '\u2066' === isolate)
          if (at === -1) tell(index, character, 'its beginning before it')
          else open.splice(at, 1)
        }
      }
      settle()
    }
  },
}
