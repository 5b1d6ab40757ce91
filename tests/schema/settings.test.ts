/** The settings of a story: their schema for editors, and the contrast of colours. `UPDATE=1` writes the schema anew. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { colours, contrastOf, findFailing } from '../../src/schema/colours.ts'
import { coloursOf, noSettings, settings } from '../../src/schema/settings.ts'
import { projectFolder } from '../sites.ts'

describe('settings', () => {
  test('editors are given the schema as it is', () => {
    const file = join(projectFolder, '.vscode/settings.schema.json')
    const schema = JSON.parse(JSON.stringify(z.toJSONSchema(settings, { io: 'input' })))
    if (process.env['UPDATE']) writeFileSync(file, JSON.stringify(schema, null, 2))
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), schema)
  })

  test('a story without any has our look', () => {
    assert.deepEqual(coloursOf(noSettings), colours)
    assert.deepEqual(settings.parse({}), noSettings)
  })

  test('what leads out of the folder, or runs, is refused', () => {
    const refused = [
      { logo: '../story.svg' },
      { logo: 'look/a/../b.svg' },
      { favicon: 'look/icon.png' },
      { style: 'https://example.org/a.css' },
      { fonts: { text: [{ file: 'look/a.woff2' }] } },
      { colours: { ink: { light: 'red', dark: '#ffffff' } } },
      { colours: { ink: { light: '#000000' } } },
      { colours: { inks: { light: '#000000', dark: '#ffffff' } } },
      { navigation: [{ name: 'x', to: 'javascript:alert(1)' }] },
      { script: { address: 'javascript:alert(1)' } },
      { script: { address: "https://example.org/a.js; script-src 'unsafe-inline'" } },
      { script: { address: 'https://example.org/a.js', hosts: ["https://example.org 'unsafe-inline'"] } },
      { script: { address: 'https://example.org/a.js', hosts: ['https://*'] } },
      { script: { address: 'https://example.org/a.js', hosts: ['*'] } },
      { script: { address: 'https://example.org/a.js;script-src' } },
      { eventKinds: { 'A match': 'match' } },
      { contact: 'javascript:alert(1)' },
    ]
    assert.deepEqual(
      refused.filter((one) => settings.safeParse(one).success),
      [],
    )
  })
})

describe('contrast', () => {
  test('is that of WCAG', () => {
    assert.equal(contrastOf('#000000', '#ffffff'), 21)
    assert.equal(contrastOf('#777777', '#777777'), 1)
    // The lightest grey that passes on white, and the next, as WebAIM's checker has them.
    assert.ok(contrastOf('#767676', '#ffffff') >= 4.5)
    assert.ok(contrastOf('#777777', '#ffffff') < 4.5)
  })

  test('of our own colours is enough', () => assert.deepEqual(findFailing(colours), []))
})
