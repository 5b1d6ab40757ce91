/** Numbers and lists. */
import { toLocale } from './locale.ts'
import { toNumber as toNumberIn } from './message.ts'
import { type Key, onSpeak, say, spokenLanguage } from './say.ts'

/** What is counted. */
export type Counted = Extract<Key, `count.${string}`> extends `count.${infer Name}` ? Name : never

/** A number with its noun: `1 event`, `31 events`, `1,200 events`. */
export function count(n: number, what: Counted): string {
  return say(`count.${what}`, { n })
}

/** `1,200` */
export function toNumber(number: number): string {
  return toNumberIn(number, spokenLanguage())
}

let list: Intl.ListFormat | undefined
onSpeak(() => {
  list = undefined
})

/** `The Ledger and Coast Wire`, all of them. */
export function listAll(names: readonly string[]): string {
  list ??= new Intl.ListFormat(spokenLanguage() === 'en' ? 'en-GB' : toLocale(spokenLanguage()))
  return list.format(names)
}

/** `The Ledger and Coast Wire`; of many the first three. */
export function listNames(names: readonly string[]): string {
  return listAll(names.length > 3 ? [...names.slice(0, 3), count(names.length - 3, 'others')] : names)
}

/** Texts with commas between them: `1 event, 3 statements`; or semicolons, or a colon, or the last in brackets. */
export function joinWords(texts: readonly string[], by: 'comma' | 'clauses' | 'colon' | 'brackets' = 'comma'): string {
  return texts.length > 0 ? texts.reduce((before, after) => say(by, { before, after })) : ''
}

/** Those of some texts that say something, with commas, or semicolons, between them. */
export function joinKnown(
  texts: readonly (string | null | undefined | false)[],
  by: 'comma' | 'clauses' = 'comma',
): string {
  return joinWords(
    texts.filter((text): text is string => Boolean(text)),
    by,
  )
}

/** A sentence with its full stop, unless it ends on a mark of its own. */
export function toSentence(text: string): string {
  return isSentence(text) ? text : say('stop', { sentence: text })
}

/** Whether a text ends on the mark of a sentence. */
export function isSentence(text: string): boolean {
  return /[.?!。？！؟।]$/u.test(text)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
