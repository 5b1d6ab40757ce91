/** Dates as a content file gives them: a calendar day, or an EDTF expression (Library of Congress, ISO 8601-2:2019). */
import edtf from 'edtf'
import { z } from 'zod'

const dayForm = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, as `2025-08-21`; 31 February does not. */
export function isDay(text: string): boolean {
  if (!dayForm.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Whether the text is EDTF. An open start is `../2026-02`: the library reads `/2026-02` as 1970, so it is refused. */
export function isEdtf(text: string): boolean {
  if (text.startsWith('/') || text.endsWith('/')) return false
  const days = text.match(/\d{4}-\d{2}-\d{2}/g) ?? []
  if (!days.every(isDay)) return false
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}

export const day = z
  .string({ error: 'Expected a day as `2025-08-21`.' })
  .refine(isDay, { error: 'Expected a day that exists, as `2025-08-21`.' })

// YAML reads a bare year as a number.
export const edtfDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string({ error: 'Expected a date in EDTF, as `2025-08-21`, `2025-08`, `2022~` or `2025-08-28/2025-08-31`.' })
    .refine(isEdtf, {
      error: 'Expected a date in EDTF, as `2025-08-21`, `2025-08`, `2022~`, `2025-08-28/2025-08-31` or `../2026-02`.',
    }),
)
