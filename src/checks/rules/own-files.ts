import { fromFiles } from '../from-files.ts'
import type { Rule } from '../rule.ts'

export const ownFiles: Rule = {
  id: 'own-files',
  severity: 'error',
  what: 'The content folder holds Markdown files in the folders of the record, `story.md`, `README.md`, `urls.lock` and nothing else; no symbolic links.',
  why: 'What stands elsewhere is lost in silence, and a link could publish a file from outside the folder.',
  example: {
    wrong: { 'speaker/jonas-bjork.md': '---\nname: Jónas Björk\nkind: person\n---\n' },
    right: { 'speakers/jonas-bjork.md': '---\nname: Jónas Björk\nkind: person\n---\n' },
  },
  check: fromFiles('own-files'),
}
