/**
 * Problems as workflow commands, with which GitHub marks the lines of a pull request
 * (docs.github.com/actions, "Workflow commands"). GitHub shows ten errors and ten warnings a step.
 */
import type { Problem } from '../../schema/problem.ts'
import { cut } from './cut.ts'
import { toSentence, toVisible } from './sentence.ts'

/**
 * One command a line, errors first; empty when there are no problems. Of very many some hundred are told, and in a notice
 * how many more there are. `folder` is that of the content.
 */
export function toGithub(problems: readonly Problem[], folder: string): string {
  const { told, left } = cut(problems)
  const commands = told.toSorted((a, b) => weigh(a) - weigh(b)).map((problem) => toCommand(problem, folder))
  if (left > 0) commands.push(`::notice::${left} more problems are told once these are mended.`)
  return commands.map((command) => `${command}\n`).join('')
}

function toCommand(problem: Problem, folder: string): string {
  const { file, line, column, rule, severity } = problem
  const properties = { file: `${folder}/${file}`, line, col: column, title: rule }
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  )
  return `::${severity} ${given.join(',')}::${escapeMessage(toVisible(toSentence(problem)))}`
}

function escapeMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

function weigh({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1
}
