import { settingsFile } from '../../loaders/names.ts'
import { findFailing, leastContrast } from '../../schema/colours.ts'
import { suggest } from '../../schema/nearest.ts'
import { coloursOf, lookFilesOf } from '../../schema/settings.ts'
import { placeOf, type Rule } from '../rule.ts'

export const ownLook: Rule = {
  id: 'own-look',
  severity: 'error',
  what: 'Text in the colours of `settings.yaml` can be read on its ground (a contrast of 4.5 at least, by WCAG 2.2), and every file and page that they name is there.',
  why: 'One reader in twelve does not see what is too faint, and a look without its files is broken.',
  example: {
    wrong: { 'settings.yaml': 'colours:\n  said: { light: "#f0a020", dark: "#f4a574" }\n' },
    right: { 'settings.yaml': 'colours:\n  said: { light: "#8a4b00", dark: "#f4a574" }\n' },
  },
  check: (content, report) => {
    const file = settingsFile
    const { entries, files, listed } = content
    const settings = entries.settings?.data
    if (!settings) return
    const at = (path: PropertyKey[]) => placeOf(content, file, path)
    if (files.get(file)?.split.body.trim())
      report({ file, ...at([]), found: 'line `---`', expected: 'fields alone; a line of hyphens ends them' })
    for (const { text, ground, by, contrast } of findFailing(coloursOf(settings))) {
      const own = settings.colours?.[text] ? text : ground
      report({
        file,
        ...at(['colours', own, by]),
        found: `\`${text}\` on \`${ground}\` (${by}) with a contrast of ${cut(contrast)}`,
        expected: `${leastContrast} at least, ${cut(leastContrast - contrast + 0.005)} more`,
        hint: `Make the ${by === 'light' ? 'text darker or the ground lighter' : 'text lighter or the ground darker'}.`,
      })
    }
    const there = [...listed.keys()]
    for (const { file: named, path } of lookFilesOf(settings)) {
      if (!listed.has(named))
        report({
          file,
          ...at(path),
          found: `file \`${named}\``,
          expected: 'a file that is there',
          hint: suggest(named, there),
        })
    }
    for (const [index, { to }] of settings.navigation.entries()) {
      if (to.startsWith('pages/') && !files.has(`${to}.md`))
        report({ file, ...at(['navigation', index, 'to']), found: `page \`${to}\``, expected: `a file ${to}.md` })
    }
  },
}

/** Never rounded up to what would do. */
function cut(contrast: number): string {
  return (Math.floor(contrast * 100) / 100).toFixed(2)
}
