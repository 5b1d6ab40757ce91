/** What stands within a schema: its fields, the items of its list. */
import type { z } from 'zod'

/** The fields of a schema of fields, or the schema of a list's items; neither for one value. */
export function insideOf(schema: unknown): Inside {
  let type = schema as Type | undefined
  while (type && !type.shape && !type.element) {
    const { innerType, in: input, options } = type.def
    type = innerType ?? input ?? options?.find((option) => option.shape)
  }
  return type ?? {}
}

/** The schemas from a schema inwards until there is no single one further in: what is optional, then what it is. */
export function* layersOf(schema: z.ZodType): Generator<z.ZodType> {
  for (let type: Type | undefined = schema as unknown as Type; type; type = type.def.innerType ?? type.def.in)
    yield type as unknown as z.ZodType
}

interface Inside {
  shape?: { [field: string]: z.ZodType }
  element?: z.ZodType
}

/** The parts of a zod type through which others are reached. */
interface Type extends Inside {
  def: { innerType?: Type; in?: Type; options?: Type[] }
}
