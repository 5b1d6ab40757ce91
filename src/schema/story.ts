import { z } from 'zod'
import { language, list, optional, words } from './fields.ts'

const contactError = { error: 'Expected an e-mail address as `mailto:…`, or an address that starts with `https://`.' }

/** Front matter of `content/story.md`; its body is the editor's lead. */
export const story = z.strictObject({
  name: words.describe('Name of the site.'),
  subject: words.describe('What the story is about, in a few words.'),
  headline: optional(words).describe("The editor's headline for the front page."),
  language: language.describe('Language of the site (BCP 47).'),
  contact: optional(
    z
      .string()
      .regex(/^(mailto:[^\s@"<>]+@[^\s@"<>]+|https?:\/\/[^\s"<>]+)$/, { ...contactError, abort: true })
      .refine((address) => URL.canParse(address), contactError),
  ).describe('Where corrections go.'),
  equals: list(z.array(words).min(2)).describe(
    'Words that search takes for the same, in lists: `[[UN, United Nations]]`.',
  ),
  following: z.boolean().describe('Whether the story is still being followed.'),
})

export type StoryData = z.output<typeof story>
