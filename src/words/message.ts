/** Messages as they are said: what `icu.ts` makes of a text of a catalogue. Plain JSON, for the browser too. */

import { getOrMake } from '../lists.ts'
import { toLocale } from './locale.ts'

/** A text, or its pieces in their order. */
export type Message = string | readonly Piece[]

type Options = { readonly [name: string]: Message }

/** An argument; a choice by one; what stands in a tag. */
type Argument =
  | readonly [by: 'value', name: string]
  | readonly [by: 'select' | 'cardinal' | 'ordinal', name: string, options: Options]
  | readonly [by: 'tag', name: string, inner: Message]

/** Text, the number of the plural that it stands in, or an argument. */
export type Piece = string | 0 | Argument

export type Plain = string | number

/** Values by the names of arguments. What is neither text nor number is left as it is: a link, an element. */
export type Values<Part> = { readonly [name: string]: Plain | Part | ((words: (Plain | Part)[]) => Part) }

/** The message with its values, one text where all of them are. Throws when a value is missing. */
export function toParts<Part = never>(
  message: Message,
  language: string,
  values: Values<Part> = {},
): (string | Part)[] {
  const parts: (string | Part)[] = []
  const add = (part: string | Part): void => {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (part !== '') parts.push(part)
  }
  const write = (one: Message, number: number): void => {
    for (const piece of typeof one === 'string' ? [one] : one) {
      if (piece === 0) add(toNumber(number, language))
      else if (typeof piece === 'string') add(piece)
      else writeArgument(piece, number)
    }
  }
  const writeArgument = (piece: Argument, number: number): void => {
    const [by, name, inner] = piece
    const value = values[name]
    if (value === undefined) throw new Error(`No value for {${name}}.`)
    if (by === 'value') add(typeof value === 'number' ? toNumber(value, language) : (value as string | Part))
    else if (by === 'tag') add((value as (words: (string | Part)[]) => Part)(toParts(inner, language, values)))
    else if (by === 'select') write(pick(inner, String(value)), number)
    else {
      const count = Number(value)
      write(pick(inner, `=${count}`, rulesOf(language, by).select(count)), count)
    }
  }
  write(message, 0)
  return parts
}

/** The first of some options that there is, else the last one of all. */
function pick(options: Options, ...names: string[]): Message {
  const name = [...names, 'other'].find((one) => Object.hasOwn(options, one))
  return options[name ?? ''] ?? ''
}

/** The message as one text. */
export function toText(message: Message, language: string, values: Values<never> = {}): string {
  return typeof message === 'string' ? message : toParts(message, language, values).join('')
}

/** `1,200`, in the digits of dates and addresses. */
export function toNumber(number: number, language: string): string {
  return getOrMake(formats, language, () => new Intl.NumberFormat(toLocale(language))).format(number)
}

const formats = new Map<string, Intl.NumberFormat>()
const rules = new Map<string, Intl.PluralRules>()

function rulesOf(language: string, type: 'cardinal' | 'ordinal'): Intl.PluralRules {
  return getOrMake(rules, `${type} ${language}`, () => new Intl.PluralRules(language, { type }))
}
