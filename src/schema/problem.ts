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
  hint?: string
}
