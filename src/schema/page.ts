import { z } from 'zod'
import { draft, words } from './fields.ts'

/** Front matter of `content/pages/<id>.md`: an imprint, a word on privacy, a method. */
export const page = z.strictObject({
  title: words.describe('What the page is called.'),
  description: words.describe('What it says, in one sentence, for search engines and where it is shared.'),
  linked: z.enum(['foot', 'navigation']).default('foot').describe('Where each page has a link to it.'),
  order: z.number().int().default(0).describe('Place among such pages; lower comes first.'),
  draft,
})

export type PageData = z.output<typeof page>
