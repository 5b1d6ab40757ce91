/** A quote with its attribution as HTML, ready to paste. Only direct words become a block quotation. */
import { urls } from '../../urls.ts'
import type { SpokenView } from '../../views/quote.ts'
import { toCredit } from '../../words/articles.ts'
import { toWords } from '../../words/dates.ts'
import { toSpeech } from '../../words/quotes.ts'
import { element, fragment, type Markup } from '../markup.ts'
import { toAddress, toLine } from '../plain.ts'

export function toHtml(spoken: SpokenView, site: { name: string }): string {
  const { links, said, url, wording } = spoken
  const { kind, language, published, sourceUrl } = wording
  const outlet = toLine(toCredit(wording))
  const context = wording.context ?? spoken.context
  const words = toLine(toSpeech(wording))
  const name = toLink(links.speaker.name, urls.absolute(links.speaker.url))
  const source = [
    said && `said ${toWords(said)}; `,
    context && `${toLine(context)}; `,
    toLink(outlet, sourceUrl),
    `, ${toWords(published)}; `,
    toLink(site.name, urls.absolute(url)),
  ]
  if (kind !== 'direct')
    return element('p', {}, `${outlet} reports what `, name, ` said: ${words} (`, ...source, ')').markup
  return element(
    'figure',
    {},
    element('blockquote', { cite: toAddress(wording.source), lang: language }, element('p', {}, words)),
    element('figcaption', {}, '— ', name, '; ', ...source),
  ).markup
}

function toLink(text: string, address: string): Markup {
  const href = toAddress(address)
  return href ? element('a', { href }, toLine(text)) : fragment(toLine(text))
}
