/** The operators as controls: what, who, which outlet, topic and place, which kind, when, in what order; loaded when opened. */
import { make } from '../../elements.ts'
import { toNumber } from '../../words/message.ts'
import { say, spokenLanguage } from '../../words/say.ts'
import type { Facet, Narrowing } from './facets.ts'

const legends: Record<Facet['by'], string> = {
  thing: say('search.by.thing'),
  speaker: say('search.by.speaker'),
  outlet: say('field.outlet'),
  topic: say('field.topic'),
  place: say('search.by.place'),
  kind: say('search.by.kind'),
  when: say('field.period'),
}

const orders = [
  ['', say('search.bestFirst')],
  ['newest', say('order.newest')],
  ['oldest', say('order.oldest')],
] as const

/** Puts the controls of an answer in place of those before; each says what it is, and the value that it was given. */
export function fill(lists: HTMLElement, narrowing: Narrowing, onChange: (key: string, value: string) => void): void {
  const used = document.activeElement as HTMLElement | null
  const key = lists.contains(used) && used?.dataset['key']
  const fresh = make('div', '', ...narrowing.facets.map((facet) => toFieldset(facet, onChange)))
  fresh.append(...toOthers(narrowing, onChange))
  const twin = key && fresh.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!used || !twin) {
    lists.replaceChildren(...fresh.children)
    return
  }
  replaceAround(lists, used, fresh, twin)
  // What is not typed stands as the answer has it: somebody may have gone back.
  if (used instanceof HTMLInputElement && used.type === 'checkbox') used.checked = (twin as HTMLInputElement).checked
  if (used instanceof HTMLSelectElement) used.value = (twin as HTMLSelectElement).value
}

/**
 * Exchanges all that is in an element but the control in use and what it stands in, which would take a key half pressed or a
 * date half typed with it. Its twin says where among the fresh ones it belongs.
 */
function replaceAround(lists: Element, used: Element, fresh: Element, twin: Element): void {
  const kept = [...lists.children].find((child) => child.contains(used))
  const place = [...fresh.children].find((child) => child.contains(twin))
  if (!kept || !place) return
  const nodes = [...fresh.childNodes]
  const at = nodes.indexOf(place)
  for (const node of [...lists.childNodes]) if (node !== kept) node.remove()
  kept.before(...nodes.slice(0, at))
  kept.after(...nodes.slice(at + 1))
  if (kept !== used) replaceAround(kept, used, place, twin)
}

function toFieldset({ by, options }: Facet, onChange: (key: string, value: string) => void): HTMLElement {
  return toGroup(
    legends[by],
    ...options.map(({ id, name, count, isOn }) => {
      const toValue = () => (by === 'when' && !box.checked ? '' : id)
      const box = toControl(make('input', ''), `${by}:${id}`, () => onChange(by, toValue()))
      box.type = 'checkbox'
      box.checked = isOn
      return make('label', '', box, make('span', '', name), make('small', 'soft', toNumber(count, spokenLanguage())))
    }),
  )
}

/** What has no list of values: words left out, dates, the order. */
function toOthers(narrowing: Narrowing, onChange: (key: string, value: string) => void): HTMLElement[] {
  const toBox = (key: 'without' | 'from' | 'to'): HTMLInputElement => {
    const box = toControl(make('input', ''), key, () => onChange(key, box.value))
    if (key !== 'without') box.type = 'date'
    box.value = narrowing[key]
    return box
  }
  const options = orders.map(([value, name]) => new Option(name, value, false, value === narrowing.sort))
  const select = toControl(make('select', '', ...options), 'sort', () => onChange('sort', select.value))
  return [
    toGroup(
      say('search.dates'),
      make('label', '', say('search.from'), toBox('from')),
      make('label', '', say('search.to'), toBox('to')),
    ),
    toGroup(say('search.without'), make('label', '', make('span', 'unseen', say('search.without')), toBox('without'))),
    toGroup(say('order.label'), make('label', '', make('span', 'unseen', say('order.label')), select)),
  ]
}

const toGroup = (legend: string, ...children: Node[]): HTMLElement =>
  make('fieldset', 'meta', make('legend', 'label', legend), ...children)

/** A control that is known again by its key when the controls are made anew. */
function toControl<Control extends HTMLElement>(control: Control, key: string, onChange: () => void): Control {
  control.dataset['key'] = key
  control.addEventListener('change', onChange)
  return control
}
