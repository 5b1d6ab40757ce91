/** What the record has of a thing that is kept: read from its page, this one or one that is loaded. */
import type { Citation } from '../../../citations/citation.ts'
import { type Kept, type Today, toPagePath, toPlace } from '../../../citations/dossier.ts'
import { base } from '../base.ts'
import { loadPage, readCitations } from '../load-page.ts'

/** Address of its page on this site. */
export const toAddress = (id: string): string => base + toPagePath(id)

/** What the record has of it today: a page that has moved is followed, and so are the words of a passage, given as they were. */
export async function loadThing(id: string, then?: Kept): Promise<Today> {
  const address = toAddress(id)
  if (address === location.pathname) return readThing(id, document, then)
  try {
    const page = await loadPage(address)
    const moved = page.querySelector<HTMLAnchorElement>('[data-moved] a')
    return readThing(id, moved ? await loadPage(moved.href) : page, then)
  } catch (error) {
    return { is: /: 404$/.test(String(error)) ? 'gone' : 'unread' }
  }
}

async function readThing(id: string, page: Document, then?: Kept): Promise<Today> {
  if (page.querySelector('[data-withdrawn]')) return { is: 'withdrawn' }
  const citations = readCitations(page).map(toWhole)
  const [article] = citations
  const place = toPlace(id)
  // Most things are no passages: what reads these is loaded for one.
  const words = place && article && (await import('../passage.ts')).citePassage(article, page, id, place, then?.words)
  const shown = place ? (words ? [words] : []) : citations
  if (shown.length === 0) return { is: 'gone' }
  return { is: 'there', citations: shown, corrections: page.querySelectorAll('#corrections article').length }
}

/** With addresses that lead here from anywhere, whatever the builder said of the site's origin. */
function toWhole(citation: Citation): Citation {
  const whole = (address: string): string => new URL(address, document.baseURI).href
  const { address, ours, speaker } = citation
  return {
    ...citation,
    address: address && whole(address),
    ours: whole(ours),
    speaker: speaker && { ...speaker, url: whole(speaker.url) },
  }
}
