/** A quote with its attribution as HTML, ready to paste. Only direct words become a block quotation. */
import { describeOutlet } from '../../record/sources.ts'
import { toSpeech } from '../../record/speech.ts'
import type { Wording } from '../../record/types.ts'
import { toWords } from '../../record/when.ts'
import { urls } from '../../urls.ts'
import { element, fragment, type Markup } from '../markup.ts'
import { toAddress, toLine } from '../plain.ts'

export function toHtml(wording: Wording, site: { name: string }): string {
  const { quote, article, kind } = wording
  const { speaker, said } = quote
  const outlet = toLine(describeOutlet(article))
  const context = wording.context ?? quote.context
  const words = toLine(toSpeech(wording))
  const name = toLink(speaker.name, urls.absolute(speaker.url))
  const source = [
    said && `said ${toWords(said)}; `,
    context && `${toLine(context)}; `,
    toLink(outlet, wording.sourceUrl),
    `, ${toWords(article.published)}; `,
    toLink(site.name, urls.absolute(quote.url)),
  ]
  if (kind !== 'direct')
    return element('p', {}, `${outlet} reports what `, name, ` said: ${words} (`, ...source, ')').markup
  return element(
    'figure',
    {},
    element('blockquote', { cite: toAddress(article.address), lang: article.language }, element('p', {}, words)),
    element('figcaption', {}, '— ', name, '; ', ...source),
  ).markup
}

function toLink(text: string, address: string): Markup {
  const href = toAddress(address)
  return href ? element('a', { href }, toLine(text)) : fragment(toLine(text))
}
