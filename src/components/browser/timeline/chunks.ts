/** The entries of the timeline as they were built: pages of a few entries each, fetched when one of them is wanted. */
import { showDue } from '../due.ts'
import { loadPage } from '../load-page.ts'
import type { FilterFile } from './narrow.ts'

export interface Chunks {
  /** A copy of an event's entry, by its place in the file; rejects when it cannot be loaded. */
  getEntry(place: number): Promise<HTMLElement>
  /** A copy of a heading with its section, by its number; that of what lies ahead without one. */
  getSection(at: number | undefined): Promise<HTMLElement>
}

/** Chunks stand beside the file of the filters: `entries/1/`, and `entries/headings/`. */
export function startChunks(address: string, { events, periods, size }: FilterFile): Chunks {
  const folder = address.replace(/\.json$/, '/')
  const known = new Map<string, Promise<Document>>()
  const load = (name: string): Promise<Document> => {
    const page = known.get(name) ?? loadPage(`${folder}${name}/`)
    known.set(name, page)
    // What failed may be asked for again.
    page.catch(() => known.delete(name))
    return page
  }
  return {
    getEntry: async (place) => {
      const number = events[place]?.n ?? 0
      const page = await load(String(Math.floor(number / size) + 1))
      return copyOf(page.querySelector('main')?.children[number % size])
    },
    getSection: async (at) => {
      const page = await load('headings')
      return copyOf(page.getElementById(at === undefined ? 'ahead' : `in-${periods[at]}`))
    },
  }
}

function copyOf(element: Element | null | undefined): HTMLElement {
  if (!element) throw new Error('The timeline has been built anew since this page was opened.')
  const copy = document.importNode(element, true) as HTMLElement
  showDue(copy)
  return copy
}
