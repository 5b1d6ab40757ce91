/** Which pages have a picture of their own, and which show that of the site. */
import type { NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import {
  type Card,
  describeCard,
  textsOf,
  toArticleCard,
  toEventCard,
  toQuoteCard,
  toSiteCard,
  toSpeakerCard,
} from './cards.ts'
import { isDrawable } from './drawable.ts'

/** Pictures at most, of the newest of a record. */
export const mostImages = 2000

export const imageSize = { width: 1200, height: 630 } as const

export interface ShareImage {
  /** Path of the picture on the site. */
  path: string
  alt: string
  card: Card
}

export interface ShareImages {
  site: ShareImage
  /** By the path of the page. */
  own: Map<string, ShareImage>
}

/** The picture of a page: its own, or the site's. */
export function imageOf(record: NewsRecord, page: string): ShareImage {
  const { own, site } = imagesOf(record)
  return own.get(page) ?? site
}

/** All pictures of a record, made once. */
export function imagesOf(record: NewsRecord): ShareImages {
  const known = made.get(record)
  if (known) return known
  const images = listImages(record)
  made.set(record, images)
  return images
}

/**
 * Addresses of pictures that are no page's any more, but may stand in posts of others, with what is shown there: of a page
 * that has moved its picture, of a quote that was withdrawn the site's.
 */
export function formerImagesOf(record: NewsRecord): { path: string; card: Card }[] {
  const { own, site } = imagesOf(record)
  return [
    ...record.moves.flatMap(({ from, to }) => {
      const image = own.get(urls.page(to))
      return image ? [{ path: urls.image(from.slice(1, -1)), card: image.card }] : []
    }),
    ...record.withdrawn.map(({ id }) => ({ path: urls.image(`quotes/${id}`), card: site.card })),
  ]
}

const made = new WeakMap<NewsRecord, ShareImages>()

function listImages(record: NewsRecord, most = mostImages): ShareImages {
  const { story, quotes, events, speakers, articles } = record
  const addedOf = (list: { added: string }[]) =>
    list
      .map(({ added }) => added)
      .sort()
      .at(-1) ?? ''
  const candidates: { page: string; name: string; added: string; toCard: () => Card | null }[] = [
    ...quotes.map((quote) => ({
      page: quote.url,
      name: `quotes/${quote.id}`,
      added: addedOf(quote.wordings.map(({ article }) => article)),
      toCard: () => toQuoteCard(quote, story.name),
    })),
    ...events.map((event) => ({
      page: event.url,
      name: `events/${event.id}`,
      added: event.added,
      toCard: () => toEventCard(event, story.name),
    })),
    ...speakers.map((speaker) => ({
      page: speaker.url,
      name: `speakers/${speaker.id}`,
      added: addedOf(speaker.quotes.flatMap(({ wordings }) => wordings.map(({ article }) => article))),
      toCard: () => toSpeakerCard(speaker, story.name),
    })),
    ...articles.map((article) => ({
      page: article.url,
      name: `articles/${article.id}`,
      added: article.added,
      toCard: () => toArticleCard(article, story.name),
    })),
  ]
  const own = new Map<string, ShareImage>()
  const newest = candidates.toSorted((a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0)).slice(0, most)
  for (const { page, name, toCard } of newest) {
    const card = toCard()
    if (card && textsOf(card).every(isDrawable)) own.set(page, toImage(name, card))
  }
  return { site: toImage('site', toSiteCard(record)), own }
}

function toImage(name: string, card: Card): ShareImage {
  return { path: urls.image(name), alt: describeCard(card), card }
}
