import type { Rule } from './rule.ts'
import * as all from './rules/index.ts'

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = Object.values(all).toSorted((a, b) => (a.id < b.id ? -1 : 1))
