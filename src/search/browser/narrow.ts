/** The operators as controls: who, which outlet, which topic, which kind, when, and in what order. */
import { type Query, setOperator, toggleOperator } from '../query.ts'
import type { Answer, Facet } from './ask.ts'
import { make } from './make.ts'

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
  return make(
    'fieldset',
    'meta',
    make('legend', 'label', legends[by]),
    ...options.map(({ id, name, count, isOn }) => {
      const box = make('input', '')
      box.type = 'checkbox'
      box.checked = isOn
      box.dataset['key'] = `${by}:${id}`
      box.addEventListener('change', () => onChange(toggleOperator(query.text, by === 'thing' ? 'kind' : by, id)))
      return make('label', '', box, make('span', '', name), make('small', 'soft', count.toLocaleString('en')))
    }),
  )
}

function toOthers(query: Query, onChange: (text: string) => void): HTMLElement[] {
  const dates = (['from', 'to'] as const).map((operator) => {
    const box = make('input', '')
    box.type = 'date'
    box.value = query[operator] ?? ''
    box.dataset['key'] = operator
    box.addEventListener('change', () => onChange(setOperator(query.text, operator, box.value)))
    return make('label', '', operator === 'from' ? 'From' : 'To', ' ', box)
  })
  const select = make(
    'select',
    '',
    ...orders.map(([value, name]) => {
      const option = make('option', '', name)
      option.value = value
      option.selected = value === query.sort
      return option
    }),
  )
  select.dataset['key'] = 'sort'
  select.addEventListener('change', () => onChange(setOperator(query.text, 'sort', select.value)))
  return [
    make('fieldset', 'meta', make('legend', 'label', 'When'), ...dates),
    make(
      'fieldset',
      'meta',
      make('legend', 'label', 'Order'),
      make('label', '', make('span', 'unseen', 'Order'), select),
    ),
  ]
}
