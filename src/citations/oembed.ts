/**
 * Quotes for sites that turn an address into what stands there (oEmbed 1.0): the words with their attribution, and a page of
 * their own that may be framed. Neither has a script.
 */

import { element, fragment, type Markup } from '../feeds/markup.ts'
import { toLine } from '../feeds/plain.ts'
import { urls } from '../urls.ts'
import type { QuoteView } from '../views/quote.ts'
import { langOf } from '../words/language.ts'
import { markNames } from '../words/mark-names.ts'
import { toQuoteTitles } from '../words/quotes.ts'
import { type CitingSite, citeQuote } from './citation.ts'
import { toHtml } from './html.ts'

/** In pixels, for words of usual length. */
const size = { width: 600, height: 240 }

/** What such a site is told of a quote. */
export function toOembed(quote: QuoteView, site: CitingSite): object {
  const { links, url } = quote
  const { shareTitle } = toQuoteTitles(quote)
  const [citation] = citeQuote(quote, site)
  const isDirect = citation?.direct !== null
  const own = toFrame(quote, toLine(shareTitle), isDirect)
  return {
    version: '1.0',
    type: 'rich',
    title: toLine(shareTitle),
    author_name: toLine(links.speaker.name),
    author_url: urls.absolute(links.speaker.url),
    provider_name: toLine(site.name),
    provider_url: urls.absolute(urls.home()),
    cache_age: 86400,
    url: urls.absolute(url),
    html: (isDirect && citation ? fragment(toBlock(quote, citation.words ?? ''), own) : own).markup,
    ...size,
  }
}

/** Direct words, and whose they are and where they stand, in the only element besides links that all such sites let through. */
function toBlock({ links, url, wordings }: QuoteView, words: string): Markup {
  const [shown] = wordings
  const source = shown ? [', ', element('a', { href: shown.sourceUrl }, shown.links.outlet.name)] : []
  return element(
    'blockquote',
    {},
    words,
    ' — ',
    element('a', { href: urls.absolute(url) }, toLine(links.speaker.name)),
    ...source,
  )
}

/** WordPress takes nothing without a frame, and hides it where there is a block quotation; elsewhere it has then no size. */
function toFrame({ id }: QuoteView, title: string, isHidden: boolean): Markup {
  const [speaker = '', name = ''] = id.split('/')
  const { height, width } = isHidden ? { height: 0, width: 0 } : size
  return element('iframe', {
    src: urls.absolute(urls.embed(speaker, name)),
    title,
    width: String(width),
    height: String(height),
  })
}

/** The page that may be framed. Its links leave the frame. */
export function toEmbedPage(quote: QuoteView, site: CitingSite): string {
  const { title } = toQuoteTitles(quote)
  const [citation] = citeQuote(quote, site)
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<base target="_top">',
  ].join('')
  const body = element(
    'html',
    langOf(site.language),
    element(
      'head',
      {},
      { markup: head },
      element('title', {}, toLine(`${title} · ${site.name}`)),
      { markup: element('link', { rel: 'canonical', href: urls.absolute(quote.url) }).markup.replace('</link>', '') },
      {
        markup: element('link', { rel: 'stylesheet', href: urls.publicFile('embed.css') }).markup.replace(
          '</link>',
          '',
        ),
      },
    ),
    element('body', {}, element('main', {}, { markup: citation ? toHtml(citation) : '' })),
  )
  return `<!doctype html>${markNames(body.markup, site.language)}\n`
}
