/**
 * Random changes of one letter in the copies and quotes of a made-up record of 1,000 articles, and whether the verifier finds
 * each where it is: `npm run drill:proof`, or `npm run drill:proof -- FOLDER` for a site that is built. `CHANGES` in the
 * environment says how many, 10,000 unless given; `SEED` which. Prints how many were found, and how long the whole takes.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeRecord } from '../bench/generate.ts'
import { copyProject } from './project-copy.ts'
import { listFiles, projectFolder } from './sites.ts'
import { apply, type Change, changeLetter, type Files, toRandom, verify } from './verifier.ts'

interface Pathed {
  branch: object[]
  quotes: { branch: object[]; page: string }[]
}

const wanted = Number(process.env['CHANGES'] ?? 10_000)
/** Changes that are made at once, each in a block or quote of its own. */
const atOnce = 250

const [given] = process.argv.slice(2)
const copy = given ? null : await copyProject('proof')
if (copy) {
  writeRecord(join(copy.folder, 'record'), 1000)
  const { code, output } = await copy.run('src/cli/build.ts', { CONTENT: 'record' })
  if (code !== 0) throw new Error(output)
}
const folder = given ?? join(copy?.folder ?? '', 'dist')

const started = performance.now()
const whole = spawnSync(process.execPath, [join(projectFolder, 'public/verify.js'), folder], { encoding: 'utf8' })
const seconds = (performance.now() - started) / 1000
console.log(whole.stdout.trim())
if (whole.status !== 0) throw new Error(whole.stderr)

const files: Files = new Map()
for (const path of listFiles(
  folder,
  /^(?:data\/(?:proof|quotes)\.json|(?:articles\/[^/]+|quotes\/(?!page\/)[^/]+\/[^/]+)\/index\.html)$/,
))
  files.set(path.replace(/index\.html$/, ''), readFileSync(join(folder, path), 'utf8'))

// The page of a quote has its way up to the hash of its article; the rest is in the proof.
const { articles }: { articles: Pathed[] } = JSON.parse(files.get('data/proof.json') ?? '')
const without = articles.flatMap(({ quotes }) =>
  quotes.filter(({ branch, page }) => !files.get(page)?.includes(`"branch":${JSON.stringify(branch)}`)),
)
const longest = Math.max(
  ...articles.flatMap(({ branch, quotes }) => quotes.map((one) => one.branch.length + branch.length)),
)
console.log(`The longest branch has ${longest} hashes; ${without.length} pages of quotes are without theirs.`)
if (longest > 20 || without.length > 0) process.exitCode = 1

const random = toRandom(Number(process.env['SEED'] ?? 1))
const missed: string[] = []
let made = 0
while (made < wanted) {
  const changes = new Map<string, Change>()
  while (changes.size < Math.min(atOnce, wanted - made)) {
    const change = changeLetter(files, random)
    if (!changes.has(change.within)) changes.set(change.within, change)
  }
  const { problems } = await verify(apply(files, [...changes.values()]))
  const byPlace = Map.groupBy(problems, ({ place }) => place)
  for (const { index, isFound, path } of changes.values())
    if (!byPlace.get(path)?.some(isFound)) missed.push(`${path} at ${index}`)
  made += changes.size
}
await copy?.remove()

console.log(`${made} changes of one letter, ${made - missed.length} of them found where they are.`)
console.log(`The whole was verified in ${seconds.toFixed(1)} s.`)
for (const line of missed.slice(0, 20)) console.log(`  ${line}`)
if (missed.length > 0 || seconds > 10) process.exitCode = 1
