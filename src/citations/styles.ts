/**
 * References in the three styles that people are asked for, as plain text: of the article where it or words in it are
 * cited, of our page where that is. APA 7 (Publication Manual, 2020, 9.11 and 10.1: groups as authors, newspapers),
 * MLA 9 (Handbook, 2021, 5.22 to 5.99) and Chicago 18 (Manual of Style, 2024, 14.87 ff., bibliography).
 */
import { UTCDate } from '@date-fns/utc/date'
import { lightFormat } from 'date-fns/lightFormat'
import type { Citation } from './citation.ts'
import { toSentence } from './note.ts'

/** `Bloomberg. (2025, August 21). Title. NDTV Profit. https://…` */
export function toApa(citation: Citation): string {
  const { agency, title, work } = citation
  const author = agency ?? work
  const source = author === work ? '' : `${toSentence(work)} `
  const date = toDay(citation, ({ day, month, year }) => `${year}, ${month} ${day}`) ?? 'n.d.'
  return `${toSentence(author)} (${date}). ${toSentence(title)} ${source}${addressOf(citation)}`
}

/** `Bloomberg. “Title.” NDTV Profit, 21 Aug. 2025, https://…. Accessed 28 Nov. 2026.` A group that publishes itself is no author. */
export function toMla(citation: Citation, accessed: string | null = null): string {
  const { agency, title, work } = citation
  const source = [work, toMlaDay(citation.published) ?? citation.publishedWords, addressOf(citation)].filter(Boolean)
  const visited = accessed ? ` Accessed ${toSentence(toMlaDay(accessed) ?? '')}` : ''
  return `${agency ? `${toSentence(agency)} ` : ''}“${toSentence(title)}” ${source.join(', ')}.${visited}`
}

/** `Bloomberg. “Title.” NDTV Profit, August 21, 2025. https://….` */
export function toChicago(citation: Citation): string {
  const { agency, title, work } = citation
  const date = toDay(citation, ({ day, month, year }) => `${month} ${day}, ${year}`)
  const source = [work, date].filter(Boolean).join(', ')
  return `${toSentence(agency ?? work)} “${toSentence(title)}” ${toSentence(source)} ${addressOf(citation)}.`
}

/** MLA shortens the months that have more than four letters. */
function toMlaDay(iso: string | null): string | null {
  if (!iso) return null
  const { day, month, year } = partsOf(iso)
  const short = month.length <= 4 ? month : month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`
  return `${day} ${short} ${year}`
}

/** A day in the order of a style; where there is none, the date in words. */
function toDay({ published, publishedWords }: Citation, order: (parts: Parts) => string): string | null {
  return published ? order(partsOf(published)) : publishedWords
}

interface Parts {
  day: string
  month: string
  year: string
}

/** All three styles name months in English. */
const months = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' })

function partsOf(iso: string): Parts {
  const date = new UTCDate(iso)
  return { day: lightFormat(date, 'd'), month: months.format(date), year: lightFormat(date, 'yyyy') }
}

/** Without what makes a browser look for the words: a list of references names the article, often on paper. */
function addressOf({ address, ours }: Citation): string {
  return (address ?? ours).replace(/#?:~:.*$/s, '')
}
