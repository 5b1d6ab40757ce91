import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const strange = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFD\uFFFE\uFFFF]/

export const plainText: Rule = {
  id: 'plain-text',
  severity: 'error',
  what: 'A content file is text in UTF-8, without control characters.',
  why: 'In another encoding letters are lost, and feeds and data files break on control characters.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People wal\uFFFD.') },
    right: { 'articles/walk.md': exampleArticle('People walk.') },
  },
  check: (content, report) => {
    for (const { path, split } of content.files.values()) {
      const parts: [text: string, linesBefore: number][] = [
        [split.source ?? '', 1],
        [split.body, split.linesBefore],
      ]
      for (const [text, linesBefore] of parts) {
        const at = text.search(strange)
        if (at === -1) continue
        const lines = text.slice(0, at).split('\n')
        const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
        report({
          file: path,
          line: linesBefore + lines.length,
          column: (lines.at(-1)?.length ?? 0) + 1,
          found: `character U+${code}`,
          expected: 'text in UTF-8',
        })
      }
    }
  },
}
