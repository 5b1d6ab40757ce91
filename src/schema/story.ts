import { z } from 'zod'
import { contact, language, list, optional, words } from './fields.ts'

/** Front matter of `content/story.md`; its body is the editor's lead. */
export const story = z.strictObject({
  name: optional(words).describe('Name of the site, where `settings.yaml` does not give it.'),
  subject: words.describe('What the story is about, in a few words.'),
  headline: optional(words).describe("The editor's headline for the front page."),
  language: language.describe('Language of the site (BCP 47).'),
  contact: optional(contact).describe('Where corrections go, where `settings.yaml` does not say it.'),
  equals: list(z.array(words).min(2)).describe(
    'Words that search takes for the same, in lists: `[[UN, United Nations]]`.',
  ),
  following: z.boolean().describe('Whether the story is still being followed.'),
})

export type StoryData = z.output<typeof story>
