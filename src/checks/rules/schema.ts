import type { z } from 'zod'
import { schemas } from '../../loaders/content-file.ts'
import { quoteText } from '../../loaders/explain-yaml.ts'
import { findPlace, type SplitFile } from '../../loaders/front-matter.ts'
import { suggestDate } from '../../schema/dates.ts'
import { insideOf } from '../../schema/inside.ts'
import { mostHints, suggest } from '../../schema/nearest.ts'
import { shorten } from '../../schema/problem.ts'
import type { Finding, Rule } from '../rule.ts'
import { wholeFiles } from '../texts.ts'

export const schema: Rule = {
  id: 'schema',
  severity: 'error',
  what: 'Each field of the front matter is one the format knows, with a value it allows.',
  why: 'A misspelt field would be lost in silence, and a wrong value would be printed as a fact.',
  example: {
    wrong: { 'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspapr\n---\n' },
    right: { 'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\n---\n' },
  },
  check: (content, report) => {
    for (const { path: file, noun, split, issues } of wholeFiles(content)) {
      const nearest = issues.flatMap(toNearestIssues)
      for (const refusal of nearest.flatMap((issue) => describeIssue(issue, split, schemas[noun] as z.ZodObject)))
        report({ file, ...refusal })
    }
  },
}

type Refusal = Omit<Finding, 'file'>

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

function describeIssue(issue: Issue, split: SplitFile, format: z.ZodObject): Refusal[] {
  const { path, code, keys = [], values = [], message } = issue
  if (code === 'unrecognized_keys') {
    const known = fieldsAt(format, path)
    const expected = known.length > 0 ? `one of ${toList(known)}` : 'only fields of the format'
    return keys.map((key, index) => {
      const inner = [...path, key].reduce<unknown>(toInner, split.data)
      const near = index < mostHints ? suggest(key, known) : undefined
      // So YAML takes `{ why: The outlet took it back, and said so }`.
      const hint =
        near ?? (inner === null && /\s/.test(key) ? 'Words with a comma stand in quotation marks.' : undefined)
      return { ...findPlace(split, [...path, key], true), found: `field \`${key}\``, expected, hint }
    })
  }
  const value = path.reduce<unknown>(toInner, split.data)
  const found = toFound(value, `\`${path.map(String).join('.')}\``)
  if (code === 'invalid_value') {
    const hint = suggest(String(value), values.map(String))
    const expected = values.length > 1 ? `one of ${toList(values)}` : toList(values)
    return [{ ...findPlace(split, path), found, expected, hint }]
  }
  const [, type] = /^Invalid input: expected (\w+)/.exec(message) ?? []
  // YAML reads `1984` as a number, `true` as no word.
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const hint = `Write \`${String(path.at(-1))}: ${quoteText(String(value))}\`.`
    const isLine = path.every((key) => typeof key === 'string')
    return [{ ...findPlace(split, path), found, expected: 'words', hint: isLine ? hint : undefined }]
  }
  if (type === 'string' && typeof value === 'object' && value && !Array.isArray(value)) {
    // So it does `Live: the bridge` in a list.
    const [[name, rest] = [], more] = Object.entries(value)
    const hint = name && !more && typeof rest === 'string' ? `Write \`${quoteText(`${name}: ${rest}`)}\`.` : undefined
    return [{ ...findPlace(split, path), found, expected: 'words', hint }]
  }
  const expected = type ? (typeWords[type] ?? type) : message.replace(/^Expected /, '').replace(/\.$/, '')
  const hint = /\b(?:day|date)\b/.test(expected) && typeof value === 'string' ? suggestDate(value) : undefined
  return [{ ...findPlace(split, path), found, expected, hint }]
}

function toInner(at: unknown, key: PropertyKey): unknown {
  return (at as { [key: PropertyKey]: unknown } | undefined)?.[key]
}

/** Names of the fields that the schema knows at a path; none where it holds no fields. */
function fieldsAt(format: z.ZodType, path: readonly PropertyKey[]): string[] {
  const at = path.reduce<z.ZodType | undefined>((type, key) => {
    const { element, shape } = insideOf(type)
    return element ?? shape?.[String(key)]
  }, format)
  return Object.keys(insideOf(at).shape ?? {})
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
  return `value \`${shorten(words)}\` of ${field}`
}

function toList(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(', ')
}
