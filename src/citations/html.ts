/** Words with their attribution as HTML, ready to paste. Only direct words become a block quotation. */
import { element, fragment, type Markup } from '../feeds/markup.ts'
import { toAddress } from '../feeds/plain.ts'
import { langOf } from '../words/language.ts'
import { sayWith } from '../words/say.ts'
import type { Citation } from './citation.ts'

/** Empty where no words of a speaker are cited. */
export function toHtml({
  address,
  archived,
  credit,
  direct,
  language,
  occasion,
  ours,
  publishedWords,
  siteName,
  speaker,
  words,
}: Citation): string {
  if (!speaker || words === null) return ''
  const name = toLink(speaker.name, speaker.url)
  const copy = archived ? [toLink('archived copy', archived.address), '; '] : []
  const source = [
    occasion && `${occasion}; `,
    toLink(credit, address),
    `, ${publishedWords}; `,
    ...copy,
    toLink(siteName, ours),
  ]
  if (direct === null)
    return element('p', {}, ...sayWith<Markup>('cite.reports', { credit, name, words }), ' (', ...source, ')').markup
  return element(
    'figure',
    {},
    element('blockquote', { cite: address, ...langOf(language) }, element('p', {}, words)),
    element('figcaption', {}, '— ', name, '; ', ...source),
  ).markup
}

function toLink(text: string, address: string | null): Markup {
  const href = address && toAddress(address)
  return href ? element('a', { href }, text) : fragment(text)
}
