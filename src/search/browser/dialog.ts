/** Search in the dialog; loaded when it is first opened. */
import { type Panel, type Place, startPanel } from './panel.ts'

const limits = { quote: 4, event: 2, article: 2, speaker: 2, topic: 2 }

/** Brings the dialog's search box to life and shows a query, if one is given. */
export function startDialog(dialog: HTMLDialogElement, text = ''): Panel {
  const panel = startPanel(dialog.querySelector('[data-search-panel]') as HTMLElement, {
    limits,
    heading: 3,
    more: null,
  })
  panel.warm()
  if (text) {
    const { at }: Place = history.state ?? {}
    void panel.show(text).then(() => focusLink(dialog, at))
  } else if (dialog.querySelector('input')?.value) void panel.show(dialog.querySelector('input')?.value ?? '')
  return panel
}

function focusLink(dialog: HTMLDialogElement, href: string | undefined): void {
  const links = [...dialog.querySelectorAll('a')]
  links.find((link) => link.getAttribute('href') === href)?.focus()
}
