/** Front matter against its schema: each refusal with line and column, in words an editor can act on. */
import type { z } from 'zod'
import { idForm } from '../schema/fields.ts'
import { suggest } from '../schema/nearest.ts'
import type { Problem } from '../schema/problem.ts'
import { findPlace, type SplitFile } from './front-matter.ts'
import type { Name } from './names.ts'

/** The data the schema makes of the front matter (null when refused), and what is refused. */
export function judgeData(
  path: string,
  name: Name,
  split: SplitFile,
  schema: z.ZodObject,
): { data: object | null; problems: Problem[] } {
  const problems = [...judgeName(name), ...judgeSource(split)]
  const result = split.data ? schema.safeParse(split.data) : null
  if (result && !result.success) {
    problems.push(...result.error.issues.flatMap(toNearestIssues).flatMap((issue) => judgeIssue(issue, split, schema)))
  }
  return {
    data: problems.length === 0 && result?.success ? result.data : null,
    problems: problems.map((problem) => ({ file: path, severity: 'error', ...problem })),
  }
}

type Refusal = Omit<Problem, 'file' | 'severity'>

function judgeName({ id }: Name): Refusal[] {
  const wrong = id.split('/').filter((part) => !idForm.test(part))
  const expected = 'small letters a to z, digits and single hyphens, as `volodymyr-zelensky`'
  return wrong.map((part) => ({ rule: 'file-name', found: `name of a file \`${part}\``, expected }))
}

function judgeSource({ source, errors }: SplitFile): Refusal[] {
  const rule = 'front-matter'
  if (source === null) {
    const expected = 'a first line `---`, the fields, and a line `---` again'
    return [{ rule, line: 1, column: 1, found: 'file without front matter', expected }]
  }
  return errors.map(({ message, line, column }) => {
    return { rule, line, column, found: `YAML (${message})`, expected: 'a field and its value, as `name: value`' }
  })
}

/** The parts of a zod issue that words are made of. */
interface Issue {
  path: PropertyKey[]
  code?: string
  message: string
  keys?: string[]
  values?: unknown[]
}

/** Of a union the branch speaks that came furthest, instead of "Invalid input". */
function toNearestIssues(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue as Issue]
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length))
  const branches = issue.errors.map((errors) => errors.flatMap(toNearestIssues))
  const [nearest = []] = branches.toSorted((a, b) => depth(b) - depth(a))
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function judgeIssue(issue: Issue, split: SplitFile, schema: z.ZodObject): Refusal[] {
  const { path, code, keys = [], values = [], message } = issue
  const rule = 'schema'
  if (code === 'unrecognized_keys') {
    const known = path.length === 0 ? Object.keys(schema.shape) : []
    const expected = known.length > 0 ? `one of ${toList(known)}` : 'only fields of the format'
    return keys.map((key) => {
      const hint = suggest(key, known)
      return {
        rule,
        ...findPlace(split, [...path, key], true),
        found: `field \`${key}\``,
        expected,
        ...(hint && { hint }),
      }
    })
  }
  const value = path.reduce<unknown>(
    (at, key) => (at as { [key: PropertyKey]: unknown } | undefined)?.[key],
    split.data,
  )
  const found = toFound(value, `\`${path.map(String).join('.')}\``)
  if (code === 'invalid_value') {
    const hint = suggest(String(value), values.map(String))
    const expected = values.length > 1 ? `one of ${toList(values)}` : toList(values)
    return [{ rule, ...findPlace(split, path), found, expected, ...(hint && { hint }) }]
  }
  const [, type] = /^Invalid input: expected (\w+)/.exec(message) ?? []
  const expected = type ? (typeWords[type] ?? type) : message.replace(/^Expected /, '').replace(/\.$/, '')
  return [{ rule, ...findPlace(split, path), found, expected }]
}

const typeWords: { [type: string]: string } = {
  string: 'words',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list, as `[a, b]`',
  object: 'fields, as `{ name: value }`',
}

function toFound(value: unknown, field: string): string {
  if (value === undefined) return `lack of ${field}`
  if (value === null || value === '') return `empty ${field}`
  if (Array.isArray(value)) return `list in ${field}`
  if (typeof value === 'object') return `fields in ${field}`
  const words = String(value)
  return `value \`${words.length > 60 ? `${words.slice(0, 59)}…` : words}\` of ${field}`
}

function toList(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(', ')
}
