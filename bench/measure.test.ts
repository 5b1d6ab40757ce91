import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { readStat, runMeasured, treeOf } from './measure.ts'

const run = (script: string) => runMeasured(process.execPath, ['-e', script], { cwd: '.', env: {} })

test('a name with a bracket does not shift the fields', () => {
  const fields = Array.from({ length: 50 }, (_, index) => String(index + 4))
  const stat = readStat(`71 (a) b) S ${fields.join(' ')}`)
  assert.deepEqual(stat, { pid: 71, parent: 4, busy: 14 + 15, pages: 24 })
})

test('a tree is a process and all below it', () => {
  const of = (pid: number, parent: number) => ({ pid, parent, busy: 0, pages: 0 })
  const all = [of(1, 0), of(5, 4), of(4, 2), of(2, 1), of(3, 1)]
  assert.deepEqual(
    treeOf(2, all).map(({ pid }) => pid),
    [2, 4, 5],
  )
})

test('time, processor and memory of a command and its child are told', {
  skip: !existsSync('/proc/self/stat'),
}, async () => {
  // Asking for the time is the system's work: asked between longer stretches of one's own.
  const held =
    'const held = Buffer.alloc(200e6, 1); while (process.cpuUsage().user < 400_000) for (let i = 0; i < 1e6; i += 1);'
  const alone = await run(held)
  const two = await run(
    `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(held)}]); ${held}`,
  )
  assert.ok(alone.seconds > 0.35 && (alone.cpu ?? 0) > 0.2, JSON.stringify(alone))
  assert.ok((alone.peak ?? 0) > 200e6)
  assert.ok((two.cpu ?? 0) > (alone.cpu ?? 0) + 0.2, `${two.cpu} and ${alone.cpu}`)
})

test('a command that fails says why', async () => {
  await assert.rejects(run('console.error("too hot"); process.exit(3)'), /ended with 3:\ntoo hot/)
})
