/** Whether a line reads as prose, in any script. */

/** What ends a sentence, script by script (Unicode Standard Annex 29, `STerm`), with what may close after it: marks, and the sign that ends an article. */
const ended = /(?:[.!?…。．！？｡।॥۔؟።፧။։៕᙮]|\.\.\.)[\s"”’»'“)\]」』›]*(?:\[\d+\])?[\s♦◆■▪●□∎]*$/u
const opened = /^["“‘„«「『‹]/
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** A line that reads as a sentence or more. */
export function isProse(text: string): boolean {
  const dense = text.match(unspaced)?.length ?? 0
  if (dense > text.length / 2) return dense >= (ended.test(text) ? 8 : 40)
  const words = text.split(/\s+/).length
  if (words < 3) return false
  if (ended.test(text)) return words >= 4 || opened.test(text)
  if (/[:,]["”’»'“]*$/.test(text) && words >= 6) return true
  if (opened.test(text) && words >= 10) return true
  return words >= 28
}

/** Whether a line ends as a sentence does. */
export function isEnded(text: string): boolean {
  return ended.test(text)
}

/** The words of a text alone: small letters and numbers, one space between two. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
