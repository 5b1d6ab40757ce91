/** Chooses by typing: somebody or something that is there, or a new one. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Choice } from '../steps.ts'

export interface ChooseProps {
  label: string
  choices: readonly Choice[]
  /** What a new one of that name would be called; left out when there can be none. */
  newOne?: string
  done: (choice: Choice | { name: string }) => void
  leave: () => void
}

/** So many are shown at a time. */
const most = 8

export function Choose({ label, choices, newOne, done, leave }: ChooseProps) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  // Before the next key.
  useLayoutEffect(() => input.current?.focus(), [])
  const wanted = fold(typed)
  const found = choices.filter(({ key, name }) => fold(name).includes(wanted) || key.includes(wanted)).slice(0, most)
  const isKnown = found.some(({ name }) => fold(name) === wanted)
  const options = [
    ...found.map((choice) => ({ text: choice.name + (choice.isNew ? ' (new)' : ''), take: () => done(choice) })),
    ...(newOne && typed.trim() && !isKnown
      ? [{ text: `${newOne}: ${typed.trim()}`, take: () => done({ name: typed.trim() }) }]
      : []),
  ]
  const chosen = Math.min(at, options.length - 1)
  return (
    <div class="choose">
      <label for="choose">{label}</label>
      <input
        id="choose"
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls="choices"
        aria-activedescendant={chosen >= 0 ? `choice-${chosen}` : undefined}
        autocomplete="off"
        dir="auto"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step) setAt((chosen + step + options.length) % Math.max(1, options.length))
          else if (event.key === 'Enter') options[chosen]?.take()
          else if (event.key === 'Escape') leave()
          else return
          event.preventDefault()
        }}
      />
      <div id="choices" role="listbox" aria-label={label}>
        {options.map(({ text, take }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above, which names this option
          <div
            key={text}
            id={`choice-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            dir="auto"
            onClick={take}
          >
            {text}
          </div>
        ))}
      </div>
    </div>
  )
}

function fold(text: string): string {
  return text
    .trim()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
