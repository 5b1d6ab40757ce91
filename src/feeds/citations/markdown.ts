/** A quote with its attribution as Markdown, ready to paste. Only direct words become a block quotation. */
import { urls } from '../../urls.ts'
import type { SpokenView } from '../../views/quote.ts'
import { toCredit } from '../../words/articles.ts'
import { toWords } from '../../words/dates.ts'
import { toSpeech } from '../../words/quotes.ts'
import { toAddress, toLine } from '../plain.ts'

export function toMarkdown(spoken: SpokenView, site: { name: string }): string {
  const { links, said, url, wording } = spoken
  const outlet = toCredit(wording)
  const context = wording.context ?? spoken.context
  const source = [
    ...(said ? [`said ${toWords(said)}`] : []),
    ...(context ? [escapeMarkdown(context)] : []),
    `${toLink(outlet, wording.sourceUrl)}, ${toWords(wording.published)}`,
    toLink(site.name, urls.absolute(url)),
  ].join('; ')
  const name = toLink(links.speaker.name, urls.absolute(links.speaker.url))
  const words = escapeMarkdown(toSpeech(wording))
  return wording.kind === 'direct'
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
