/** The cascade holds on every page: whichever style sheet comes first, the layers are in the order of `layers.css`. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listFiles, projectFolder, testSites } from '../sites.ts'

const declared =
  readFileSync(join(projectFolder, 'src/styles/layers.css'), 'utf8')
    .match(/@layer ([^;{]+);/)?.[1]
    ?.split(/,\s*/) ?? []

for (const { name, folder, base } of Object.values(testSites)) {
  test(`the layers of the ${name} site are in order`, () => {
    const root = join(projectFolder, folder)
    const pages = listFiles(folder, /\.html$/)
    assert.ok(pages.length > 0 && declared.length > 3)
    const wrong = pages.flatMap((page) => {
      const html = readFileSync(join(root, page), 'utf8')
      const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
        ([tag]) => tag.match(/href="([^"]+)"/)?.[1] ?? '',
      )
      const css = sheets.map((href) => readFileSync(join(root, href.slice(base.length)), 'utf8')).join('\n')
      const named = [...css.matchAll(/@layer ([^;{]+)[;{]/g)].flatMap(([, names = '']) =>
        names.split(/,\s*/).map((one) => one.trim()),
      )
      const order = [...new Set(named)].filter((layer) => declared.includes(layer))
      return sheets.length > 0 && order.join() === declared.filter((layer) => order.includes(layer)).join()
        ? []
        : [`${page}: ${order.join(', ')}`]
    })
    assert.deepEqual(wrong, [])
  })
}
