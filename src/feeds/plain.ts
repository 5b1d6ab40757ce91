/** Text without what no format may carry. Every serialiser of this room sends its text through here first. */

const controls = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** A UTF-16 unit that may be one of them or half of one: few texts have any, and it is found ten times as fast. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const suspect = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/

/** Leaves out control characters (tab and line breaks stay), halves of surrogate pairs and noncharacters. */
export function toPlain(text: string): string {
  return suspect.test(text) ? text.replace(controls, '') : text
}

/** The same in one line: white space folded, line and paragraph separators too. */
export function toLine(text: string): string {
  return toPlain(text).replace(/\s+/g, ' ').trim()
}

/** An address that may stand in a link: on the web or of this site; null for any other, as `javascript:`. */
export function toAddress(address: string): string | null {
  const plain = toPlain(address)
    .trim()
    .replace(/[\s<>"`{}|\\^]/g, encodeURIComponent)
  return /^(?:https?:\/\/|\/(?!\/))/i.test(plain) ? plain : null
}
