/** The list of the timeline: as it was built, or what a choice leaves of it. */

import { make, makeButton, makeLink } from '../../elements.ts'
import type { EntriesFile, TextRow } from '../entries.ts'
import { arrange, headingOf } from '../filter.ts'
import type { Maker } from './entry.ts'

export interface ResultsOptions {
  file: EntriesFile
  texts: Promise<readonly TextRow[]>
  maker: Maker
  list: HTMLElement
  scale: HTMLElement
  /** Address of the page of all that is expected. */
  allAhead: string
  /** Told how many results are shown, when it is more than at first. */
  onShown: (shown: number) => void
}

export interface Shown {
  /** Numbers of the events, in the order of the file. */
  found: readonly number[]
  /** Whether nothing is chosen. */
  isWhole: boolean
  isOldest: boolean
  /** Whether somebody has just chosen it; of an address all is there at once, so that the place on the page is found. */
  isPicked: boolean
  /** How many were shown before. */
  shown: number
  nothing: HTMLElement
}

export interface Results {
  showBuilt(): void
  show(shown: Shown): void
}

/** How many come at once, as on a page that was built. */
const batch = 40

/** How many of them come in the first picture. */
const atOnce = 12

/** How many that are expected come first where nothing is chosen, as on the timeline that was built. */
const aheadShown = 10

export function startResults({ file, texts, maker, list, scale, allAhead, onShown }: ResultsOptions): Results {
  const built = [...list.childNodes]
  let isBuilt = true
  let known: readonly TextRow[] | null = null
  /** Entries that wait for their texts. */
  let waiting: { entry: HTMLElement; place: number }[] = []
  let isWaiting = true
  let rest: ReturnType<typeof setTimeout> | undefined
  texts
    .then((rows) => {
      known = rows
      for (const { entry, place } of waiting) addTexts(entry, place)
      waiting = []
    })
    // The heads alone are there; each leads to the page of its event.
    .catch(() => {})
    .finally(() => {
      isWaiting = false
      tellBusy()
    })

  return {
    showBuilt: () => {
      clear()
      scale.hidden = false
      if (!isBuilt) list.replaceChildren(...built)
      isBuilt = true
      tellBusy()
    },
    show: (shown) => {
      clear()
      isBuilt = false
      scale.hidden = true
      if (shown.found.length === 0) list.replaceChildren(shown.nothing)
      else showFound(shown)
      tellBusy()
    },
  }

  function clear(): void {
    clearTimeout(rest)
    rest = undefined
    waiting = []
  }

  function tellBusy(): void {
    const isBusy = !isBuilt && (rest !== undefined || (isWaiting && waiting.length > 0))
    if (isBusy) list.setAttribute('aria-busy', 'true')
    else list.removeAttribute('aria-busy')
  }

  function showFound({ found, isWhole, isOldest, isPicked, shown }: Shown): void {
    const places = arrange(file, found, isOldest)
    const [events, left] = isWhole ? withoutFarAhead(places, isOldest) : [places, 0]
    const sections = make('div', '')
    let last: { at: number | undefined; section: HTMLElement } | null = null
    let done = 0
    const add = (most: number): HTMLElement[] => {
      const entries = events.slice(done, most).flatMap((place) => {
        const row = file.events[place]
        if (!row) return []
        const at = headingOf(row, isOldest)
        if (!last || last.at !== at) {
          last = { at, section: maker.makePeriod(at === undefined ? null : (file.periods[at] ?? null)) }
          sections.append(last.section)
        }
        const entry = maker.makeEntry(row)
        if (known) addTexts(entry, place)
        else waiting.push({ entry, place })
        last.section.append(entry)
        return [entry]
      })
      done += entries.length
      return entries
    }
    add(isPicked ? atOnce : Math.max(batch, shown))
    if (done < Math.min(batch, events.length))
      // After the next picture: a choice is answered with what can be seen of it.
      rest = setTimeout(() => {
        rest = undefined
        add(batch)
        label()
        tellBusy()
      }, 30)
    const more = makeButton('', 'more', () => {
      const [first] = add(done + batch)
      onShown(done)
      label()
      if (done >= events.length) first?.querySelector<HTMLElement>('h3 a')?.focus()
    })
    const label = (): void => {
      const after = events.length - done
      more.textContent = `Show ${Math.min(batch, after).toLocaleString('en')} more of ${after.toLocaleString('en')}`
      more.hidden = after === 0 || rest !== undefined
    }
    label()
    const all = makeLink(allAhead, `All ${left} that are expected`)
    list.replaceChildren(sections, make('div', 'narrowing', more), ...(left > 0 ? [make('p', 'meta', all)] : []))
  }

  function addTexts(entry: HTMLElement, place: number): void {
    const [row, text] = [file.events[place], known?.[place]]
    if (row && text) maker.addTexts(entry, row, text)
  }

  /** The timeline opens at the newest, whatever lies ahead; gives how much does when it is too much. */
  function withoutFarAhead(places: number[], isOldest: boolean): [places: number[], left: number] {
    const isAhead = (place: number): boolean => file.events[place]?.at === undefined
    const ahead = places.filter(isAhead)
    if (ahead.length <= aheadShown) return [places, 0]
    const past = places.filter((place) => !isAhead(place))
    const first = ahead.slice(0, aheadShown)
    return [isOldest ? [...past, ...first] : [...first, ...past], ahead.length]
  }
}
