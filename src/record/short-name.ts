/** What a page about a quote is called, in titles and links. */
import { toSource } from './speech.ts'
import type { Quote, Wording } from './types.ts'

/**
 * `Mara Łodzińska: We will not wait`, or `Mara Łodzińska, as Coast Wire reports: the town would not wait`; cut at a
 * word, and never in quotation marks.
 */
export function shortName(quote: Quote, most = 70): string {
  const [wording] = quote.wordings
  return wording ? `${toSource(wording)}: ${shortWords(wording, most)}` : quote.speaker.name
}

/** The words alone, where it is plain whose they are. */
export function shortWords({ parts }: Wording, most = 70): string {
  const words = parts.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' … ')
  return cut(words.replace(/\s+/g, ' ').trim(), most)
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most + 1)
  return `${whole.slice(0, Math.max(whole.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/u, '')} …`
}
