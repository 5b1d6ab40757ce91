/** Quoted words that nobody says: the name of a thing, a title, what a sign reads. */
import type { Language } from '../languages/language.ts'
import type { Place } from './quotes.ts'
import { textAt, tokenAt } from './text.ts'

/** Why nobody says the words; null when somebody may. */
export function nameOfThing({ tokens, at, heard: { frames }, language }: Place, words: string): string | null {
  const { has } = language
  const before = tokens[at - 1]
  const list = words.replace(/[.,]$/, '').split(/\s+/)
  const ended = /[.?!…]["'’”]?$/.test(words)
  const near = before?.text === ',' || before?.text === ':' ? tokens[at - 2] : before
  const frame = frames.find(({ verb }) => verb === at - 1 || (verb === at - 2 && /^[:,]$/.test(before?.text ?? '')))
  if (near && has('naming', near.low)) return `${near.text}: the name of a thing`
  const bearer = tokenAt(tokens, at - 2)
  if (before && /^(?:dubbed|called)$/.test(before.low) && !frame?.person)
    return `${bearer.text} ${before.text}: the name of a thing`.trim()
  const isRead = /^(?:reading|reads?|saying|said|says|declaring|proclaiming)$/.test(before?.low ?? '')
  if (before && isRead && has('holders', bearer.low)) return `${bearer.text} ${before.text}: written, not said`
  if (frame?.class === 'saying') return null
  // `said on “Meet the Harbour.”`
  const isHeld = (near && has('bearers', near.low)) || (before?.is === 'word' && /[.,]$/.test(words))
  if (isTitle(list, language) && (!ended || isHeld)) return 'written as a title'
  if (ended && list.length > 2) return null
  // `the “Salt” plan`
  const isNamed = list.length <= 2 && list.every((word) => /^\p{Lu}/u.test(word)) && !/[.?!,]$/.test(words)
  if (isNamed && before && has('definite', before.low) && /^\p{Ll}/u.test(textAt(tokens, at + 1)))
    return `${tokens[at + 1]?.text}: the words tell which one`
  if (near && has('bearers', near.low) && !ended && !frame?.person) return `${near.text}: the name of a thing`
  return null
}

/** Two or more words that all begin with a capital, small ones apart. */
function isTitle(list: readonly string[], { has }: Language): boolean {
  if (list.length < 2 || list.length > 9) return false
  const big = list.filter((word) => /^[“"‘'(]?[\p{Lu}\p{N}]/u.test(word))
  if (!list.every((word, index) => /^[“"‘'(]?[\p{Lu}\p{N}&]/u.test(word) || (index > 0 && has('title-words', word))))
    return false
  return big.length >= 3 || (big.length >= 2 && !/[.?!,]$/.test(list.at(-1) ?? ''))
}
