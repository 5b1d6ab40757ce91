import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { proseOf } from '../texts.ts'

export const ownLinks: Rule = {
  id: 'own-links',
  severity: 'error',
  what: 'A link of an article leads to a speaker, to an event or to an address on the web; one of our own prose to any file of the record or to the web.',
  why: 'Other links lead nowhere in the site and are printed as plain text.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('["I walk,"](../speaker/mara-lodzinska.md#walk) she said.') },
    right: { 'articles/walk.md': exampleArticle('["I walk,"](../speakers/mara-lodzinska.md#walk) she said.') },
  },
  check: (content, report) => {
    for (const { path, reading } of content.entries.articles) {
      for (const { text, at } of reading.strayLinks) {
        const expected = '`../speakers/<name>.md`, `../events/<name>.md`, or an address with `https://`'
        report({ file: path, ...at, found: `link to \`${text}\``, expected })
      }
    }
    for (const { path, body } of proseOf(content)) {
      for (const { address, target, at } of body.links) {
        if (target || /^(?:https?|mailto):/i.test(address)) continue
        const expected = 'a file of the record, or an address with `https://`, `http://` or `mailto:`'
        report({ file: path, ...at, found: `link to \`${address}\``, expected })
      }
    }
  },
}
