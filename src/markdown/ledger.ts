/**
 * The ledger at the foot of an article, as it was meant. A line that Markdown does not take for a definition is text to it:
 * its title in curly marks, no blank line before it, no colon, four blanks at its head. Then no link of the article is one.
 * Such lines are mended before the article is read, and told: one cause, not its consequences.
 */

export interface LedgerFault {
  what: 'marks' | 'blank' | 'colon' | 'indent'
  /** In the body, from 1. */
  line: number
  column: number
  /** The line, or what is wrong in it, as it should be. */
  right: string
}

export interface MendedBody {
  body: string
  faults: LedgerFault[]
  /** Lines of the mended body that are not in the file, from 1, in order. */
  added: number[]
}

/** A line that is meant as a definition: its label, and an address in the record. */
const meant = /^([ \t]*)\[([^[\]\n]{1,200})\](:?)[ \t]*(\.\.?\/(?:speakers|events)\/\S+)[ \t]*(.*)$/

/** What Markdown takes for one. */
const sound =
  /^ {0,3}\[(?:[^[\]\\]|\\.)+\]:[ \t]*\S+(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t]*$/

/** Marks round a title. */
const marks = /^["'“”„‟«»‘’‚‹›(]+|["'“”„‟«»‘’‹›)]+$/g

/** A link with its address, whose title stands in curly marks. */
const curlyInline = /\]\((\.\.?\/(?:speakers|events)\/[^\s()]{1,300})[ \t]+[“”„«‘]([^“”„«»‘’"()\n]{0,300})[”“»’]\)/g

/** Mends what is meant as a ledger; most bodies need nothing. */
export function mendLedger(body: string): MendedBody {
  const faults: LedgerFault[] = []
  const lines: string[] = []
  const added: number[] = []
  let isLedger = false
  for (const [index, line] of body.split('\n').entries()) {
    const at = { line: index + 1, column: 1 }
    const [, indent = '', label = '', colon = '', address = '', rest = ''] = line.includes('.md')
      ? (meant.exec(line) ?? [])
      : []
    const title = rest.replace(marks, '').replaceAll('"', '').trim()
    const right = `[${label}]: ${address}${title === '' ? '' : ` "${title}"`}`
    if (address === '' || !sound.test(right)) {
      lines.push(mendInline(line, index + 1, faults))
      isLedger = sound.test(line) || (isLedger && /^[ \t]+["'(]/.test(line))
      continue
    }
    const isSound = sound.test(line)
    if (!isSound) {
      const what = colon === '' ? 'colon' : sound.test(line.trimStart()) ? 'indent' : 'marks'
      faults.push({ what, ...at, column: indent.length + 1, right })
    }
    if (!isLedger && isText(lines.at(-1) ?? '')) {
      if (isSound) faults.push({ what: 'blank', ...at, right: line.trim() })
      lines.push('')
      added.push(lines.length)
    }
    lines.push(isSound ? line : right)
    isLedger = true
  }
  return faults.length === 0 ? { body, faults, added: [] } : { body: lines.join('\n'), faults, added }
}

function mendInline(line: string, number: number, faults: LedgerFault[]): string {
  if (!line.includes('](.')) return line
  return line.replace(curlyInline, (found, address: string, title: string, offset: number) => {
    const right = `](${address} "${title}")`
    faults.push({ what: 'marks', line: number, column: offset + 1, right })
    return right.padEnd(found.length)
  })
}

/** Whether a line is of a paragraph, which a definition cannot interrupt. */
function isText(line: string): boolean {
  return line.trim() !== '' && !/^ {0,3}(?:#{1,6}(?:[ \t]|$)|[-=*_]{3,}[ \t]*$|```|~~~)/.test(line)
}
