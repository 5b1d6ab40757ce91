/** Search in the dialog; loaded when it is first opened. */
import type { Early } from './early.ts'
import { returnTo, startPanel } from './panel.ts'

/** Each is a file to fetch, and a browser fetches six at once; the search page has them all. */
const limits = { quote: 4, event: 1, article: 1, speaker: 2, topic: 1 }

/** Brings the dialog's search box to life. A query to come back to is answered; so is what was typed meanwhile. */
export function startDialog(dialog: HTMLDialogElement, early: Early, text?: string): void {
  const root = dialog.querySelector('[data-search-panel]') as HTMLElement
  const panel = startPanel(root, { limits, heading: 3, more: null, toPlace: (search) => ({ search }), early })
  panel.warm()
  const typed = root.querySelector('input')?.value
  if (text) void panel.show(text).then(() => returnTo(root))
  else if (typed) void panel.show(typed, false)
}
