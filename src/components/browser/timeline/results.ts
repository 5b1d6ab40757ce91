/** The list of the timeline: as it was built, or what a choice leaves of it. */

import { make, makeButton, makeLink } from '../../../elements.ts'
import { say } from '../../../words/say.ts'
import type { Chunks } from './chunks.ts'
import { arrange, type FilterFile, headingOf } from './narrow.ts'

export interface ResultsOptions {
  file: FilterFile
  chunks: Chunks
  list: HTMLElement
  scale: HTMLElement
  /** Address of the page of all that is expected. */
  allAhead: string
  /** Told how many results are shown, when it is more than at first. */
  onShown: (shown: number) => void
}

interface Shown {
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

export function startResults({ file, chunks, list, scale, allAhead, onShown }: ResultsOptions): Results {
  const built = [...list.childNodes]
  let isBuilt = true
  /** What is being shown: what comes late for another choice is let go. */
  let current: object | null = null

  return {
    showBuilt: () => {
      current = null
      scale.hidden = false
      if (!isBuilt) list.replaceChildren(...built)
      isBuilt = true
      list.removeAttribute('aria-busy')
    },
    show: (shown) => {
      isBuilt = false
      scale.hidden = true
      current = shown
      if (shown.found.length === 0) {
        list.removeAttribute('aria-busy')
        list.replaceChildren(shown.nothing)
      } else void showFound(shown)
    },
  }

  async function showFound(chosen: Shown): Promise<void> {
    const { found, isWhole, isOldest, isPicked, shown } = chosen
    const places = arrange(file, found, isOldest)
    const [events, left] = isWhole ? withoutFarAhead(places, isOldest) : [places, 0]
    const sections = make('div', '')
    const isCurrent = (): boolean => current === chosen
    let last: { at: number | undefined; section: HTMLElement } | null = null
    let done = 0
    /** Adds entries up to so many, and gives the first of them; null when it is another choice's turn by then. */
    const add = async (most: number): Promise<HTMLElement | null> => {
      list.setAttribute('aria-busy', 'true')
      const coming = events.slice(done, most)
      const entries = await Promise.all(coming.map((place) => chunks.getEntry(place)))
      for (const [index, entry] of entries.entries()) {
        const row = file.events[coming[index] ?? 0]
        const at = row && headingOf(row, isOldest)
        if (!last || last.at !== at) {
          const section = await chunks.getSection(at)
          if (!isCurrent()) return null
          last = { at, section }
          sections.append(section)
        }
        last.section.append(entry)
      }
      if (!isCurrent()) return null
      done += entries.length
      list.removeAttribute('aria-busy')
      return entries[0] ?? null
    }
    const more = makeButton('', 'more', async () => {
      const first = await add(done + batch)
      if (!first) return
      onShown(done)
      label()
      if (done >= events.length) first.querySelector('summary')?.focus()
    })
    const label = (): void => {
      const after = events.length - done
      more.textContent = say('narrow.more', { next: Math.min(batch, after), left: after })
      more.hidden = after === 0
    }
    try {
      // A choice is answered with what can be seen of it.
      if (!(await add(isPicked ? atOnce : Math.max(batch, shown)))) return
      label()
      const all = makeLink(allAhead, say('timeline.allAhead', { n: left }))
      list.replaceChildren(sections, make('div', 'narrowing', more), ...(left > 0 ? [make('p', 'meta', all)] : []))
      if (done < Math.min(batch, events.length) && (await add(batch))) label()
    } catch {
      if (!isCurrent()) return
      list.removeAttribute('aria-busy')
      const words = say('narrow.failed')
      list.replaceChildren(make('p', 'soft', words))
    }
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
