/** The manual of the content folder knows every rule. `UPDATE=1` writes its table anew. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rules } from '../../src/checks/rules.ts'
import { projectFolder } from '../sites.ts'

const file = join(projectFolder, 'content/README.md')
const head = '| rule | what it asks for |\n|---|---|\n'
const rows = rules.map(
  ({ id, severity, what }) =>
    `| \`${id}\` | ${what.replaceAll('|', '\\|')}${severity === 'warning' ? ' *(warning)*' : ''} |\n`,
)

// A record that was begun anew has no manual of its own.
test('the manual lists every rule, in its words', { skip: !existsSync(file) }, () => {
  const text = readFileSync(file, 'utf8')
  const start = text.indexOf(head) + head.length
  const end = text.indexOf('\n\n', start - 1) + 1
  if (process.env['UPDATE']) writeFileSync(file, text.slice(0, start) + rows.join('') + text.slice(end))
  assert.equal(readFileSync(file, 'utf8').slice(start, start + rows.join('').length), rows.join(''))
})
