/** Reads ICU MessageFormat, the form of the catalogues (unicode-org.github.io/icu/userguide/format_parse/messages). */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Message, Piece } from './message.ts'

/** A text of a catalogue as it is said. Throws when it cannot be read, or asks for what we do not have. */
export function readMessage(text: string): Message {
  return toMessage(parse(text, { shouldParseSkeletons: false }))
}

function toMessage(elements: readonly MessageFormatElement[]): Message {
  const pieces = elements.map(toPiece)
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : pieces
}

function toPiece(element: MessageFormatElement): Piece {
  switch (element.type) {
    case TYPE.literal:
      return element.value
    case TYPE.pound:
      return 0
    case TYPE.argument:
      return ['value', element.value]
    case TYPE.tag:
      return ['tag', element.value, toMessage(element.children)]
    case TYPE.select:
    case TYPE.plural: {
      const options = Object.entries(element.options).map(([name, { value }]) => [name, toMessage(value)] as const)
      const by = element.type === TYPE.select ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal'
      return [by, element.value, Object.fromEntries(options)]
    }
    default:
      throw new Error(`{${element.value}} asks for a form of numbers or dates: these are made where they are said.`)
  }
}

/** What a message asks for: names of its arguments and, with their brackets, of its tags, those that it shows; and its choices by plural. */
export function listArguments(message: Message): {
  names: Set<string>
  shown: Set<string>
  plurals: { ordinal: boolean; forms: string[] }[]
} {
  const names = new Set<string>()
  const shown = new Set<string>()
  const plurals: { ordinal: boolean; forms: string[] }[] = []
  const look = (one: Message): void => {
    if (typeof one === 'string') return
    for (const piece of one) {
      if (typeof piece === 'string' || piece === 0) continue
      const [by, name, inner] = piece
      const own = by === 'tag' ? `<${name}>` : name
      names.add(own)
      // What only chooses among words may choose among none.
      const isCounted = by !== 'value' && by !== 'tag' && Object.values(inner).some((one) => one.includes(0 as never))
      if (by === 'value' || by === 'tag' || isCounted) shown.add(own)
      if (by === 'value') continue
      if (by === 'tag') look(inner)
      else for (const option of Object.values(inner)) look(option)
      if (by === 'cardinal' || by === 'ordinal') plurals.push({ ordinal: by === 'ordinal', forms: Object.keys(inner) })
    }
  }
  look(message)
  return { names, shown, plurals }
}
