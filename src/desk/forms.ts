/** Forms made from the schemas of content files: a field with the schema's own sentence as help, and its value read back. */
import { z } from 'zod'

/** A field as the page shows it. A list has one item a line. */
export interface FormField {
  name: string
  help: string
  is: 'words' | 'list' | 'choice'
  choices: readonly string[]
  value: string
  /** Why the value may not stand; null when it may. */
  problem: string | null
  /** The words on the page that the value rests on. */
  because: string | null
}

export interface FormValues {
  readonly [field: string]: string
}

interface FieldSchema {
  type?: string
  description?: string
  enum?: string[]
  anyOf?: FieldSchema[]
}

/** The fields of a form, in the order they are named. */
export function toForm(
  schema: z.ZodObject,
  fields: readonly string[],
  values: FormValues,
  {
    problems = {},
    because = {},
    choices = {},
  }: {
    problems?: FormValues
    because?: FormValues
    choices?: { readonly [field: string]: readonly string[] }
  } = {},
): FormField[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return fields.map((name) => {
    const whole = (properties[name] ?? {}) as FieldSchema
    const own = whole.anyOf?.find(({ type }) => type !== 'null') ?? whole
    // An optional list stands within two.
    const inner = own.anyOf?.find(({ type }) => type !== 'null') ?? own
    const options = choices[name] ?? inner.enum ?? []
    return {
      name,
      help: whole.description ?? '',
      is: inner.type === 'array' ? 'list' : options.length > 0 ? 'choice' : 'words',
      choices: whole.anyOf && options.length > 0 ? ['', ...options] : options,
      value: values[name] ?? '',
      problem: problems[name] ?? null,
      because: because[name] ?? null,
    }
  })
}

/** What a filled form says: the front matter as the schema reads it, or why it may not stand, field by field. */
export function readForm(
  schema: z.ZodObject,
  fields: readonly string[],
  values: FormValues,
): { front: { [field: string]: unknown }; problems: { [field: string]: string } } {
  const forms = toForm(schema, fields, values)
  const front: { [field: string]: unknown } = {}
  const problems: { [field: string]: string } = {}
  for (const { name, is, value } of forms) {
    const items = value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const given = is === 'list' ? items : value.trim() === '' ? undefined : value.trim()
    const result = (schema.shape[name] as z.ZodType | undefined)?.safeParse(given)
    if (result?.success === false) problems[name] = result.error.issues[0]?.message ?? 'Expected another value.'
    else front[name] = given
  }
  return { front, problems }
}
