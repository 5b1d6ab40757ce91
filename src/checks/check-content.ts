import { compare } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import { settingsFile, wordsFile } from '../loaders/names.ts'
import type { Problem } from '../schema/problem.ts'
import type { Finding, Rule } from './rule.ts'
import { rules } from './rules.ts'

/** All problems of a content, by file and place. */
export function checkContent(content: Content, chosen: readonly Rule[] = rules): Problem[] {
  const problems: Problem[] = []
  for (const { id, severity, check } of chosen) {
    check(content, (finding) => problems.push({ ...toFilePlace(finding), rule: id, severity }))
  }
  return problems.sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.line ?? 0, b.line ?? 0) ||
      compare(a.column ?? 0, b.column ?? 0) ||
      compare(a.rule, b.rule),
  )
}

/** Settings and words are read as if a line of hyphens stood above them. */
function toFilePlace(finding: Finding): Finding {
  const { file, line } = finding
  return (file === settingsFile || file === wordsFile) && line !== undefined
    ? { ...finding, line: Math.max(line - 1, 1) }
    : finding
}
