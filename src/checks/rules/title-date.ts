import { suggestDate } from '../../schema/dates.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

/** By which `2025-8-20`, `20.8.2025`, `20 August`, `August 20, 2025` are known; not a date with words of the occasion after it. */
function toPatterns(language: string): RegExp[] {
  const end = '(?:,?\\s*\\d{4})?\\s*(?:,|$)'
  const months = [...new Set(['en', language])]
    .flatMap(monthsOf)
    .filter(Boolean)
    .map((name) => name.replace(/[.\\]/g, '\\$&'))
  const month = `(?:${months.join('|')})\\.?`
  return [
    /^[[{.~%]*(?:-?\d{3,4}|Y-?\d{5,})(\D|$)/,
    /^\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{2}|\d{4})?\s*(?:,|$)/,
    new RegExp(`^(?:\\d{1,2}\\.?\\s+${month}|${month}\\s+\\d{1,2}|${month}(?=\\s+\\d{4}))${end}`, 'iu'),
  ]
}

/** Names of the months as they stand beside a day, long and short. */
function monthsOf(language: string): string[] {
  return (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, index) => {
      const parts = format.formatToParts(Date.UTC(2001, index, 1))
      return parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? ''
    })
  })
}

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
    const patterns = toPatterns(content.record.story.language)
    for (const { file, is, said, context, at } of linksIn(content)) {
      if (is !== 'quote' || said || !patterns.some((pattern) => pattern.test(context ?? ''))) continue
      const expected = 'a date in EDTF, then a comma, as `2025-08-21, to reporters`'
      const hint = suggestDate(context?.split(',')[0] ?? '')
      report({ file, ...at, found: `title \`${context}\``, expected, hint })
    }
  },
}
