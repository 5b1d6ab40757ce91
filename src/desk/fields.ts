/** The fields of a form as plain JSON, and their values. Without the schemas: the page has no use for them. */
import type { nounOf } from './forms.ts'

/** A field as the page shows it. A list has one item a line; a group has fields, for each thing of it and for one more. */
export interface FormField {
  /** Where its value stands in the front matter: `roles.0.title`. */
  name: string
  help: string
  is: 'words' | 'text' | 'list' | 'choice' | 'group'
  choices: readonly string[]
  value: string
  fields: FormField[][]
  /** No file can do without it. */
  isNeeded: boolean
  /** What it is a name of, or each of its items. */
  noun: ReturnType<typeof nounOf>
  /** Why the value may not stand; null when it may. */
  problem: string | null
  /** The words on the page that the value rests on. */
  because: string | null
}

export interface FormValues {
  readonly [field: string]: string
}

/** The values that fields begin with. */
export function valuesOf(fields: readonly FormField[]): { [field: string]: string } {
  return Object.assign(
    {},
    ...fields.map(({ name, is, value, fields: within }) =>
      is === 'group' ? valuesOf(within.flat()) : { [name]: value },
    ),
  )
}
