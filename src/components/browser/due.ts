/** Says of what was announced whether it is due or overdue by the reader's own date. */
import { describeDue, toLocalDay } from '../../record/reader-days.ts'

const today = toLocalDay(new Date())

for (const mark of document.querySelectorAll<HTMLElement>('[data-due-to]')) {
  const { dueFrom, dueTo = '' } = mark.dataset
  const words = describeDue(dueFrom ?? null, dueTo, today)
  if (words === null) continue
  mark.textContent = words
  mark.hidden = false
}
