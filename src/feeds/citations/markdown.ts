/** A quote with its attribution as Markdown, ready to paste. Only direct words become a block quotation. */
import { describeOutlet } from '../../record/sources.ts'
import { toSpeech } from '../../record/speech.ts'
import type { Wording } from '../../record/types.ts'
import { toWords } from '../../record/when.ts'
import { urls } from '../../urls.ts'
import { toAddress, toLine } from '../plain.ts'

export function toMarkdown(wording: Wording, site: { name: string }): string {
  const { quote, article, kind } = wording
  const { speaker, said } = quote
  const outlet = describeOutlet(article)
  const context = wording.context ?? quote.context
  const source = [
    ...(said ? [`said ${toWords(said)}`] : []),
    ...(context ? [escapeMarkdown(context)] : []),
    `${toLink(outlet, wording.sourceUrl)}, ${toWords(article.published)}`,
    toLink(site.name, urls.absolute(quote.url)),
  ].join('; ')
  const name = toLink(speaker.name, urls.absolute(speaker.url))
  const words = escapeMarkdown(toSpeech(wording))
  return kind === 'direct'
    ? `> ${words}\n>\n> — ${name}; ${source}`
    : `${escapeMarkdown(outlet)} reports what ${name} said: ${words} (${source})`
}

function toLink(text: string, address: string): string {
  const href = toAddress(address)
  // An ampersand may begin a character reference in an address too.
  return href ? `[${escapeMarkdown(text)}](<${href.replaceAll('&', '&amp;')}>)` : escapeMarkdown(text)
}

/** Text in which nothing is markup: marks, what begins a list or heading, and what some renderers link by themselves. */
function escapeMarkdown(text: string): string {
  return toLine(text)
    .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
    .replace(/^([#+\-=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)|@|(?<=www)\./gi, '\\$&')
}
