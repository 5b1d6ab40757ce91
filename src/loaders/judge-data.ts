/** Front matter against its schema: each refusal with line and column, in words an editor can act on. */
import type { z } from 'zod'
import { idForm } from '../schema/fields.ts'
import type { Problem } from '../schema/problem.ts'
import type { SplitFile } from './front-matter.ts'
import type { Name } from './names.ts'

/** The data the schema makes of the front matter (null when refused), and what it refuses. */
export function judgeData(
  path: string,
  name: Name,
  split: SplitFile,
  schema: z.ZodType<object>,
): { data: object | null; problems: Problem[] } {
  const problems: Problem[] = []
  const refuse = (rule: string, words: Omit<Problem, 'file' | 'rule' | 'severity'>): void => {
    problems.push({ file: path, rule, severity: 'error', ...words })
  }
  for (const part of name.id.split('/')) {
    if (idForm.test(part)) continue
    refuse('file-name', {
      found: `the file name \`${part}.md\``,
      expected: 'small letters a to z, digits and single hyphens, as `volodymyr-zelensky.md`',
    })
  }
  if (!split.yaml) {
    refuse('front-matter', {
      line: 1,
      column: 1,
      found: 'a file without front matter',
      expected: '`---` on its first line',
    })
    return { data: null, problems }
  }
  for (const error of split.yaml.errors) {
    refuse('front-matter', {
      ...split.yaml.offsetToPlace(error.pos[0]),
      found: `YAML that cannot be read: ${error.message.split('\n')[0]}`,
      expected: 'one `name: value` a line',
    })
  }
  if (split.yaml.errors.length > 0) return { data: null, problems }
  const result = schema.safeParse(split.data)
  if (result.success) return { data: problems.length > 0 ? null : result.data, problems }
  for (const issue of result.error.issues.flatMap(flattenIssue)) {
    const place = split.yaml.toPlace(issue.path)
    refuse('schema', { ...(place ?? {}), ...toWords(issue) })
  }
  return { data: null, problems }
}

interface FlatIssue {
  path: PropertyKey[]
  code: string
  message: string
  keys?: string[]
  values?: unknown[]
  input?: unknown
}

/** The issues of the union's branch that came furthest, instead of "Invalid input". */
function flattenIssue(issue: z.core.$ZodIssue): FlatIssue[] {
  if (issue.code !== 'invalid_union') return [issue as FlatIssue]
  const branches = issue.errors.map((errors) => errors.flatMap(flattenIssue))
  const deepest = branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
  return deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

function depth(issues: readonly FlatIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length))
}

function toWords(issue: FlatIssue): Pick<Problem, 'found' | 'expected'> {
  const field = `\`${issue.path.map(String).join('.')}\``
  if (issue.code === 'unrecognized_keys') {
    return { found: `the field \`${issue.keys?.join('`, `')}\``, expected: 'only fields of the format' }
  }
  if (issue.code === 'invalid_value') {
    return {
      found: `a value of ${field} that is not on the list`,
      expected: (issue.values ?? []).map((value) => `\`${value}\``).join(', '),
    }
  }
  const expected = issue.message.replace(/^Expected /, '').replace(/\.$/, '')
  return {
    found: `the value of ${field}`,
    expected: issue.message.startsWith('Expected') ? expected : `another one (${expected})`,
  }
}
