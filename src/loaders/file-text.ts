/** The text of a content file, as every command writes it; `front-matter.ts` reads it. */
import { Document } from 'yaml'
import type { z } from 'zod'

/** Text of a file with the fields that say something, in the order of its schema. */
export function toEntryText({ shape }: z.ZodObject, values: { [field: string]: unknown }, body = ''): string {
  const said = Object.keys(shape).filter((field) => (values[field] ?? false) !== false)
  return toFileText(Object.fromEntries(said.map((field) => [field, values[field]])), body)
}

/** Text of a file, as every command writes it. */
export function toFileText(front: { [field: string]: unknown }, body = ''): string {
  return `---\n${toYaml(front)}---\n${body ? `\n${body}\n` : ''}`
}

/** Lines of front matter, each list in one. */
export function toYaml(front: { [field: string]: unknown }): string {
  const document = new Document({})
  for (const [field, value] of Object.entries(front))
    if (value !== undefined) document.set(field, document.createNode(value, { flow: Array.isArray(value) }))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, nullStr: '' })
}
