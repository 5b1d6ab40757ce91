/**
 * A reader asks for pages all the time while the site is rebuilt, every other build failing: `npm run drill`.
 * Prints how many requests there were, and how many were answered wrongly: an error, half a page, a page without its
 * style sheet. `BUILDS` in the environment says how many builds, 20 unless given.
 */
import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSiteServer, listen } from '../src/cli/serve.ts'
import { copyProject } from './project-copy.ts'

const paths = ['', 'timeline/', 'quotes/', 'speakers/', 'articles/', 'search/', 'data/quotes.json']
const wanted = Number(process.env['BUILDS'] ?? 20)

const copy = await copyProject('drill')
const record = join(copy.folder, 'record')
await cp(join(copy.folder, 'tests/fixtures/small/content'), record, { recursive: true })
const story = join(record, 'story.md')
const sound = await readFile(story, 'utf8')
const build = () => copy.run('src/cli/build.ts', { CONTENT: 'record' })

const first = await build()
if (first.code !== 0) throw new Error(first.output)
const server = createSiteServer(join(copy.folder, 'dist'), '/')
const port = await listen(server, 0)
const origin = `http://127.0.0.1:${port}`

const tally = { requests: 0, wrong: [] as string[] }
let done = false
const readers = Array.from({ length: 4 }, async () => {
  while (!done) for (const path of paths) await read(path)
})

const outcomes = { built: 0, refused: 0 }
for (let turn = 1; turn <= wanted; turn += 1) {
  const fails = turn % 2 === 0
  await writeFile(story, fails ? sound.replace(/^name:/m, 'nmae:') : sound.replace(/^name: .*$/m, `name: Turn ${turn}`))
  const { code, output } = await build()
  if ((code !== 0) !== fails) throw new Error(output)
  outcomes[fails ? 'refused' : 'built'] += 1
}
done = true
await Promise.all(readers)
server.close()
server.closeAllConnections()
await once(server, 'close')
await copy.remove()

console.log(`${outcomes.built} builds published, ${outcomes.refused} refused, ${tally.requests} requests by 4 readers.`)
console.log(`${tally.wrong.length} answered wrongly.`)
for (const line of tally.wrong.slice(0, 20)) console.log(`  ${line}`)
if (tally.wrong.length > 0) process.exitCode = 1

async function read(path: string): Promise<void> {
  try {
    const text = await ask(path)
    if (path.endsWith('.json')) JSON.parse(text)
    else {
      if (!text.includes('</html>')) tally.wrong.push(`/${path}: half a page`)
      // What the page asks for is there too, however late it is asked for.
      for (const [, asset] of text.matchAll(/(?:href|src)="(\/_astro\/[^"]+)"/g)) if (asset) await ask(asset.slice(1))
    }
  } catch (error) {
    tally.wrong.push(`/${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function ask(path: string): Promise<string> {
  tally.requests += 1
  const response = await fetch(`${origin}/${path}`)
  if (!response.ok) throw new Error(`${response.status} for /${path}`)
  return response.text()
}
