import { suggestDate } from '../../schema/dates.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const titleDate: Rule = {
  id: 'title-date',
  severity: 'error',
  what: 'What looks like a date at the head of a link’s title is one in EDTF, followed by a comma.',
  why: 'Otherwise it is taken for the occasion, and the quote loses its day.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('walk', '2031-3-2, to reporters') },
    right: { 'articles/walk.md': exampleQuote('walk', '2031-03-02, to reporters') },
  },
  check: (content, report) => {
    for (const { file, is, said, context, at } of linksIn(content)) {
      if (is !== 'quote' || said || !/^[[{.?~%]*(?:-?\d{3,4}|Y-?\d{5,})(\D|$)/.test(context ?? '')) continue
      const expected = 'a date in EDTF, then a comma, as `2025-08-21, to reporters`'
      const hint = suggestDate(context?.split(',')[0] ?? '')
      report({ file, ...at, found: `title \`${context}\``, expected, hint })
    }
  },
}
