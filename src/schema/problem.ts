/** How a refusal is worded: what was found, what was expected, and the nearest right answer or the next command. */
export interface Problem {
  /** Path of the file from the content folder. */
  file: string
  /** From 1; left out where it is unknown. */
  line?: number
  column?: number
  /** Id of the rule. */
  rule: string
  severity: 'error' | 'warning'
  found: string
  expected: string
  hint?: string | undefined
}

/** A character as its code point: `U+202E`. */
export function toCode(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Words as a message quotes them. */
export function shorten(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
