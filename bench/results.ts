/** `RESULTS.md`: sections, of which a run replaces its own. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, 'RESULTS.md')

/** Puts a section in place of the one with the same heading, or at the end. */
export function writeSection(heading: string, body: string): void {
  const [top = '# Results\n', ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const text = `## ${heading}\n\n${body.trim()}\n`
  const at = sections.findIndex((section) => section.startsWith(`## ${heading}\n`))
  if (at === -1) sections.push(text)
  else sections[at] = text
  const rest = sections.filter((section) => !section.startsWith(`## ${goals}\n`))
  writeFileSync(file, [top, describeGoals(rest), ...rest].map((part) => `${part.trim()}\n`).join('\n'))
  console.log(text)
}

const goals = 'Goals'

/** Every goal of the sections in one table, with what came of it. */
export function describeGoals(sections: readonly string[]): string {
  const rows = sections.flatMap((section) => {
    const [name = '', ...parts] = section.replace(/^## /, '').split(/^### /m)
    const heading = (name.split('\n')[0] ?? '').trim()
    return [name.replace(/^.*\n/, '\n'), ...parts].flatMap((part) => {
      const under = (part.split('\n')[0] ?? '').trim()
      return [...part.matchAll(/^- (met|\*\*missed\*\*): (.*(?:\n {2}.*)*)$/gm)].map(([, outcome = '', words = '']) => [
        under ? `${heading}, ${under}` : heading,
        outcome === 'met' && words.includes('**missed**') ? '**partly**' : outcome,
        words.replace(/\s+/g, ' '),
      ])
    })
  })
  return `## ${goals}\n\nAs the sections below have them.\n\n${table(['section', 'outcome', 'what'], rows)}`
}

/** A table in Markdown, numbers to the right. */
export function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)).join(' | ')} |`
  const isNumber = (cell: string | number = '') =>
    typeof cell === 'number' || /^(× )?\d[\d.,]*( \([\d.,]+\))?$/.test(cell)
  const rule = head.map((_, index) => (index > 0 && rows.some((row) => isNumber(row[index])) ? '---:|' : '---|'))
  return [line(head), `|${rule.join('')}`, ...rows.map(line)].join('\n')
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
