import { isOfRecord, settingsFile, stampFolder, wordsFile } from '../../loaders/names.ts'
import { folders } from '../../schema/folders.ts'
import { suggest } from '../../schema/nearest.ts'
import { lookFolder } from '../../schema/settings.ts'
import type { Finding, Rule } from '../rule.ts'

export const ownFiles: Rule = {
  id: 'own-files',
  severity: 'error',
  what: 'The content folder holds Markdown files in the folders of the record, `story.md`, `settings.yaml`, `words.yaml`, pictures, type and style sheets in `look/`, stamps in `stamps/`, `README.md`, `urls.lock` and nothing else; no symbolic links.',
  why: 'What stands elsewhere is lost in silence, and a link could publish a file from outside the folder.',
  example: {
    wrong: { 'speaker/jonas-bjork.md': '---\nname: Jónas Björk\nkind: person\n---\n' },
    right: { 'speakers/jonas-bjork.md': '---\nname: Jónas Björk\nkind: person\n---\n' },
  },
  check: ({ listed }, report) => {
    for (const [file, { is }] of listed) {
      if (is === 'file') {
        if (!isOfRecord(file)) report({ file, ...describeStray(file) })
        continue
      }
      const found = is === 'link' ? 'symbolic link' : 'something that is no file'
      report({ file, found, expected: 'a file: what is outside the folder is not of the record' })
    }
  },
}

function describeStray(path: string): Omit<Finding, 'file'> {
  const [folder = '', ...rest] = path.split('/')
  const known = folders.find((name) => name === folder)
  const found = `file \`${path}\``
  const shape = known === 'quotes' ? 'quotes/<speaker>/<fragment>.md' : `${known}/<name>.md`
  if (known) return { found, expected: `Markdown as \`${shape}\`` }
  if (folder === lookFolder)
    return { found, expected: `a picture, type or a style sheet as \`${lookFolder}/<name>.svg\`` }
  if (folder === stampFolder) return { found, expected: `a stamp as \`${stampFolder}/<root>.ots\`, or \`.tsr\`` }
  const hint = rest.length > 0 ? suggest(folder, folders) : suggest(path, [settingsFile, wordsFile, 'story.md'])
  const expected = `\`story.md\`, \`${settingsFile}\`, \`${wordsFile}\`, or Markdown in one of ${folders.map((name) => `\`${name}/\``).join(', ')}`
  return { found, expected, hint }
}
