/** Quoted words that nobody says: the name of a thing, a title, what a sign reads. */
import type { Language } from '../languages/language.ts'
import type { ResolvedFrame } from './coreference.ts'
import { type Token, textAt, tokenAt } from './text.ts'

const small = new Set('a an the of in on at to for and or but by with from as is de la le du vs'.split(' '))

/** Why nobody says the words; null when somebody may. */
export function nameOfThing(
  tokens: readonly Token[],
  at: number,
  words: string,
  frames: readonly ResolvedFrame[],
  language: Language,
): string | null {
  const before = tokens[at - 1]
  const list = words.replace(/[.,]$/, '').split(/\s+/)
  const ended = /[.?!…]["'’”]?$/.test(words)
  const near = before?.text === ',' || before?.text === ':' ? tokens[at - 2] : before
  const frame = frames.find(({ verb }) => verb === at - 1 || (verb === at - 2 && /^[:,]$/.test(before?.text ?? '')))
  if (near && language.has('naming', near.low)) return `${near.text}: the name of a thing`
  const bearer = tokenAt(tokens, at - 2)
  if (before && /^(?:dubbed|called)$/.test(before.low) && !frame?.person)
    return `${bearer.text} ${before.text}: the name of a thing`.trim()
  const isRead = /^(?:reading|reads?|saying|said|says|declaring|proclaiming)$/.test(before?.low ?? '')
  if (before && isRead && language.has('holders', bearer.low)) return `${bearer.text} ${before.text}: written, not said`
  if (frame?.class === 'saying') return null
  // `said on “Meet the Harbour.”`
  if (
    isTitle(list) &&
    (!ended || (before?.is === 'word' && /[.,]$/.test(words)) || (near && language.has('bearers', near.low)))
  )
    return 'written as a title'
  if (ended && list.length > 2) return null
  // `the “Salt” plan`
  const isNamed = list.length <= 2 && list.every((word) => /^\p{Lu}/u.test(word)) && !/[.?!,]$/.test(words)
  if (isNamed && before && language.has('definite', before.low) && /^\p{Ll}/u.test(textAt(tokens, at + 1)))
    return `${tokens[at + 1]?.text}: the words tell which one`
  if (near && language.has('bearers', near.low) && !ended && !frame?.person) return `${near.text}: the name of a thing`
  return null
}

/** Two or more words that all begin with a capital, small ones apart. */
function isTitle(list: readonly string[]): boolean {
  if (list.length < 2 || list.length > 9) return false
  const big = list.filter((word) => /^[“"‘'(]?[\p{Lu}\p{N}]/u.test(word))
  if (!list.every((word, index) => /^[“"‘'(]?[\p{Lu}\p{N}&]/u.test(word) || (index > 0 && small.has(word))))
    return false
  return big.length >= 3 || (big.length >= 2 && !/[.?!,]$/.test(list.at(-1) ?? ''))
}
