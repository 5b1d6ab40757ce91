/** Forms made from the schemas of content files: a field with the schema's own sentence as help, and its value read back. */
import { z } from 'zod'
import { named } from '../schema/fields.ts'
import { insideOf, layersOf } from '../schema/inside.ts'
import type { FormField, FormValues } from './fields.ts'

interface FieldSchema {
  type?: string
  description?: string
  enum?: string[]
  anyOf?: FieldSchema[]
  items?: FieldSchema
  properties?: { [field: string]: FieldSchema }
  required?: string[]
}

interface FormOptions {
  problems?: FormValues
  because?: FormValues
  choices?: { readonly [field: string]: readonly string[] }
}

/** The fields of a form, in the order they are named. Those that may be two sorts of thing are none of a form. */
export function toForm(
  schema: z.ZodObject,
  fields: readonly string[],
  values: FormValues,
  options: FormOptions = {},
): FormField[] {
  return toFields(schema.shape, jsonOf(schema), fields, '', values, options)
}

function toFields(
  shape: { [field: string]: unknown },
  { properties = {}, required = [] }: FieldSchema,
  fields: readonly string[],
  before: string,
  values: FormValues,
  options: FormOptions,
): FormField[] {
  return fields.flatMap((key) => {
    const whole = properties[key] ?? {}
    const sorts = sortsOf(whole)
    const [inner = {}] = sorts
    if (sorts.length > 1) return []
    const name = before + key
    const { shape: own, element } = insideOf(shape[key])
    const things = inner.properties ? inner : inner.items?.properties ? inner.items : null
    const within = (at: string) =>
      toFields(
        own ?? insideOf(element).shape ?? {},
        things ?? {},
        Object.keys(things?.properties ?? {}),
        at,
        values,
        options,
      )
    const more = !inner.items ? [] : [...indexesOf(name, values), (indexesOf(name, values).at(-1) ?? -1) + 1]
    const offered = options.choices?.[name] ?? (inner.type === 'boolean' ? ['true', 'false'] : (inner.enum ?? []))
    const isNeeded = required.includes(key)
    return {
      name,
      help: whole.description ?? '',
      is: things ? 'group' : inner.items ? 'list' : offered.length > 0 ? 'choice' : 'words',
      choices: (isNeeded && values[name]) || offered.length === 0 ? offered : ['', ...offered],
      value: values[name] ?? '',
      fields: !things ? [] : inner.items ? more.map((index) => within(`${name}.${index}.`)) : [within(`${name}.`)],
      isNeeded,
      noun: nounOf(shape[key]),
      problem: options.problems?.[name] ?? null,
      because: options.because?.[name] ?? null,
    }
  })
}

/** What a filled form says: the front matter as the schema reads it, or why it may not stand, field by field. */
export function readForm(
  schema: z.ZodObject,
  fields: readonly string[],
  values: FormValues,
): { front: { [field: string]: unknown }; problems: { [field: string]: string } } {
  const { properties = {} } = jsonOf(schema)
  const front: { [field: string]: unknown } = {}
  const problems: { [field: string]: string } = {}
  for (const name of fields) {
    const [inner = {}] = sortsOf(properties[name] ?? {})
    const given = toValue(inner, name, values)
    const issue = (schema.shape[name] as z.ZodType | undefined)?.safeParse(given).error?.issues[0]
    if (!issue) front[name] = given
    else {
      // The field of a thing of a group, else the field itself.
      const [index, ...rest] = issue.path
      const path = inner.items?.properties ? [indexesOf(name, values)[Number(index)], ...rest] : issue.path
      problems[inner.items && !inner.items.properties ? name : [name, ...path].join('.')] = toProblem(issue.message)
    }
  }
  return { front, problems }
}

/** What a refusal says of a form: what is not filled in is undefined to the schema. */
function toProblem(message: string): string {
  if (/received undefined|^Invalid option/.test(message))
    return 'Expected a value: no file of this kind does without it.'
  return message.replace(/^Invalid input: expected (\w+).*/, 'Expected a $1.')
}

/** Front matter as the values of a form. */
export function toValues(front: unknown, at = ''): { [field: string]: string } {
  if (front === null || front === undefined) return {}
  if (Array.isArray(front) && !front.some((item) => typeof item === 'object' && !Array.isArray(item)))
    return { [at]: front.map((item) => (Array.isArray(item) ? item.join(', ') : String(item))).join('\n') }
  if (typeof front !== 'object') return { [at]: String(front) }
  return Object.assign({}, ...Object.entries(front).map(([key, value]) => toValues(value, at ? `${at}.${key}` : key)))
}

/** What a field, or each item of its list, is a name of. */
export function nounOf(field: unknown) {
  const { element } = insideOf(field)
  for (const layer of layersOf((element ?? field) as z.ZodType)) {
    const noun = named.get(layer)?.noun
    if (noun) return noun
  }
  return null
}

/** The value of a field as front matter has it; undefined when nothing is filled in. */
function toValue(inner: FieldSchema, name: string, values: FormValues): unknown {
  const { type, items, properties } = inner
  if (items?.properties) {
    const things = indexesOf(name, values)
    return things.map((index) => toValue(items, `${name}.${index}`, values))
  }
  if (properties) {
    const inside = Object.entries(properties).flatMap(([key, field]) => {
      const value = toValue(sortsOf(field)[0] ?? {}, `${name}.${key}`, values)
      return value === undefined ? [] : [[key, value]]
    })
    return inside.length === 0 ? undefined : Object.fromEntries(inside)
  }
  const words = (values[name] ?? '').trim()
  if (items) {
    const lines = words.split('\n').flatMap((line) => line.trim() || [])
    return items.type === 'array' ? lines.map((line) => line.split(',').flatMap((one) => one.trim() || [])) : lines
  }
  if (words === '') return undefined
  if (type === 'boolean') return words === 'true'
  const isNumber = (type === 'number' || type === 'integer') && Number.isFinite(Number(words))
  return isNumber ? Number(words) : words
}

/** The things of a group of which something is filled in. */
function indexesOf(name: string, values: FormValues): number[] {
  const found = Object.entries(values).flatMap(([field, value]) => {
    const [, index] = (field.startsWith(`${name}.`) && /^(\d+)\./.exec(field.slice(name.length + 1))) || []
    return index !== undefined && value.trim() !== '' ? [Number(index)] : []
  })
  return [...new Set(found)].sort((a, b) => a - b)
}

/** What a field may be, but nothing. */
function sortsOf(schema: FieldSchema): FieldSchema[] {
  return schema.anyOf?.filter(({ type }) => type !== 'null').flatMap(sortsOf) ?? [schema]
}

function jsonOf(schema: z.ZodObject): FieldSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema
}
