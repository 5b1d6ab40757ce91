/** The search box and its results, in the dialog and on the page: what is typed, asked, shown, said aloud and come back to. */
import { make, makeButton } from '../../elements.ts'
import { say } from '../../words/say.ts'
import type { Thing } from '../content.ts'
import type { Client } from './client.ts'
import { type Tree, toElement } from './tree.ts'
import type { Asked } from './worker.ts'

export interface PanelOptions extends Pick<Asked, 'heading' | 'limits' | 'more'> {
  client: Client
  /** Told what is being answered, and whether it was asked for outright or is still being typed. */
  onQuery?: (text: string, isAsked: boolean) => void
}

export interface Panel {
  /** Puts a query into the box and answers it, as asked outright or as still being typed. */
  show(text: string, isAsked?: boolean): Promise<void>
  /** The same, for a query that somebody comes back to: as many results as there were, and the same place. */
  comeBack(text: string): Promise<void>
}

type State = 'empty' | 'short' | 'searching' | 'results' | 'nothing' | 'failed'

/** Long enough for the next key, too short to notice. */
export const typingPause = 100

/** A word half typed is not put right. */
const readingPause = 600

/** A count is said aloud only after a rest, not on every key. */
const speakingPause = 900

/** What a history entry remembers, so that going back finds the same results and the same place. */
interface Place {
  /** The query of a dialog that was open. */
  search?: string
  /** The result that was followed. */
  at?: string
  /** How far it was scrolled, how many of each thing were shown, and whether the controls were open. */
  top?: number
  shown?: { [thing: string]: number }
  isNarrowing?: boolean
}

/** Brings the search box in an element to life. */
export function startPanel(root: HTMLElement, options: PanelOptions): Panel {
  const { client, heading, limits, more } = options
  const dialog = root.closest('dialog')
  /** What scrolls. */
  const frame = (dialog && root.parentElement) ?? document.documentElement
  const form = root.querySelector('form') as HTMLFormElement
  const input = form.elements.namedItem('q') as HTMLInputElement
  const results = root.querySelector('[data-results]') as HTMLElement
  const line = root.querySelector('[data-line]') as HTMLElement
  const aloud = root.querySelector('[data-aloud]') as HTMLElement
  const { index: folder = '/pagefind/', page = '/search/' } = root.dataset
  const place = { folder, page, language: document.documentElement.lang || 'en' }

  // One after the other: each changes what the one before it made of the query.
  let changed = Promise.resolve()
  const change = (key: string, value: string): void => {
    const edit = async () => void show(await client.call('edit', input.value, key, value))
    changed = changed.then(edit).catch(showFailure)
  }
  const lists = make('div', 'narrow-lists')
  const narrow = make('details', 'narrow', make('summary', 'meta', say('search.narrow')), lists)
  narrow.hidden = true
  if (more !== null) results.before(narrow)
  narrow.addEventListener('toggle', () => void fillNarrow())
  let latest = 0
  let filled: Promise<void> | undefined
  let shown = ''
  let typing: ReturnType<typeof setTimeout> | undefined
  let speaking: ReturnType<typeof setTimeout> | undefined

  input.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => void answer(false), typingPause)
  })
  form.addEventListener('submit', (event) => {
    if (more === null) return
    event.preventDefault()
    void answer(true)
  })
  root.addEventListener('keydown', moveByArrows)
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link) remember(results.contains(link) ? (link.getAttribute('href') ?? '') : undefined)
  })
  ;(dialog ? frame : document).addEventListener('scrollend', () => remember())

  return { show, comeBack }

  async function show(text: string, isAsked = true): Promise<void> {
    input.value = text
    await answer(isAsked)
  }

  async function comeBack(text: string): Promise<void> {
    const { at, isNarrowing, shown, top }: Place = history.state ?? {}
    input.value = text
    // What was typed there is not what is come back to.
    const used = document.activeElement as HTMLElement | null
    if (lists.contains(used) && used?.matches('input:not([type=checkbox])')) used.blur()
    narrow.open = isNarrowing ?? narrow.open
    await answer(true, false, { ...limits, ...shown })
    // The controls stand above the results.
    await filled
    if (top !== undefined) frame.scrollTop = top
    else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
    findLink(at)?.focus({ preventScroll: top !== undefined })
  }

  /** Fits the controls to the latest answer; their counts are made only while they are open. */
  async function fillNarrow(): Promise<void> {
    const number = latest
    if (narrow.hidden || !narrow.open) return
    try {
      const [{ fill }, narrowing] = await Promise.all([import('./narrow.ts'), client.call('narrow')])
      if (number === latest) fill(lists, narrowing, change)
    } catch {
      // Without them there are the results.
    }
  }

  function remember(at?: string): void {
    // What is still being filled scrolls by itself, and is not what somebody left; a result may be followed already.
    const isFilling = results.ariaBusy === 'true'
    if (root.dataset['state'] !== 'results' || (isFilling && at === undefined) || dialog?.open === false) return
    const groups = [...results.querySelectorAll('.found-group')]
    const count = (group: Element): number => group.querySelectorAll('.hit').length
    const place: Place = {
      ...(dialog && { search: shown }),
      ...(at !== undefined && { at }),
      top: frame.scrollTop,
      ...(!isFilling && {
        shown: Object.fromEntries(
          groups.map((group) => [group.getAttribute('aria-labelledby')?.slice(6), count(group)]),
        ),
      }),
      isNarrowing: narrow.open,
    }
    history.replaceState({ ...history.state, ...place }, '')
  }

  /** Answers what is in the box; a short query only when somebody asks for it outright. */
  async function answer(isAsked: boolean, isTyping = !isAsked, most = limits): Promise<void> {
    const number = ++latest
    clearTimeout(typing)
    const text = input.value.trim().replace(/\s+/g, ' ')
    shown = text
    options.onQuery?.(text, isAsked)
    if (text.length > 2 || isAsked) setState('searching')
    try {
      const asked = { text: isTyping ? input.value : text, isTyping, limits: most, heading, more }
      const found = text === '' ? null : await client.call('ask', place, asked)
      if (number !== latest) return
      if (!found) {
        settle(text === '' ? 'empty' : 'short', [])
      } else if (!found.isFound && isTyping) {
        // What may help is looked for once it is clear that nobody is typing on.
        typing = setTimeout(() => void answer(isAsked, false), readingPause)
      } else if (!found.isFound) {
        settle('nothing', found.first.map(toShown))
        speakAloud(Array.from(results.children, ({ textContent }) => textContent).join(' '), 0)
      } else {
        settle('results', found.first.map(toShown))
        line.textContent = found.counts
        const notes = [...results.children].filter(({ className }) => className === '')
        speakAloud([...notes.map(({ textContent }) => textContent), found.counts].join(' '), speakingPause)
        // What comes below does not keep the first waiting.
        results.setAttribute('aria-busy', 'true')
        const rest = await client.call('rest')
        if (number !== latest) return
        results.append(...rest.map(toShown))
        results.setAttribute('aria-busy', 'false')
      }
    } catch {
      if (number === latest) showFailure()
    }
  }

  function toShown(tree: Tree): HTMLElement {
    return toElement(tree, (button, thing) => void showMore(button, thing))
  }

  async function showMore(button: HTMLElement, thing: Thing): Promise<void> {
    const group = button.closest('section')
    const number = group?.querySelectorAll('.hit').length ?? 0
    const tree = await client.call('more', thing)
    const hadFocus = document.activeElement === button
    if (tree) group?.replaceWith(toShown(tree))
    // The button is gone: whoever pressed it goes on at what it brought.
    const next = results.querySelectorAll(`.hit-${thing}`)[number]
    if (hadFocus) next?.querySelector('a')?.focus()
    remember()
  }

  function showFailure(): void {
    const text = make('p', '', say('search.failed'))
    const retry = makeButton(say('search.retry'), 'more', () => {
      input.focus()
      void answer(true)
    })
    settle('failed', [text, retry])
    speakAloud(text.textContent, 0)
  }

  function settle(state: State, children: readonly HTMLElement[]): void {
    setState(state)
    narrow.hidden = state !== 'results' && state !== 'nothing'
    filled = fillNarrow()
    const focused = results.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined
    results.replaceChildren(...children)
    if (focused !== undefined) (findLink(focused) ?? input).focus()
    line.textContent = state === 'short' ? say('search.short') : ''
    speakAloud('', 0)
  }

  function findLink(href: string | null | undefined): HTMLAnchorElement | undefined {
    return [...results.querySelectorAll('a')].find((link) => link.getAttribute('href') === href)
  }

  function setState(state: State): void {
    root.dataset['state'] = state
    results.setAttribute('aria-busy', String(state === 'searching'))
  }

  function speakAloud(text: string, pause: number): void {
    clearTimeout(speaking)
    speaking = setTimeout(() => (aloud.textContent = text), pause)
  }

  /** Down and up go from the box through the results and back, for whoever wants to; Tab does as everywhere. */
  function moveByArrows(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const stops = [input, ...results.querySelectorAll<HTMLElement>('.hit-words, .hit-title')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const next = stops[at + step]
    if (at === -1 || !next) return
    event.preventDefault()
    next.focus()
  }
}
