import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectFolder } from '../sites.ts'

test('the run in the manual of the import is what happens', async () => {
  const manual = await readFile(join(projectFolder, 'src/import/README.md'), 'utf8')
  const [, command = '', output = ''] = /```console\n\$ npm run import -- (.*)\n([\s\S]*?)```/.exec(manual) ?? []
  assert.notEqual(command, '')
  const folder = await mkdtemp(join(tmpdir(), 'on-record-recorded-'))
  await cp(join(projectFolder, 'tests/fixtures/import/recorded'), folder, { recursive: true })
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectFolder, 'src/cli/import.ts'), ...command.split(' ')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CONTENT: 'content' },
    },
  )
  await rm(folder, { recursive: true })
  assert.equal(stderr, '')
  assert.equal(stdout.trim(), output.trim())
})
