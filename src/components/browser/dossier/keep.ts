/** Keeps a thing in the reader's dossier: selected words, the entry that has the focus, or what the page shows. */
import { toId, toKept } from '../../../citations/dossier.ts'
import { make } from '../../../elements.ts'
import { toLocalDay } from '../../../words/reader-days.ts'
import { say } from '../../../words/say.ts'
import { base } from '../base.ts'
import { findPlace, type Place } from '../passage.ts'
import { changeStore, readStore } from './store.ts'
import { loadThing } from './things.ts'

/** Keeps what the reader is at. */
export async function keep(): Promise<void> {
  const selection = getSelection()
  const place = selection?.isCollapsed === false ? findPlace(selection.getRangeAt(0)) : null
  if (place) return keepPassage(place)
  const focused = document.activeElement
  const link =
    focused?.closest<HTMLAnchorElement>('a[href]') ??
    focused?.closest('.event')?.querySelector<HTMLAnchorElement>('a.more[href]')
  const path = [link?.pathname, location.pathname].find((one) => one && idOf(one))
  return path ? keepThing(idOf(path) ?? '') : tell(say('dossier.nothing'))
}

/** Keeps words of the copy on this page. */
export function keepPassage({ block, end, last, start }: Place): Promise<void> {
  const article = decodeURIComponent(location.pathname.slice(base.length)).replace(/\/$/, '')
  return keepThing(`${article}/${block}.${start}-${last}.${end}`)
}

async function keepThing(id: string): Promise<void> {
  const today = await loadThing(id)
  const [citation] = today.is === 'there' ? today.citations : []
  if (today.is !== 'there' || !citation) return tell(say('dossier.nothing'))
  if (readStore().some((kept) => kept.id === id)) return tell(say('dossier.already'))
  const kept = toKept(id, toLocalDay(new Date()), citation, today.corrections)
  tell(changeStore((list) => [...list, kept]) ? say('dossier.kept') : say('dossier.closed'))
}

function idOf(path: string): string | null {
  return path.startsWith(base) ? toId(path.slice(base.length)) : null
}

const note = make('p', 'meta')
note.role = 'status'
// In no style sheet: it is seen for a moment, by whoever keeps something.
note.style.cssText =
  'position: fixed; z-index: 9; inset-block-end: 1rem; inset-inline: 1rem; width: fit-content; max-width: calc(100% - 2rem); margin-inline: auto; padding: 0.5rem 1rem; border: 1px solid var(--soft); border-radius: 4px; background: var(--paper)'

let hiding = 0

function tell(words: string): void {
  // What stands behind an open dialog is neither seen nor said.
  const place = document.querySelector('dialog[open]') ?? document.body
  if (note.parentNode !== place) place.append(note)
  note.hidden = false
  note.textContent = ''
  // Said again, even when it says the same.
  requestAnimationFrame(() => (note.textContent = words))
  clearTimeout(hiding)
  hiding = window.setTimeout(() => (note.hidden = true), 6000)
}
