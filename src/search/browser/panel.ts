/** The search box and its results, in the dialog and on the page: what is typed, asked, shown and said aloud. */
import { make, makeButton } from '../../elements.ts'
import type { Thing } from '../content.ts'
import { isEmpty, isEnough, type Query, readQuery } from '../query.ts'
import { type Answer, type Asker, type Group, toAsker } from './ask.ts'
import type { Early } from './early.ts'
import { makeNarrow } from './narrow.ts'
import { openIndex } from './pagefind.ts'
import {
  describeCounts,
  findNames,
  type ShowOptions,
  showGroup,
  showHelp,
  showNames,
  showNotes,
  showNothing,
} from './show.ts'

export interface PanelOptions {
  /** How many of each thing come first. */
  limits: Record<Thing, number>
  heading: ShowOptions['heading']
  /** How many more come at once; null where the search page shows the rest. */
  more: ShowOptions['more']
  /** Told what is being answered, and whether it was asked for outright or is still being typed. */
  onQuery?: (text: string, isAsked: boolean) => void
  /** What to remember when somebody follows a result, beside the result itself. */
  toPlace?: (text: string) => Place
  /** Files of the index that are on their way. */
  early: Early
}

export interface Panel {
  /** Puts a query into the box and answers it, as asked outright or as still being typed. */
  show(text: string, isAsked?: boolean): Promise<void>
  /** Loads the index, so that the first answer comes sooner. */
  warm(): void
}

type State = 'empty' | 'short' | 'searching' | 'results' | 'nothing' | 'failed'

/** Long enough for the next key, too short to notice; the search begins halfway. */
export const typingPause = 120

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
}

/** Puts the focus back on the result that somebody comes back from; whether there was one. */
export function returnTo(root: HTMLElement): boolean {
  const { at }: Place = history.state ?? {}
  const link = findLink(root, at ?? null)
  link?.focus()
  return link !== undefined
}

function findLink(root: HTMLElement, href: string | null): HTMLAnchorElement | undefined {
  return [...root.querySelectorAll('a')].find((link) => href !== null && link.getAttribute('href') === href)
}

/** Brings the search box in an element to life. */
export function startPanel(root: HTMLElement, options: PanelOptions): Panel {
  const form = root.querySelector('form') as HTMLFormElement
  const input = form.elements.namedItem('q') as HTMLInputElement
  const results = root.querySelector('[data-results]') as HTMLElement
  const line = root.querySelector('[data-line]') as HTMLElement
  const aloud = root.querySelector('[data-aloud]') as HTMLElement
  const { index: folder = '/pagefind/', page = '/search/' } = root.dataset
  const language = document.documentElement.lang || 'en'
  const toPage = (text: string): string => `${page}?q=${encodeURIComponent(text)}`
  const showOptions: ShowOptions = { language, heading: options.heading, more: options.more, toPage }

  const narrow = options.more === null ? null : makeNarrow((text) => void show(text))
  if (narrow) results.before(narrow.element)
  let asker: Promise<Asker> | null = null
  let latest = 0
  let shown = ''
  let typing: ReturnType<typeof setTimeout> | undefined
  let speaking: ReturnType<typeof setTimeout> | undefined
  let helping: ReturnType<typeof setTimeout> | undefined

  const getAsker = (): Promise<Asker> => {
    asker ??= openIndex(folder, options.early).then((index) => {
      closeIndex = index.close
      return toAsker(index, language)
    })
    return asker
  }
  let closeIndex = async (): Promise<void> => {}

  input.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      typing = setTimeout(() => void answer(false), typingPause / 2)
      void prepare()
    }, typingPause / 2)
  })
  form.addEventListener('submit', (event) => {
    if (options.more === null) return
    event.preventDefault()
    clearTimeout(typing)
    void answer(true)
  })
  root.addEventListener('keydown', moveByArrows)
  results.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a')
    if (!link) return
    const place: Place = { ...options.toPlace?.(shown), at: link.getAttribute('href') ?? '' }
    history.replaceState({ ...history.state, ...place }, '')
  })

  return {
    show,
    warm: () => void getAsker().catch(() => (asker = null)),
  }

  async function show(text: string, isAsked = true): Promise<void> {
    input.value = text
    await answer(isAsked)
  }

  /** Searches for what is in the box while another key may still come; whatever fails then fails again in the answer. */
  async function prepare(): Promise<void> {
    const query = readQuery(input.value, true)
    if (isEnough(query))
      await getAsker()
        .then((asker) => asker.prepare(query))
        .catch(() => {})
  }

  /** Answers what is in the box; a short query only when somebody asks for it outright. */
  async function answer(isAsked: boolean): Promise<void> {
    const number = ++latest
    clearTimeout(helping)
    const query = readQuery(input.value, !isAsked)
    shown = query.text
    options.onQuery?.(query.text, isAsked)
    if (isEmpty(query) || !(isAsked || isEnough(query))) {
      settle(query.text === '' ? 'empty' : 'short', [])
      narrow?.update(null)
      return
    }
    setState('searching')
    try {
      const found = await (await getAsker()).ask(query, options.limits)
      if (number !== latest) return
      narrow?.update(found)
      if (found.count === 0) {
        settle('nothing', showNothing(found))
        sayAll(isAsked ? 0 : readingPause)
        helping = setTimeout(() => void help(found, number), isAsked ? 0 : readingPause)
        return
      }
      const [first, ...others] = found.groups
      const names = first ? findNames(first) : []
      const show = (group: Group): HTMLElement => showGroup(group, query, { ...showOptions, names })
      settle('results', [...showNotes(query, found.nobody), ...showNames(names), ...(first ? [show(first)] : [])])
      line.textContent = describeCounts(found)
      say(describeCounts(found), speakingPause)
      // What comes below does not keep the first waiting.
      results.setAttribute('aria-busy', 'true')
      await found.loadRest()
      if (number !== latest) return
      results.append(...others.map(show))
      results.setAttribute('aria-busy', 'false')
    } catch {
      if (number === latest) showFailure(query)
    }
  }

  /** What may help comes below, once it is clear that nobody is typing on. */
  async function help(found: Answer, number: number): Promise<void> {
    const help = await found.findHelp().catch(() => null)
    if (!help || number !== latest) return
    results.firstElementChild?.after(...showHelp(help, found, showOptions))
    sayAll(0)
  }

  function sayAll(pause: number): void {
    say(Array.from(results.children, ({ textContent }) => textContent).join(' '), pause)
  }

  function showFailure(query: Query): void {
    asker = null
    void closeIndex()
    closeIndex = async () => {}
    const text = make('p', '', 'The search index could not be loaded, so nothing was searched.')
    const retry = makeButton('Try again', 'more', () => {
      input.focus()
      input.value = query.text
      void answer(true)
    })
    settle('failed', [text, retry])
    narrow?.update(null)
    say(text.textContent, 0)
  }

  function settle(state: State, children: readonly HTMLElement[]): void {
    setState(state)
    const focused = results.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined
    results.replaceChildren(...children)
    if (focused !== undefined) (findLink(root, focused) ?? input).focus()
    line.textContent = state === 'short' ? 'Three letters or more, or press Enter.' : ''
    say('', 0)
  }

  function setState(state: State): void {
    root.dataset['state'] = state
    results.setAttribute('aria-busy', String(state === 'searching'))
  }

  function say(text: string, pause: number): void {
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
