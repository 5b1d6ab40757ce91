/** Problems for programs. */
import type { Problem } from '../../schema/problem.ts'
import { cut } from './cut.ts'
import { toSentence } from './sentence.ts'

/**
 * `{ version, errors, warnings, left, problems }`; paths begin with the content's folder, unknown places are left out.
 * `errors` and `warnings` count all of them; of very many, `left` are not among `problems`.
 */
export function toJson(problems: readonly Problem[], folder: string): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const { told, left } = cut(problems)
  const list = told.map((problem) => {
    const { file, line, column, rule, severity, found, expected, hint } = problem
    const message = toSentence(problem)
    return { file: `${folder}/${file}`, line, column, rule, severity, message, found, expected, hint }
  })
  return `${JSON.stringify({ version: 1, errors, warnings: problems.length - errors, left, problems: list }, null, 2)}\n`
}
