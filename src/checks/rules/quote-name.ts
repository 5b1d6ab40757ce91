import { idForm } from '../../schema/fields.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const walk = (fragment: string) =>
  exampleArticle(`["I walk,"][w] she said.\n\n[w]: ../speakers/mara-lodzinska.md#${fragment}`)

export const quoteName: Rule = {
  id: 'quote-name',
  severity: 'error',
  what: 'The name of a quote, after the `#`, is made of small letters a to z, digits and single hyphens.',
  why: 'It is part of the permanent address of the quote.',
  example: { wrong: { 'articles/walk.md': walk('I_Walk') }, right: { 'articles/walk.md': walk('i-walk') } },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { fragment, at } of reading.links) {
        if (fragment === null || idForm.test(fragment)) continue
        const expected = 'small letters a to z, digits and single hyphens, as `no-meeting-in-moscow`'
        report({ file: path, ...at, found: `quote name \`${fragment}\``, expected })
      }
    }
  },
}
