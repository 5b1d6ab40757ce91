/** The title of a link to a quote: when it was said, then a comma, then where or to whom. Both are optional. */
import { isEdtf } from '../schema/dates.ts'

/**
 * Reads `2025-08-20, to reporters`. What stands first is a date only if it is EDTF; a set may hold commas itself. A `?` before
 * all else is the mark of a draft: EDTF (level 2) has one there too, for the year alone, and also writes it `2025?-08-20`.
 */
export function readTitle(title: string | null | undefined): { said: string | null; context: string | null } {
  const words = (title ?? '').trim()
  if (words === '') return { said: null, context: null }
  const [, first = '', rest = ''] = /^(\[[^\]]*\]|\{[^}]*\}|[^,]*)(?:,\s*(.*))?$/s.exec(words) ?? []
  const date = first.trim()
  if (!words.startsWith('?') && isEdtf(date)) return { said: date, context: rest.trim() || null }
  return { said: null, context: date === '' ? rest.trim() || null : words }
}
