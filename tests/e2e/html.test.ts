/** The HTML of every page is valid. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { htmlRules } from '../html.ts'
import { listFiles, projectFolder, testSites } from '../sites.ts'

for (const { name, folder } of Object.values(testSites)) {
  test(`every page of the ${name} record is valid HTML`, async () => {
    const validator = new HtmlValidate(htmlRules)
    const root = join(projectFolder, folder)
    const pages = listFiles(folder, /\.html$/)
    assert.ok(pages.length > 0)
    const report = await validator.validateMultipleFiles(pages.map((page) => join(root, page)))
    const problems = report.results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, line, column, message }) => `${filePath?.slice(root.length)}:${line}:${column} ${ruleId} ${message}`,
      ),
    )
    assert.deepEqual(problems, [])
  })
}

test('the validator finds what is wrong', async () => {
  const { valid } = await new HtmlValidate(htmlRules).validateString('<!doctype html><p><div></div></p><img src=x>')
  assert.equal(valid, false)
})
