import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { readArguments } from '../../src/cli/run.ts'
import { projectFolder } from '../sites.ts'

const options = { json: { type: 'boolean' } } as const
const usage = 'npm run same -- [--json]'

test('an option that there is not is told in a sentence, with those that there are', () => {
  assert.deepEqual({ ...readArguments(usage, { args: ['--json'], options }).values }, { json: true })
  assert.throws(() => readArguments(usage, { args: ['--jsn'], options }), {
    message: `Unknown option '--jsn'. Expected:\n  ${usage}`,
  })
  assert.throws(() => readArguments(usage, { args: ['one'], options }), /^Error: Unexpected argument 'one'\. /)
})

test('how a command is used is told when it is asked for, which is no fault', () => {
  const command = ['src/cli/same.ts', '--help', '--jsn']
  const { status, stderr, stdout } = spawnSync(process.execPath, command, { cwd: projectFolder, encoding: 'utf8' })
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
  assert.match(stdout, /^npm run same -- /)
})
