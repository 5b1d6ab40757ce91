import { compare } from '../lists.ts'
import type { Rule } from './rule.ts'
import * as all from './rules/index.ts'

/** All rules, in the order of their ids. */
export const rules: readonly Rule[] = Object.values(all).toSorted((a, b) => compare(a.id, b.id))
