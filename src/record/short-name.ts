/** What a page about a quote is called, in titles and links. */
import type { Quote } from './types.ts'

/** `Volodymyr Zelensky: There can be no meeting in Moscow`, cut at a word; never in quotation marks. */
export function shortName({ speaker, wordings }: Quote, most = 70): string {
  const words = (wordings[0]?.parts ?? []).flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
  return `${speaker.name}: ${cut(words.replace(/\s+/g, ' ').trim(), most)}`
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most + 1)
  return `${whole.slice(0, Math.max(whole.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/u, '')} …`
}
