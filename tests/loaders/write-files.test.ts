/** Whatever ends a command, and wherever: each file of the content folder is the old one or the new one, whole. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import fs, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { TakenError, UnwritableError, writeFiles } from '../../src/loaders/write-files.ts'
import { runCommand } from '../project-copy.ts'
import { projectFolder } from '../sites.ts'

const folder = mkdtempSync(join(tmpdir(), 'write-files-'))
const disks: string[] = []
after(() => {
  for (const disk of disks) spawnSync('umount', [disk])
  rmSync(folder, { recursive: true, force: true })
})

const before: { [path: string]: string } = {
  'urls.lock': '/old/\n',
  'articles/a.md': 'old a',
  'articles/b.md': 'old b',
}
const written = [
  { path: 'articles/new.md', text: 'new new' },
  { path: 'articles/a.md', text: 'new a, longer than before' },
  { path: 'speakers/mara.md', text: 'new mara' },
  { path: 'urls.lock', text: '/new/\n/old/\n' },
]
const replaced = new Set(['articles/a.md', 'urls.lock'])
const later = { ...before, ...Object.fromEntries(written.map(({ path, text }) => [path, text])) }

function start(name: string): string {
  const content = join(folder, name)
  for (const [path, text] of Object.entries(before)) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
  return content
}

/** What a reader of the folder sees. */
function textsIn(content: string): { [path: string]: string } {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')) && statSync(join(content, path)).isFile())
    .sort()
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(content, path), 'utf8')]))
}

/** What happens at the n-th step that the writer asks the disk for. */
type Fate = (n: number) => 'goes on' | 'hangs' | 'is done, then hangs' | 'hangs half-way' | 'fails'

/** Runs something while each step on the disk meets its fate; gives how many there were. */
async function withFate(fate: Fate, run: () => Promise<unknown>): Promise<number> {
  const kept = { ...fs }
  const handle = await fs.open(import.meta.filename)
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  const { writeFile, sync } = prototype
  await handle.close()
  const opened: FileHandle[] = []
  let steps = 0
  let hung: () => void = () => {}
  const end = new Promise<void>((resolve) => (hung = resolve))
  const stop = () => {
    hung()
    return new Promise<never>(() => {})
  }
  const meet = async <Value>(go: () => Promise<Value>, goHalf?: () => Promise<unknown>): Promise<Value> => {
    steps += 1
    const met = fate(steps)
    if (met === 'fails') throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    if (met === 'hangs') return stop()
    if (met === 'hangs half-way') {
      await (goHalf ?? go)()
      return stop()
    }
    const value = await go()
    return met === 'goes on' ? value : stop()
  }
  for (const name of ['chmod', 'copyFile', 'link', 'mkdir', 'open', 'rename'] as const) {
    const real = async (...given: unknown[]) => {
      const value = await (kept[name] as (...given: unknown[]) => Promise<unknown>)(...given)
      if (name === 'open') opened.push(value as FileHandle)
      return value
    }
    ;(fs as unknown as { [name: string]: unknown })[name] = (...given: unknown[]) => meet(() => real(...given))
  }
  prototype.writeFile = function (this: FileHandle, text) {
    const half = String(text).slice(0, String(text).length / 2)
    return meet(
      () => writeFile.call(this, text),
      () => writeFile.call(this, half),
    )
  }
  prototype.sync = function (this: FileHandle) {
    return meet(() => sync.call(this))
  }
  syncBuiltinESMExports()
  try {
    await Promise.race([run(), end])
  } finally {
    Object.assign(fs, kept)
    Object.assign(prototype, { writeFile, sync })
    syncBuiltinESMExports()
    for (const one of opened) await one.close().catch(() => {})
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
  }
  return steps
}

test('all of the files are written, and keep who may read them', async () => {
  const content = start('all')
  chmodSync(join(content, 'urls.lock'), 0o640)
  const steps = await withFate(
    () => 'goes on',
    () => writeFiles(content, written, replaced),
  )
  assert.ok(steps > 20)
  assert.deepEqual(textsIn(content), Object.fromEntries(Object.entries(later).sort()))
  assert.equal(statSync(join(content, 'urls.lock')).mode & 0o777, 0o640)
  assert.ok(!readdirSync(content).some((name) => name.startsWith('.')))
})

test('killed at any step, each file is the old or the new one, and the next command clears up', async () => {
  for (const how of ['hangs', 'is done, then hangs', 'hangs half-way'] as const) {
    let steps = Number.POSITIVE_INFINITY
    for (let moment = 1; moment <= steps; moment += 1) {
      const content = start(`killed-${how.length}-${moment}`)
      const taken = await withFate(
        (n) => (n === moment ? how : 'goes on'),
        () => writeFiles(content, written, replaced),
      )
      if (taken < moment) steps = taken
      for (const [path, text] of Object.entries(textsIn(content)))
        assert.ok(text === before[path] || text === later[path], `${how} at ${moment}: ${path} is ${text}`)
      for (const path of Object.keys(before)) assert.ok(path in textsIn(content), `${how} at ${moment}: no ${path}`)
      rmSync(content, { recursive: true })
    }
    assert.ok(steps > 20)
  }
})

test('what a killed command left aside is taken away by the next', async () => {
  const content = start('swept')
  // No process has this number.
  mkdirSync(join(content, '.writing-4194305'))
  writeFileSync(join(content, '.writing-4194305/0'), 'half')
  await writeFiles(content, [{ path: 'urls.lock', text: '/a/\n' }], replaced)
  assert.ok(!readdirSync(content).some((name) => name.startsWith('.')))
})

test('a disk that fills up at any step leaves all as it was, and says so', async () => {
  let steps = Number.POSITIVE_INFINITY
  let failures = 0
  for (let moment = 1; moment <= steps; moment += 1) {
    const content = start(`full-${moment}`)
    let told: unknown = null
    const taken = await withFate(
      (n) => (n === moment ? 'fails' : 'goes on'),
      () => writeFiles(content, written, replaced).catch((error: unknown) => (told = error)),
    )
    if (taken < moment) steps = taken
    else {
      failures += 1
      assert.ok(told instanceof UnwritableError, `${moment}: ${told}`)
      assert.match(told.message, /no room left on the disk\. Nothing was written\.$/)
      assert.deepEqual(textsIn(content), Object.fromEntries(Object.entries(before).sort()), `${moment}`)
      assert.ok(!readdirSync(content).some((name) => name.startsWith('.')), `${moment}`)
    }
    rmSync(content, { recursive: true })
  }
  assert.ok(failures > 20)
})

test('a file that is there already is not replaced', async () => {
  const content = start('taken')
  await assert.rejects(writeFiles(content, written, new Set(['urls.lock'])), TakenError)
  assert.deepEqual(textsIn(content), Object.fromEntries(Object.entries(before).sort()))
})

test('no command writes but by this', () => {
  // A build writes its site, what it was made of, what it keeps for the next, and its lock.
  const others = new Set([
    ...['build', 'builds', 'kept', 'lock', 'making'].map((name) => `src/cli/${name}.ts`),
    ...['kept-reading', 'write-files'].map((name) => `src/loaders/${name}.ts`),
  ])
  const writes =
    /import \{[^}]*\b(?:appendFile|copyFile|cp|createWriteStream|link|open|rename|truncate|write|writeFile)(?:Sync)?\b[^}]*\} from 'node:fs(?:\/promises)?'/
  const found = ['src/cli', 'src/loaders', 'src/import', 'src/checks'].flatMap((room) =>
    readdirSync(join(projectFolder, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && writes.test(readFileSync(join(projectFolder, room, file), 'utf8')))
      .map((file) => `${room}/${file}`),
  )
  assert.ok(found.includes('src/loaders/write-files.ts'))
  assert.deepEqual(
    found.filter((file) => !others.has(file)),
    [],
  )
})

/** A disk of so many bytes; null where none can be had. */
function mountDisk(name: string, kilobytes: number): string | null {
  const disk = join(folder, name)
  mkdirSync(disk)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk])
  if (status !== 0) return null
  disks.push(disk)
  return disk
}

const disk = process.platform === 'linux' ? mountDisk('disk', 64) : null

test('on a disk that is full, commands say so and change nothing', {
  skip: !disk && 'no disk can be mounted',
}, async () => {
  const content = join(disk as string, 'content')
  for (const [path, text] of Object.entries({ ...exampleRecord, 'urls.lock': '/articles/bridge/\n' })) {
    mkdirSync(dirname(join(content, path)), { recursive: true })
    writeFileSync(join(content, path), text)
  }
  const out = join(folder, 'out')
  for (const page of [
    '',
    'articles/bridge/',
    ...Array.from({ length: 400 }, (_, n) => `quotes/mara-lodzinska/q${n}/`),
  ]) {
    mkdirSync(join(out, page), { recursive: true })
    writeFileSync(join(out, page, 'index.html'), '')
  }
  let room = 64
  for (; room > 0; room -= 1) {
    try {
      writeFileSync(join(disk as string, `filler-${room}`), 'a'.repeat(1024))
    } catch {
      break
    }
  }
  const sound = textsIn(content)
  const env = { CONTENT: content, OUT: out }
  const place = ['--into', join(disk as string, 'other')]
  const answers = ['--name', 'B', '--subject', 'B', '--language', 'en', '--contact', 'b@example.org']
  for (const [script, ...args] of [
    ['src/cli/urls.ts'],
    ['src/cli/check.ts', '--write-hashes'],
    ['src/cli/new.ts', 'outlet', '--name', 'The Harbour Post', '--kind', 'newspaper'],
    ['src/cli/new.ts', 'story', ...place, ...answers],
  ] as const) {
    const { code, stderr } = await runCommand(script, { args, env })
    assert.equal(code, 1, `${script}: ${stderr}`)
    assert.match(stderr, /no room left on the disk\. Nothing was written\.\s*$/, script)
    assert.deepEqual(textsIn(content), sound, script)
  }
})
