/** A wording as plain text, for feeds, citations and pictures: only what is quoted stands in quotation marks. */
import { toNarrative } from './sources.ts'
import type { Quote, Report, Wording } from './types.ts'

/** `“We do not need ferries”`, or `the town would “not wait” for ferries`; parts joined by ` … `. */
export function toSpeech({ parts }: Pick<Wording, 'parts'>): string {
  const texts = parts.map(({ pieces }) => pieces.map(({ text, quoted }) => (quoted ? `“${text}”` : text)).join(''))
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).join(' … ')
}

/** Whose words follow: `Mara Łodzińska`, or `Mara Łodzińska, as Coast Wire reports` when they are not direct. */
export function toSource({ kind, quote, article }: Wording): string {
  return kind === 'direct' ? quote.speaker.name : `${quote.speaker.name}, as ${article.outlet.name} reports`
}

/** Speaker and words in one line, reported speech introduced as such. */
export function toSpeechLine(wording: Wording): string {
  return `${toSource(wording)}: ${toSpeech(wording)}`
}

/** The most literal wording in one line; the speaker's name where there is none. */
export function toQuoteLine({ wordings, speaker }: Quote): string {
  return wordings[0] ? toSpeechLine(wordings[0]) : speaker.name
}

/** An outlet's own words for an event, parts joined by ` … `; quoted terms without their marks. */
export function toReportLine({ article, parts, text }: Report): string {
  return parts.length > 0 ? parts.map((part) => toNarrative(part, article)).join(' … ') : text
}
