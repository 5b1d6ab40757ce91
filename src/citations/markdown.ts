/** Words with their attribution as Markdown, ready to paste. Only direct words become a block quotation. */
import { toAddress, toLine } from '../feeds/plain.ts'
import { say } from '../words/say.ts'
import type { Citation } from './citation.ts'
import { toText } from './text.ts'

/** Empty where no words of a speaker are cited. */
export function toMarkdown({
  address,
  archived,
  credit,
  direct,
  occasion,
  ours,
  publishedWords,
  siteName,
  speaker,
  words,
}: Citation): string {
  if (!speaker || words === null) return ''
  const source = [
    ...(occasion ? [escapeMarkdown(occasion)] : []),
    `${toLink(credit, address)}, ${publishedWords}`,
    ...(archived ? [toLink('archived copy', archived.address)] : []),
    toLink(siteName, ours),
  ].join('; ')
  const name = toLink(speaker.name, speaker.url)
  return direct === null
    ? `${say('cite.reports', { credit: escapeMarkdown(credit), name, words: escapeMarkdown(words) })} (${source})`
    : `> ${escapeMarkdown(words)}\n>\n> — ${name}; ${source}`
}

/** A line of a list of sources: what is cited need not be words. */
export function toMarkdownLine(citation: Citation): string {
  return escapeMarkdown(toText(citation))
}

function toLink(text: string, address: string | null): string {
  const href = address && toAddress(address)
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
