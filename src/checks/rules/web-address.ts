import { shorten } from '../../schema/problem.ts'
import { placeOf, type Rule } from '../rule.ts'

/** What begins like an address that a browser would run or open from the reader's own machine. */
const dangerous =
  /^\s*(?:\/\/|(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data|file|blob|about|filesystem|view-source|chrome|intent|ws|wss|ftp)\s*:)\S/i

export const webAddress: Rule = {
  id: 'web-address',
  severity: 'error',
  what: 'An address in front matter begins with `https://`, `http://` or `mailto:`.',
  why: 'Any other kind leads nowhere, or runs code in the reader’s browser.',
  example: {
    wrong: {
      'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\naliases: ["javascript:alert(1)"]\n---\n',
    },
    right: {
      'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\nurl: https://ledger.example.org/\n---\n',
    },
  },
  check: (content, report) => {
    for (const { path: file, split } of content.files.values()) {
      // Most files have no such text at all.
      if (!split.data || !/:|\/\//.test(split.source ?? '')) continue
      for (const { path, value } of stringsOf(split.data, [])) {
        // These are for the schema to judge.
        if (!dangerous.test(value) || /^(?:url|source|dateSource|contact)$/.test(String(path.at(-1)))) continue
        const found = `address \`${shorten(value)}\``
        report({ file, ...placeOf(content, file, path), found, expected: '`https://…`, `http://…` or `mailto:…`' })
      }
    }
  },
}

function* stringsOf(value: unknown, path: PropertyKey[]): Generator<{ path: PropertyKey[]; value: string }> {
  if (typeof value === 'string') yield { path, value }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      yield* stringsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
