import { z } from 'zod'
import { list, words } from './fields.ts'

/** Front matter of `content/places/<id>.md`. */
export const place = z.strictObject({
  name: words.describe('The name the site uses.'),
  aliases: list(words).describe('Every other spelling, in any script.'),
})

export type PlaceData = z.output<typeof place>
