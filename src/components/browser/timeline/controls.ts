/** The ways to narrow the timeline as controls: a checkbox for each value, beside how many events it stands for. */

import { make, makeButton } from '../../../elements.ts'
import { toNumber } from '../../../words/message.ts'
import { say, spokenLanguage } from '../../../words/say.ts'
import type { FilterFile } from './narrow.ts'

type GroupRow = FilterFile['groups'][number]

export interface Controls {
  update(chosen: ReadonlySet<number>, counts: readonly number[]): void
}

interface Row {
  item: HTMLLIElement
  box: HTMLInputElement
  number: HTMLElement
}

/** Values beyond these come when they are asked for. */
const most = 10

/** Puts controls in place of the links; `onChange` is told which value was chosen or let go. */
export function makeControls(
  root: HTMLElement,
  groups: readonly GroupRow[],
  onChange: (value: number) => void,
): Controls {
  let first = 0
  const updates = groups.map((group) => {
    const from = first
    first += group.values.length
    return makeGroup(root, group, from, onChange)
  })
  return {
    update: (chosen, counts) => {
      for (const update of updates) update(chosen, counts)
    },
  }
}

function makeGroup(
  root: HTMLElement,
  { by, name, values }: GroupRow,
  from: number,
  onChange: (value: number) => void,
): Controls['update'] {
  const rows = new Map<number, Row>()
  const list = make('ul', 'choices')
  const fieldset = make('fieldset', '', make('legend', 'label', name), list)
  let isWhole = values.length <= most
  let latest: Parameters<Controls['update']> = [new Set(), []]

  const takeRow = (value: number): Row => {
    const known = rows.get(value)
    if (known) return known
    const [id, label] = values[value - from] ?? ['', '']
    const box = make('input', '')
    box.type = 'checkbox'
    box.name = by
    box.value = id
    box.addEventListener('change', () => onChange(value))
    const number = make('small', '')
    const within = by === 'period' && /-\d\d$/.test(id)
    const item = make('li', within ? 'within' : '', make('label', '', box, make('span', '', label), number))
    const row = { item, box, number }
    rows.set(value, row)
    // In the order of the values, whichever came first.
    const next = [...rows.keys()].filter((other) => other > value).sort((a, b) => a - b)[0]
    list.insertBefore(item, next === undefined ? null : (rows.get(next)?.item ?? null))
    return row
  }
  const update: Controls['update'] = (chosen, counts) => {
    latest = [chosen, counts]
    for (let index = 0; index < values.length; index += 1) {
      const value = from + index
      const isChosen = chosen.has(value)
      if (!isWhole && index >= most && !isChosen && !rows.has(value)) continue
      const { item, box, number } = takeRow(value)
      const count = counts[value] ?? 0
      const text = toNumber(count, spokenLanguage())
      if (number.textContent !== text) number.textContent = text
      item.classList.toggle('none', count === 0 && !isChosen)
      box.checked = isChosen
    }
    fieldset.hidden = values.length < 2 && !chosen.has(from)
  }
  if (!isWhole) {
    const all = makeButton(say('timeline.all', { n: values.length }), 'all', () => {
      isWhole = true
      update(...latest)
      const next = rows.get(from + most)
      all.remove()
      next?.box.focus()
    })
    fieldset.append(all)
  }
  const section = root.querySelector<HTMLElement>(`[data-by="${by}"]`)
  const focused = section?.contains(document.activeElement) ? document.activeElement : null
  const place = focused ? [...(section?.querySelectorAll('a') ?? [])].indexOf(focused as HTMLAnchorElement) : -1
  if (section) section.replaceWith(fieldset)
  else root.querySelector('[data-ways]')?.append(fieldset)
  update(...latest)
  if (place >= 0) fieldset.querySelectorAll<HTMLElement>('input, button')[place]?.focus()
  return update
}
