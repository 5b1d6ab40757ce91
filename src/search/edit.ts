/** Changes a query as it was typed. */
import { small, toTokens } from './query.ts'
import { toWords } from './words.ts'

/** The query as typed with another word in place of a folded one; without it, when no other is given. */
export function replaceWord(text: string, word: string, other = ''): string {
  return text
    .split(' ')
    .map((token) => (toWords(token).includes(word) ? other : token))
    .filter(Boolean)
    .join(' ')
}

/** The query as typed, its words each as they are written. */
export function toLiteral(text: string): string {
  return toTokens(text)
    .map(({ isQuoted, operator, text }) => (isQuoted || operator || /^(?:OR|AND)$/.test(text) ? text : `"${text}"`))
    .join(' ')
}

/** The query as typed without the words that say nothing, outside of phrases; of phrases too, when they are to be loose words. */
export function simplify(text: string, isLoose: boolean): string {
  return toTokens(text)
    .flatMap(({ isNot, typed, isQuoted, value, text }) => {
      if (isNot || typed || (isQuoted && !isLoose)) return toWords(value).length > 0 ? text : []
      return value.split(' ').filter((word) => toWords(word).some((one) => !small.has(one)))
    })
    .join(' ')
}

/** The query as typed with an operator set to a value, or added; without it, when the value is empty. */
export function setOperator(text: string, operator: string, value: string): string {
  const kept = toTokens(text).filter((token) => token.operator !== operator || token.isNot)
  return [...kept.map((token) => token.text), ...(value ? [`${operator}:${value}`] : [])].join(' ')
}

/** The query as typed with one of an operator's several values put in or taken out. */
export function toggleOperator(text: string, operator: string, value: string): string {
  const tokens = toTokens(text)
  const kept = tokens.filter((token) => token.isNot || token.operator !== operator || token.value !== value)
  return [...kept.map((token) => token.text), ...(kept.length === tokens.length ? [`${operator}:${value}`] : [])].join(
    ' ',
  )
}

/** The query as typed with a span of time, `2025-08`, in place of its dates; without dates, when it is empty. */
export function setSpan(text: string, span: string): string {
  return setOperator(setOperator(text, 'from', span), 'to', span)
}

/** The words and phrases that a query leaves out, as typed. */
export function getWithout(text: string): string {
  return toTokens(text)
    .filter(({ isNot, typed }) => isNot && !typed)
    .map((token) => token.text.slice(1))
    .join(' ')
}

/** The query as typed with these words and phrases left out, in place of those that were. */
export function setWithout(text: string, without: string): string {
  const kept = toTokens(text).filter(({ isNot, typed }) => !isNot || typed)
  const left = toTokens(without).map((token) => `-${token.text.replace(/^-/, '')}`)
  return [...kept.map((token) => token.text), ...left].join(' ')
}
