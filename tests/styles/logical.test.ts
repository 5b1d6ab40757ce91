/** A page that runs from right to left is the mirror of one that does not: no style names a side of the screen. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listFiles, projectFolder } from '../sites.ts'

const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|scroll-margin|scroll-padding)-(?:left|right)|border-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear):\s*(?:left|right))\s*[:;]/

test('no side of a box is called left or right', () => {
  const found = listFiles('src', /\.(?:astro|css)$/).flatMap((name) => {
    const text = readFileSync(join(projectFolder, 'src', name), 'utf8')
    const styles = name.endsWith('.css')
      ? [text]
      : Array.from(text.matchAll(/<style[^>]*>(.*?)<\/style>/gs), ([, css = '']) => css)
    return styles.flatMap((css) =>
      css
        .split('\n')
        .filter((line) => physical.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    )
  })
  assert.deepEqual(found, [])
  for (const wrong of ['margin-left: 1px;', '  left: 0;', 'float: right;', 'border-right-width: 1px'])
    assert.ok(physical.test(wrong), wrong)
})
