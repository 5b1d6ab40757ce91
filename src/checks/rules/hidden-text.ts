import { toCode } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { textsOf, toPlace } from '../texts.ts'

/** A flag of a region (England, Scotland, Wales) is a black flag with its code in tag characters. */
const flag = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F}/gu
/** Tag characters, and variation selectors in a row: letters that nobody sees. */
const hidden = /[\u{E0000}-\u{E007F}]|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2}/u

export const hiddenText: Rule = {
  id: 'hidden-text',
  severity: 'error',
  what: 'No text is written in characters that are never shown.',
  why: 'Whole sentences can be hidden in them, from a reader but not from a program that reads the data.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People walk.\u{E0068}\u{E0069}') },
    right: {
      'articles/walk.md': exampleArticle(
        'People walk \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} ❤️.',
      ),
    },
  },
  check: (content, report) => {
    for (const stretch of textsOf(content)) {
      for (const { 0: reference, 1: code = '', index } of stretch.text.matchAll(/&#(x[0-9a-f]{1,6}|[0-9]{1,7});/gi)) {
        const point = Number(code.replace(/^x/i, '0x'))
        if (point > 0x10ffff || !/\p{C}/u.test(String.fromCodePoint(point))) continue
        const found = `hidden character \`${reference}\``
        report({ file: stretch.file, ...toPlace(stretch, index), found, expected: 'text that can be seen' })
      }
      if (!hidden.test(stretch.text)) continue
      const text = stretch.text.replace(flag, (match) => ' '.repeat(match.length))
      const index = text.search(hidden)
      if (index === -1) continue
      const found = `hidden character ${toCode(text.slice(index))}`
      report({ file: stretch.file, ...toPlace(stretch, index), found, expected: 'text that can be seen' })
    }
  },
}
