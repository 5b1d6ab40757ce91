/** A copy of another outlet's text, on the pages of a built site. */
import assert from 'node:assert/strict'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { copyProject, type ProjectCopy } from '../project-copy.ts'

describe('a copied article', () => {
  let copy: ProjectCopy
  const original = '2031-03-02-bridge-closes'

  before(async () => {
    copy = await copyProject('copied')
    const record = join(copy.folder, 'record')
    await cp(join(copy.folder, 'tests/fixtures/small/content'), record, { recursive: true })
    const text = await readFile(join(record, `articles/${original}.md`), 'utf8')
    const copied = text
      .replace('outlet: the-ledger', `outlet: the-gull\ncopyOf: ${original}`)
      .replace('https://ledger.example.org/', 'https://gull.example.org/')
    await writeFile(join(record, 'articles/2031-03-02-copied.md'), copied)
    await writeFile(join(record, 'outlets/the-gull.md'), '---\nname: The Gull\nkind: newspaper\n---\n')
    const { code, output } = await copy.run('src/cli/build.ts', { env: { CONTENT: 'record' } })
    assert.equal(code, 0, output)
  })
  after(() => copy.remove())

  const read = async (page: string) =>
    (await readFile(join(copy.folder, 'dist', page, 'index.html'), 'utf8'))
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ,/g, ',')

  test('is shown among the reports of an event, as a copy', async () => {
    const text = await read('events/2031-03-01-bridge-closed')
    assert.match(text, /The Ledger, in its own words/)
    assert.match(text, /The Gull, a copy of The Ledger’s text/)
    assert.doesNotMatch(text, /The Gull, in its own words/)
  })

  test('is shown among the wordings of a quote, as a copy, and is not counted', async () => {
    assert.match(
      await read('quotes/mara-lodzinska/not-wait-for-ferries'),
      /The Gull published 2 Mar 2031 a copy of The Ledger’s text/,
    )
    const speaker = await read('speakers/mara-lodzinska')
    assert.match(speaker, /2 wordings in The Ledger and Coast Wire/)
    assert.doesNotMatch(speaker, /wordings in [^.]*The Gull/)
  })

  test('says what it repeats, and the original by whom it is repeated', async () => {
    assert.match(
      await read('articles/2031-03-02-copied'),
      /It repeats the text of The Ledger and counts as no report of its own/,
    )
    assert.match(await read(`articles/${original}`), /Copies The Gull/)
  })
})
