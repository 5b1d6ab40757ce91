/** A button with its key on it. */
import type { ComponentChildren } from 'preact'

export interface KeyProps {
  /** As `KeyboardEvent.key` has it. */
  press?: string
  /** What else its key is called. */
  name?: string
  run: () => void
  children: ComponentChildren
  isMain?: boolean
  isOff?: boolean
}

const names: { [key: string]: string } = { Enter: '↵', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

export function Key({ press = '', name, run, children, isMain = false, isOff = false }: KeyProps) {
  const shown = name ?? names[press] ?? press.toUpperCase()
  return (
    <button
      type="button"
      class={isMain ? 'main' : undefined}
      data-press={press || undefined}
      aria-keyshortcuts={press ? (name ?? press) : undefined}
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
