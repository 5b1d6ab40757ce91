/** Every rule that can be switched off, in the order in which they are asked. */
import { dateRules } from './dates.ts'
import type { Rule } from './rule.ts'
import { lookAhead, quoteRules } from './who/quotes.ts'
import { reportedRules } from './who/reported.ts'

/** The rules for speakers and for reported speech. */
export const whoRules: readonly Rule[] = [...quoteRules, lookAhead, ...reportedRules]

/** The names of all rules. */
export const ruleNames: readonly string[] = [...whoRules, ...dateRules].map(({ name }) => name)
