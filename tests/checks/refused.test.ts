/** A file that is refused is told of once: nothing that names it, or what it would bring, is told as well. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { pagesOf } from '../../src/record/addresses.ts'
import { projectFolder, testSites } from '../sites.ts'

for (const { name, content } of [testSites.small, testSites.followed, testSites.real]) {
  const root = join(projectFolder, content)
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.md') && path !== 'README.md',
  )
  const texts = Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  // As after a first publication: each page is in the lock.
  const { parsed: known, record } = parseTexts(texts)
  texts['urls.lock'] = [...pagesOf(record)].join('\n')
  // As with every command, what has not changed is not read again.
  const check = (files: typeof texts) => checkContent(parseTexts(files, { known }))
  const sound = new Set(check(texts).map((problem) => JSON.stringify(problem)))

  describe(`in the record ${name}`, () => {
    for (const path of paths) {
      test(`${path} with a field that is not known is the only problem`, () => {
        const broken = { ...texts, [path]: (texts[path] ?? '').replace('---\n', '---\nnot-a-field: x\n') }
        const told = check(broken).filter((problem) => !sound.has(JSON.stringify(problem)))
        const others = told.filter(({ file }) => file !== path)
        assert.deepEqual(
          others.map(({ file, rule, found }) => `${file} ${rule} ${found}`),
          [],
        )
        assert.equal(told.length, 1)
      })
    }
  })
}
