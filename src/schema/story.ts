import { z } from 'zod'
import { list, optional, words } from './fields.ts'

/** Front matter of `content/story.md`; its body is the editor's lead. */
export const story = z.strictObject({
  name: words.describe('Name of the site.'),
  subject: words.describe('What the story is about, in a few words.'),
  headline: optional(words).describe("The editor's headline for the front page."),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .describe('Language of the site (BCP 47).'),
  contact: optional(
    z
      .string()
      .regex(/^(mailto:[^\s@"<>]+@[^\s@"<>]+|https?:\/\/[^\s"<>]+)$/, { error: 'Expected `mailto:…` or `https://…`.' })
      .refine((address) => URL.canParse(address), { error: 'Expected `mailto:…` or `https://…`.' }),
  ).describe('Where corrections go.'),
  equals: list(z.array(words).min(2)).describe('Words that search takes for the same, in lists: `[[UN, United Nations]]`.'),
  following: z.boolean().describe('Whether the story is still being followed.'),
})

export type StoryData = z.output<typeof story>
