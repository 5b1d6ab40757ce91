/** Numbers and lists in English. */

/** A number with its noun: `1 event`, `31 events`, `1,200 events`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${toNumber(number)} ${number === 1 ? noun : plural}`
}

/** `1,200` */
export function toNumber(number: number): string {
  return number.toLocaleString('en')
}

const list = new Intl.ListFormat('en-GB')

/** `The Ledger and Coast Wire`; of many the first three. */
export function listNames(names: readonly string[]): string {
  return list.format(names.length > 3 ? [...names.slice(0, 3), count(names.length - 3, 'other')] : names)
}

/** `decision, meeting and vote`, however many there are. */
export function listWords(words: readonly string[]): string {
  return list.format(words)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
