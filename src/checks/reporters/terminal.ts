/** Problems as an editor reads them in a terminal. */
import { type Problem, shorten } from '../../schema/problem.ts'
import { cut } from './cut.ts'
import { most, toSentence, toVisible } from './sentence.ts'

/** Width to which the rule's name is pushed out. */
const width = 88

/**
 * The report: files with their problems, then the sum and the next command. Empty when there are no problems; of very many
 * some hundred are told, and how many more there are.
 */
export function toTerminal(problems: readonly Problem[], folder: string): string {
  if (problems.length === 0) return ''
  const lines: string[] = []
  const { told, left } = cut(problems)
  for (const [file, list] of Map.groupBy(told, ({ file }) => file)) {
    const places = list.map(toPlace)
    const placeWidth = Math.max(...places.map((place) => place.length))
    lines.push(toVisible(`${folder}/${file}`))
    for (const [index, problem] of list.entries()) {
      const head = `  ${(places[index] ?? '').padStart(placeWidth)}${placeWidth > 0 ? '  ' : ''}${problem.severity}  `
      lines.push(...toLines(problem, head))
    }
  }
  if (left > 0) lines.push(`… and ${left.toLocaleString('en')} more, which are told once these are mended.`)
  return `${[...lines, toSum(problems)].join('\n')}\n`
}

function toLines(problem: Problem, head: string): string[] {
  const { hint, rule } = problem
  const { hint: _, ...first } = problem
  const lines = [head + toVisible(toSentence(first))]
  if (hint) lines.push(' '.repeat(head.length) + toVisible(shorten(hint, most)))
  const last = lines.pop() ?? ''
  return [
    ...lines,
    last.length + 2 + rule.length > width ? `${last}  ${rule}` : last.padEnd(width - rule.length) + rule,
  ]
}

function toPlace({ line, column }: Problem): string {
  return line === undefined ? '' : column === undefined ? `${line}` : `${line}:${column}`
}

function toSum(problems: readonly Problem[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const kinds = [...(errors ? [count(errors, 'error')] : []), ...(warnings ? [count(warnings, 'warning')] : [])]
  const files = new Set(problems.map(({ file }) => file)).size
  return `${kinds.join(' and ')} in ${count(files, 'file')}. \`npm run check -- --explain ${problems[0]?.rule}\` tells more.`
}
