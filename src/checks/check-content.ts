import { compare } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import type { Problem } from '../schema/problem.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** All problems of a content, by file and place. */
export function checkContent(content: Content, chosen: readonly Rule[] = rules): Problem[] {
  const problems: Problem[] = []
  for (const { id, severity, check } of chosen) {
    check(content, (finding) => problems.push({ ...finding, rule: id, severity }))
  }
  return problems.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line ?? 0, b.line ?? 0) ||
      compare(a.column ?? 0, b.column ?? 0) ||
      compare(a.rule, b.rule),
  )
}
