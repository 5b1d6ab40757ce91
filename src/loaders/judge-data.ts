/** Front matter against its schema: each refusal with line and column, in words an editor can act on. */

import type { z } from 'zod'
import { suggestDate } from '../schema/dates.ts'
import { idForm } from '../schema/fields.ts'
import { slug } from '../schema/names.ts'
import { mostHints, suggest } from '../schema/nearest.ts'
import type { Problem } from '../schema/problem.ts'
import { explainComments, explainErrors, quoteText } from './explain-yaml.ts'
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
  return wrong.map((part) => {
    const near = slug(part)
    const hint = idForm.test(near) ? { hint: `Did you mean \`${near}\`?` } : {}
    return { rule: 'file-name', found: `name of a file \`${part}\``, expected, ...hint }
  })
}

function judgeSource({ source, errors, oddities, excess, body }: SplitFile): Refusal[] {
  const rule = 'front-matter'
  if (source === null) {
    const expected = 'a first line `---`, the fields, and a line `---` again'
    const found = body.startsWith('---\n') ? 'front matter without an end' : 'file without front matter'
    return [{ rule, line: 1, column: 1, found, expected }]
  }
  if (excess) {
    const hint = 'An article has far less. Take out what is none of it, or file it in parts.'
    return [{ rule: 'text-limits', ...excess, hint }]
  }
  // One cause has many consequences: what mends it is told alone, and of the rest one error a line.
  const { explained, rest } = errors.length > 0 ? explainErrors(source) : { explained: [], rest: new Set<number>() }
  const told = new Set<number>()
  const unexplained = errors.filter(({ line }) => {
    if ((explained.length > 0 && !rest.has(line)) || told.has(line)) return false
    told.add(line)
    return true
  })
  return [
    ...explained.map((one) => ({ rule, ...one })),
    ...unexplained.map(({ message, line, column }) => {
      return { rule, line, column, found: `YAML (${message})`, expected: 'a field and its value, as `name: value`' }
    }),
    ...(errors.length === 0 ? explainComments(source).map((one) => ({ rule: 'plain-yaml', ...one })) : []),
    ...(errors.length > 0 ? [] : oddities).map(({ message, line, column }) => {
      return { rule: 'plain-yaml', line, column, found: message, expected: 'the value itself' }
    }),
  ]
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
    const known = fieldsAt(schema, path)
    const expected = known.length > 0 ? `one of ${toList(known)}` : 'only fields of the format'
    return keys.map((key, index) => {
      const hint = index < mostHints ? suggest(key, known) : undefined
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
  // YAML reads `1984` as a number, `true` as no word.
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const hint = `Write \`${String(path.at(-1))}: ${quoteText(String(value))}\`.`
    return [
      {
        rule,
        ...findPlace(split, path),
        found,
        expected: 'words',
        ...(path.every((key) => typeof key === 'string') && { hint }),
      },
    ]
  }
  if (type === 'string' && typeof value === 'object' && value && !Array.isArray(value)) {
    // So it does `Live: the bridge` in a list.
    const [[name, rest] = [], more] = Object.entries(value)
    const hint = name && !more && typeof rest === 'string' ? `Write \`${quoteText(`${name}: ${rest}`)}\`.` : null
    return [{ rule, ...findPlace(split, path), found, expected: 'words', ...(hint && { hint }) }]
  }
  const expected = type ? (typeWords[type] ?? type) : message.replace(/^Expected /, '').replace(/\.$/, '')
  const hint = /\b(?:day|date)\b/.test(expected) && typeof value === 'string' ? suggestDate(value) : undefined
  return [{ rule, ...findPlace(split, path), found, expected, ...(hint && { hint }) }]
}

/** Names of the fields that the schema knows at a path; none where it holds no fields. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema
  for (const key of [...path, null]) {
    let type = at as Inner | undefined
    while (type && !type.shape && !type.element) {
      const { innerType, in: input, options } = type.def
      type = innerType ?? input ?? options?.find((option) => option.shape)
    }
    if (key === null) return Object.keys(type?.shape ?? {})
    at = type?.element ?? type?.shape?.[String(key)]
  }
  return []
}

/** The parts of a zod type through which its fields are reached. */
interface Inner {
  shape?: { [field: string]: unknown }
  element?: unknown
  def: { innerType?: Inner; in?: Inner; options?: Inner[] }
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
