/**
 * Every command that writes into a content folder is killed at 200 moments: `npm run drill:writes`. Half of them lie
 * anywhere from its start to its end, half after it has begun to write. Prints for each command how often its files were
 * the old ones, the new ones or in between, and which file was neither: none may be. `KILLS` in the environment says how
 * many, 200 unless given.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { exampleArticle, exampleRecord } from '../src/checks/example.ts'
import { projectFolder } from './sites.ts'

const kills = Number(process.env['KILLS'] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'drill-writes-'))
const sound = join(folder, 'sound')
const out = join(folder, 'out')
const capture = join(folder, 'walk.txt')

write(sound, exampleRecord)
write(sound, { 'urls.lock': Array.from({ length: 20_000 }, (_, n) => `/quotes/mara-lodzinska/old-${n}/\n`).join('') })
for (let n = 0; n < 60; n += 1)
  write(sound, { [`articles/walk-${n}.md`]: exampleArticle(`People walk, ${n} of them.\n\n`.repeat(40)) })
write(out, { 'index.html': '' })
for (let n = 0; n < 300; n += 1) write(out, { [`quotes/mara-lodzinska/new-${n}/index.html`]: '' })
writeFileSync(capture, 'A walk\n\n“We will not wait,” Mara Łodzińska told reporters on Monday. “We walk.”\n')

const commands: { [name: string]: string[] } = {
  'npm run urls': ['src/cli/urls.ts'],
  'npm run hash': ['src/cli/check.ts', '--write-hashes'],
  'npm run new -- outlet': ['src/cli/new.ts', 'outlet', '--name', 'The Harbour Post', '--kind', 'newspaper'],
  'npm run new -- story': [
    ...['src/cli/new.ts', 'story', '--into', '$INTO', '--name', 'Bay', '--subject', 'The bay', '--language', 'en'],
    ...['--contact', 'desk@example.org'],
  ],
  'npm run import': [
    ...[
      'src/cli/import.ts',
      capture,
      '--yes',
      '--outlet',
      'the-ledger',
      '--published',
      '2031-03-03',
      '--title',
      'A walk',
    ],
    ...['--url', 'https://ledger.example.org/walk', '--language', 'en'],
  ],
}

let wrong = 0
for (const [name, args] of Object.entries(commands)) {
  const before = textsIn(sound)
  const started = performance.now()
  const first = await run(args, null)
  const lasts = performance.now() - started
  if (first.code !== 0) throw new Error(`${name} fails: ${first.output}`)
  const later = first.texts
  const tally = { old: 0, new: 0, between: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    const half = Math.ceil(kills / 2)
    const moment =
      kill < half
        ? { after: 'start', by: (lasts * kill) / half }
        : { after: 'writing', by: ((kill - half) / half) * 40 }
    const { texts } = await run(args, moment)
    const changed = Object.keys(later).filter((path) => later[path] !== before[path])
    const broken = Object.keys({ ...texts, ...before }).filter(
      (path) => texts[path] === undefined || (texts[path] !== before[path] && texts[path] !== later[path]),
    )
    wrong += broken.length
    for (const path of broken)
      console.log(`  ${name}, ${moment.by.toFixed(1)} ms after ${moment.after}: ${path} is broken`)
    const renewed = changed.filter((path) => texts[path] === later[path]).length
    tally[renewed === 0 ? 'old' : renewed === changed.length ? 'new' : 'between'] += 1
  }
  console.log(
    `${name}: killed ${kills} times; ${tally.old} left the old files, ${tally.new} the new ones, ${tally.between} some of each.`,
  )
}
rmSync(folder, { recursive: true })
console.log(`${wrong} files were neither the old nor the new one.`)
if (wrong > 0) process.exitCode = 1

/** Runs a command on a fresh copy of the record, and kills it if wanted; what a reader then finds. */
async function run(args: readonly string[], moment: { after: string; by: number } | null) {
  const content = join(folder, 'content')
  rmSync(content, { recursive: true, force: true })
  cpSync(sound, content, { recursive: true })
  const given = args.map((arg) => (arg === '$INTO' ? join(content, 'another') : arg))
  if (given.some((arg) => arg.endsWith('another'))) mkdirSync(join(content, 'another'))
  const watched = given.includes(join(content, 'another')) ? join(content, 'another') : content
  const child = spawn(process.execPath, given, {
    cwd: projectFolder,
    env: { ...process.env, CONTENT: content, OUT: out },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text))
  child.stderr.on('data', (text: Buffer) => (output += text))
  const closed = once(child, 'close')
  const watcher = watch(watched)
  if (moment) {
    if (moment.after === 'writing') await Promise.race([once(watcher, 'change'), closed])
    await Promise.race([sleep(moment.by), closed])
    child.kill('SIGKILL')
  }
  const [code] = (await closed) as [number | null]
  watcher.close()
  return { code, output, texts: textsIn(content) }
}

function textsIn(content: string): { [path: string]: string } {
  const paths = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.split('/').some((name) => name.startsWith('.writing-')) && statSync(join(content, path)).isFile(),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(content, path), 'utf8')]))
}

function write(into: string, files: { [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    writeFileSync(join(into, path), text)
  }
}
