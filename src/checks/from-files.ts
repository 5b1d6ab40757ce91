import type { Content } from '../loaders/content.ts'
import type { Finding } from './rule.ts'

/** The check of a rule whose problems are found while a file is read. */
export function fromFiles(id: string): (content: Content, report: (finding: Finding) => void) => void {
  return (content, report) => {
    for (const { rule, severity, ...finding } of content.problems) if (rule === id) report(finding)
  }
}
