import type { Content } from '../loaders/content.ts'
import { findPlace } from '../loaders/front-matter.ts'
import type { Problem } from '../schema/problem.ts'

/** A problem as a rule reports it: its id and severity are the rule's. */
export type Finding = Omit<Problem, 'rule' | 'severity'>

/** Content files, by path from the content folder. */
export interface Texts {
  [path: string]: string
}

/** One thing that content must be. A rule sees all of the content and reports everything it finds. */
export interface Rule {
  id: string
  severity: Problem['severity']
  /** What it asks for, in one sentence. */
  what: string
  /** Why, in one sentence. */
  why: string
  /** Files that break the rule and files that keep it, laid over a small sound record; they are the rule's test. */
  example: { wrong: Texts; right: Texts }
  check: (content: Content, report: (finding: Finding) => void) => void
}

/** Where a value of a file's front matter stands. */
export function placeOf(
  content: Content,
  file: string,
  path: readonly PropertyKey[],
): { line: number; column: number } | null {
  const split = content.files.get(file)?.split
  return split ? findPlace(split, path) : null
}
