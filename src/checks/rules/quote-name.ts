import { idForm } from '../../schema/fields.ts'
import { exampleQuote } from '../example.ts'
import type { Rule } from '../rule.ts'
import { linksIn } from '../texts.ts'

export const quoteName: Rule = {
  id: 'quote-name',
  severity: 'error',
  what: 'The name of a quote, after the `#`, is made of small letters a to z, digits and single hyphens.',
  why: 'It is part of the permanent address of the quote.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('I_Walk') },
    right: { 'articles/walk.md': exampleQuote('i-walk') },
  },
  check: (content, report) => {
    for (const { file, fragment, at } of linksIn(content)) {
      if (fragment === null || idForm.test(fragment)) continue
      const expected = 'small letters a to z, digits and single hyphens, as `no-meeting-in-moscow`'
      report({ file, ...at, found: `quote name \`${fragment}\``, expected })
    }
  },
}
