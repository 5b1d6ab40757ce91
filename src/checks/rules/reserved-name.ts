import { exampleQuote } from '../example.ts'
import type { Finding, Rule } from '../rule.ts'

/** Names that Windows keeps for devices, that a host serves otherwise, or that the site may use for pages of a list. */
const reserved =
  /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index|page|feed|feeds|data|new|constructor|prototype|hasownproperty|tostring|valueof)$/

export const reservedName: Rule = {
  id: 'reserved-name',
  severity: 'error',
  what: 'No file and no quote is called `index`, `page`, `con`, `nul` or another name that a system keeps for itself.',
  why: 'On some systems such a file cannot be made, and the address `…/index/` leads elsewhere.',
  example: {
    wrong: { 'articles/walk.md': exampleQuote('index') },
    right: { 'articles/walk.md': exampleQuote('walk') },
  },
  check: ({ files, entries }, report) => {
    const tell = (name: string, finding: Pick<Finding, 'file' | 'line' | 'column'>) => {
      if (reserved.test(name))
        report({ ...finding, found: `name \`${name}\``, expected: 'one that no system keeps for itself' })
    }
    for (const { path, id, noun } of files.values()) {
      if (noun !== 'story' && noun !== 'settings' && noun !== 'words')
        for (const part of id.split('/')) tell(part, { file: path })
    }
    for (const { path, reading } of entries.articles) {
      for (const { fragment, at } of reading.links) if (fragment) tell(fragment, { file: path, ...at })
    }
  },
}
