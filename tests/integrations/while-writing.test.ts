/** What the development server looks at for edits. */
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import type { AstroConfig } from 'astro'
import { whileWriting } from '../../src/integrations/while-writing.ts'
import { createRecordSource } from '../../src/loaders/source.ts'

test('what a build or Git has made is not watched, what somebody writes is', () => {
  const setUp = whileWriting(createRecordSource()).hooks['astro:config:setup']
  const given: AstroConfig['vite'][] = []
  const updateConfig = ({ vite }: Pick<AstroConfig, 'vite'>) => given.push(vite)
  for (const command of ['build', 'dev']) setUp?.({ command, updateConfig, injectScript: () => {} } as never)
  assert.equal(given.length, 1)
  const ignored = given[0]?.server?.watch?.ignored as (path: string) => boolean
  const made = ['dist/index.html', '.dist/one/index.html', '.cache/kept/kept.json', '.git/HEAD', '.cache/tests/real']
  const written = [
    'content/story.md',
    'content/articles',
    'src/site.ts',
    'public',
    '.env',
    '../stories/one.md',
    'distant',
  ]
  assert.deepEqual(
    [...made, ...written].filter((path) => ignored(resolve(path))),
    made,
  )
})
