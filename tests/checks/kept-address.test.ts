import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptAddress } from '../../src/checks/rules/kept-address.ts'
import { record } from '../record/small-record.ts'

test('the pages of things are judged; those of lists are for the build to see', () => {
  const addresses = [
    '/events/bridge-ended/',
    '/quotes/mara-lodzinska/never-said/',
    '/quotes/page/2/',
    '/articles/page/2/',
    '/speakers/mara-lodzinska/page/2/',
    '/topics/ferries/speakers/',
    '/timeline/2031-03/',
  ]
  const lost: string[] = []
  const lock = addresses.map((address, index) => ({ address, line: index + 1 }))
  keptAddress.check({ record, lock, files: new Map(), entries: { articles: [] } } as never, ({ found }) =>
    lost.push(found ?? ''),
  )
  assert.deepEqual(lost, ['loss of `/events/bridge-ended/`', 'loss of `/quotes/mara-lodzinska/never-said/`'])
})
