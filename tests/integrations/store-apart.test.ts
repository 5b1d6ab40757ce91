import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storeApart } from '../../src/integrations/store-apart.ts'

test('only a build stores what Astro has read where builds keep what the next one uses', () => {
  const setUp = storeApart().hooks['astro:config:setup'] as (given: object) => void
  const stored = (command: string): string => {
    const config = { cacheDir: new URL('file:///site/.cache/kept/') }
    setUp({ command, config, updateConfig: (other: object) => Object.assign(config, other) })
    return config.cacheDir.pathname
  }
  assert.deepEqual(['build', 'sync', 'dev'].map(stored), [
    '/site/.cache/kept/',
    '/site/.cache/read/',
    '/site/.cache/read/',
  ])
})
