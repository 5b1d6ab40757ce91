/** The operators as controls: who, which outlet, which topic, which kind, when, and in what order. */

import { make } from '../../elements.ts'
import { getWithout, type Query, setOperator, setSpan, setWithout, toggleOperator } from '../query.ts'
import type { Answer } from './ask.ts'
import type { Facet } from './facets.ts'

export interface Narrow {
  element: HTMLElement
  /** Fits the controls to an answer; their counts are made only while they are open. */
  update(answer: Answer | null): void
}

const legends: Record<Facet['by'], string> = {
  thing: 'What',
  speaker: 'Who',
  outlet: 'Outlet',
  topic: 'Topic',
  kind: 'Kind of quote',
  when: 'When',
}

const orders = [
  ['', 'Best first'],
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
] as const

/** Makes the controls; a change becomes a new text of the query. */
export function makeNarrow(onChange: (text: string) => void): Narrow {
  const lists = make('div', 'narrow-lists')
  const element = make('details', 'narrow', make('summary', 'meta', 'Narrow and sort'), lists)
  element.hidden = true
  let latest: Answer | null = null

  const fill = async (): Promise<void> => {
    const answer = latest
    if (!answer || !element.open) return
    const facets = await answer.countFacets()
    if (answer !== latest) return
    const key = (document.activeElement as HTMLElement | null)?.dataset['key']
    const isInside = lists.contains(document.activeElement)
    lists.replaceChildren(
      ...facets.map((facet) => toFieldset(facet, answer.query, onChange)),
      ...toOthers(answer.query, onChange),
    )
    // The control that was used stands there anew.
    if (isInside && key) lists.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }
  element.addEventListener('toggle', () => void fill().catch(() => {}))

  return {
    element,
    update: (answer) => {
      latest = answer
      element.hidden = answer === null
      void fill().catch(() => {})
    },
  }
}

function toFieldset({ by, options }: Facet, query: Query, onChange: (text: string) => void): HTMLElement {
  const pick = (id: string, isOn: boolean): string => {
    if (by === 'when') return setSpan(query.text, isOn ? '' : id)
    return toggleOperator(query.text, by === 'thing' ? 'kind' : by, id)
  }
  return toGroup(
    legends[by],
    ...options.map(({ id, name, count, isOn }) => {
      const box = toControl(make('input', ''), `${by}:${id}`, () => onChange(pick(id, isOn)))
      box.type = 'checkbox'
      box.checked = isOn
      return make('label', '', box, make('span', '', name), make('small', 'soft', count.toLocaleString('en')))
    }),
  )
}

/** What has no list of values: words left out, dates, the order. */
function toOthers(query: Query, onChange: (text: string) => void): HTMLElement[] {
  const words = toControl(make('input', ''), 'without', () => onChange(setWithout(query.text, words.value)))
  words.value = getWithout(query.text)
  const dates = (['from', 'to'] as const).map((operator) => {
    const box = toControl(make('input', ''), operator, () => onChange(setOperator(query.text, operator, box.value)))
    box.type = 'date'
    box.value = query[operator] ?? ''
    return make('label', '', operator === 'from' ? 'From' : 'To', box)
  })
  const options = orders.map(([value, name]) => new Option(name, value, false, value === query.sort))
  const select = toControl(make('select', '', ...options), 'sort', () =>
    onChange(setOperator(query.text, 'sort', select.value)),
  )
  return [
    toGroup('Dates', ...dates),
    toGroup('Without the words', make('label', '', make('span', 'unseen', 'Without the words'), words)),
    toGroup('Order', make('label', '', make('span', 'unseen', 'Order'), select)),
  ]
}

const toGroup = (legend: string, ...children: Node[]): HTMLElement =>
  make('fieldset', 'meta', make('legend', 'label', legend), ...children)

/** A control that is found again by its key when the controls are made anew. */
function toControl<Control extends HTMLElement>(control: Control, key: string, onChange: () => void): Control {
  control.dataset['key'] = key
  control.addEventListener('change', onChange)
  return control
}
