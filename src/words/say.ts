/** Says our words in the language of the story. Every word that a reader sees and nobody has said comes from here. */
import { readMessage } from './icu.ts'
import english from './languages/en.json' with { type: 'json' }
import { type Message, toParts, toText, type Values } from './message.ts'

/** The name of a message: those of the English catalogue, which has them all. */
export type Key = keyof typeof english

/** Texts by key, in ICU MessageFormat. */
export type Catalogue = { readonly [key: string]: string }

let language = 'en'
let texts: Catalogue = english
let spoken = new Map<string, Message>()
const reset: (() => void)[] = []

/** From now on everything is said in this language, what its catalogue lacks in English. */
export function speak(tag: string, catalogue: Catalogue = tag === 'en' ? english : {}): void {
  language = tag
  texts = catalogue
  spoken = new Map()
  for (const forget of reset) forget()
}

/** Has something forgotten when another language is spoken. */
export function onSpeak(forget: () => void): void {
  reset.push(forget)
}

/** The language that is spoken. */
export function spokenLanguage(): string {
  return language
}

/** Whether a message is said in English for want of another. Signs and their order are no English. */
export function isMissing(key: Key): boolean {
  return !Object.hasOwn(texts, key) && hasWords(english[key])
}

/** Whether a text of a catalogue has words: one that has none, `{from} – {to}`, a language needs only where its signs are others. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''))
}

/** A message as one text. */
export function say(key: Key, values?: Values<never>): string {
  return toText(messageOf(key), languageOf(key), values)
}

/** A message with elements in it: texts and elements in their order. */
export function sayWith<Part>(key: Key, values: Values<Part>): (string | Part)[] {
  return toParts(messageOf(key), languageOf(key), values)
}

/** A word of the record, of which we have a few by name (`status.held`); one of the story's own as it stands. */
export function nameOf(room: string, word: string): string {
  const key = `${room}.${word}`
  return Object.hasOwn(english, key) || Object.hasOwn(texts, key) ? say(key as Key) : word
}

function languageOf(key: Key): string {
  return isMissing(key) ? 'en' : language
}

function messageOf(key: Key): Message {
  let message = spoken.get(key)
  if (message === undefined) {
    message = readMessage(texts[key] ?? english[key])
    spoken.set(key, message)
  }
  return message
}
