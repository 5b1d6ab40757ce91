import { z } from 'zod'
import { country, draft, list, optional, webAddress, words } from './fields.ts'

export const outletKinds = ['newspaper', 'agency', 'broadcaster', 'aggregator'] as const

/** Front matter of `content/outlets/<id>.md`. */
export const outlet = z.strictObject({
  name: words.describe('The name the site uses.'),
  kind: z.enum(outletKinds).describe('What sort of outlet.'),
  url: optional(webAddress).describe('Its home page.'),
  country: optional(country).describe('ISO 3166-1 code.'),
  aliases: list(words).describe('Other names.'),
  draft,
})

export type OutletData = z.output<typeof outlet>
