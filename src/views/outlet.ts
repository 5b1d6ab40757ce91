/** Who publishes articles. */
import { z } from 'zod'
import type { Outlet } from '../record/types.ts'
import { outletKinds } from '../schema/index.ts'
import { toIds } from './links.ts'
import { id, webAddress, words } from './shapes.ts'

export const outlet = z.strictObject({
  id,
  name: words.describe('The name the site uses.'),
  kind: z.enum(outletKinds).describe('What sort of outlet.'),
  homepage: webAddress.nullable().describe('Its home page.'),
  country: words.nullable().describe('ISO 3166-1 code.'),
  aliases: z.array(words).describe('Other names.'),
  articles: z.array(id).describe('Its articles on record, by publication.'),
})
export type OutletView = z.output<typeof outlet>

/** Everything that is said of an outlet. */
export function toOutletView({ aliases, articles, country, id, kind, name, url }: Outlet): OutletView {
  return { id, name, kind, homepage: url, country, aliases, articles: toIds(articles) }
}
