import { toCode } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { textsOf, toPlace } from '../texts.ts'

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
      // Isolates and embeddings end each by their own sign.
      const open: Record<'isolates' | 'embeddings', { index: number; character: string }[]> = {
        isolates: [],
        embeddings: [],
      }
      const settle = () => {
        for (const list of Object.values(open))
          for (const { index, character } of list.splice(0)) tell(index, character, 'its end in the same paragraph')
      }
      // A line of front matter is a field of its own; in the body a blank line ends a paragraph.
      const isFront = stretch.linesBefore === 1
      for (const { 0: character, index } of stretch.text.matchAll(control)) {
        if (character.startsWith('\n')) {
          if (isFront || character.length > 1) settle()
          continue
        }
        const list = character >= '\u2066' ? open.isolates : open.embeddings
        if (openers.test(character)) list.push({ index, character })
        else if (!list.pop()) tell(index, character, 'its beginning before it')
      }
      settle()
    }
  },
}
