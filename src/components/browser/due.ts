/** Says of what was announced whether it is due or overdue by the reader's own date. */
import { describeDue, toLocalDay } from '../../words/reader-days.ts'

/** In all of a page, or in a part that came later. */
export function showDue(root: ParentNode): void {
  const today = toLocalDay(new Date())
  for (const mark of root.querySelectorAll<HTMLElement>('[data-due-to]')) {
    const { dueFrom, dueTo = '' } = mark.dataset
    const words = describeDue(dueFrom ?? null, dueTo, today)
    if (words === null) continue
    mark.textContent = words
    mark.hidden = false
  }
}

showDue(document)
