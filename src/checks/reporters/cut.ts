import type { Problem } from '../../schema/problem.ts'

/** So many problems are told at once: more help nobody, and fill the log of a workflow. */
export const most = 300

/** The problems to tell, in their order, and how many are left: warnings rather than errors, later ones rather than earlier. */
export function cut(problems: readonly Problem[]): { told: readonly Problem[]; left: number } {
  if (problems.length <= most) return { told: problems, left: 0 }
  const errors = problems.filter(({ severity }) => severity === 'error').length
  let [errorsLeft, warningsLeft] = [Math.min(errors, most), most - Math.min(errors, most)]
  const told = problems.filter(({ severity }) => {
    if (severity === 'error') return errorsLeft-- > 0
    return warningsLeft-- > 0
  })
  return { told, left: problems.length - told.length }
}
