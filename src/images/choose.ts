/** The picture that is shown where a page is shared: its own, or that of the site. */
import { urls } from '../urls.ts'
import type { AroundView } from '../views/site.ts'
import type { Views } from '../views/views.ts'
import { toFrontTitle } from '../words/site.ts'
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

export const imageSize = { width: 1200, height: 630 } as const

export interface ShareImage {
  /** Path of the picture on the site. */
  path: string
  alt: string
}

/** A picture to be drawn. */
export interface DrawnImage extends ShareImage {
  card: Card
}

/**
 * The picture of a page: that of its card, `quotes/<speaker>/<fragment>`, or the site's where there is none that can be drawn;
 * null where the site's cannot either.
 */
export function imageOf(site: AroundView, name: string | null = null, toCard?: () => Card): ShareImage | null {
  const image = (name !== null && toCard ? toImage(name, toCard()) : null) ?? siteImage(site)
  return image && { path: image.path, alt: image.alt }
}

/** All pictures of a record, those of addresses that were published and are no page's any more among them. */
export function imagesOf({
  articles,
  events,
  moves,
  pictured,
  quotes,
  site,
  speakers,
  withdrawn,
}: Views): DrawnImage[] {
  const of = <View extends { id: string; url: string }>(folder: string, views: View[], toCard: (view: View) => Card) =>
    views.flatMap((view) => (pictured.has(view.url) ? (toImage(`${folder}/${view.id}`, toCard(view)) ?? []) : []))
  const own = [
    ...of('quotes', quotes, (quote) => toQuoteCard(quote, site)),
    ...of('events', events, (event) => toEventCard(event, site)),
    ...of('speakers', speakers, (speaker) => toSpeakerCard(speaker, site)),
    ...of('articles', articles, (article) => toArticleCard(article, site)),
  ]
  const image = siteImage(site)
  const whole = image ? [{ ...image, card: toSiteCard(site) }] : []
  const byPath = new Map(own.map((image) => [image.path, image]))
  // They may stand in posts of others: of a page that has moved its picture, of a quote that was withdrawn the site's.
  const former = [
    ...moves.flatMap(({ from, to }) => {
      const image = byPath.get(urls.image(to.slice(1, -1)))
      return image ? [{ ...image, path: urls.image(from.slice(1, -1)) }] : []
    }),
    ...withdrawn.flatMap(({ id }) => whole.map((one) => ({ ...one, path: urls.image(`quotes/${id}`) }))),
  ]
  const all = [...whole, ...own, ...former]
  const { drawn: look } = site
  return look ? all.map((image) => ({ ...image, card: { ...image.card, look } })) : all
}

/** Its words are without the counts that are drawn: they would be other words on every page with every article. */
function siteImage(site: AroundView): ShareImage | null {
  const alt = toFrontTitle(site)
  return isDrawable(alt) ? { path: urls.image('site'), alt } : null
}

function toImage(name: string, card: Card): DrawnImage | null {
  return textsOf(card).every(isDrawable) ? { path: urls.image(name), alt: describeCard(card), card } : null
}
