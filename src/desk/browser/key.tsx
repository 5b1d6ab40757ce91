/** A button with its key on it. */
import type { ComponentChildren } from 'preact'
import type { View } from '../view.ts'

export interface KeyProps {
  /** As `KeyboardEvent.key` has it. */
  press?: string
  run: () => void
  children: ComponentChildren
  isMain?: boolean
  isOff?: boolean
}

const signs: [key: string, sign: string][] = [
  ['Enter', '↵'],
  ['Escape', 'Esc'],
  ['Shift+', '⇧'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
]

export function Key({ press = '', run, children, isMain = false, isOff = false }: KeyProps) {
  const shown = /^.$/.test(press)
    ? press.toUpperCase()
    : signs.reduce((all, [key, sign]) => all.replace(key, sign), press)
  return (
    <button
      type="button"
      class={isMain ? 'main' : undefined}
      data-press={press || undefined}
      aria-keyshortcuts={press || undefined}
      disabled={isOff}
      onClick={run}
    >
      {shown && (
        <span class="key" aria-hidden="true">
          {shown}
        </span>
      )}{' '}
      {children}
    </button>
  )
}

/** The arrow keys that lead back and on in a text. */
export function arrowsOf(article: View['article']): [back: string, on: string] {
  return article?.lang.dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
}

/** Presses the button that has the key, unless somebody is typing. True when there is one. */
export function pressKey(event: KeyboardEvent): boolean {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event
  if (ctrlKey || metaKey || altKey || isComposing || !(target instanceof Element)) return false
  if (target.closest('input, textarea, select')) return false
  // There these keys have a meaning of their own.
  if ((key === 'Enter' || key === ' ') && target.closest('button, a, summary')) return false
  const name = event.shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key
  const button = document.querySelector<HTMLButtonElement>(`[data-press="${CSS.escape(name)}"]:not(:disabled)`)
  if (!button) return false
  event.preventDefault()
  button.click()
  return true
}
