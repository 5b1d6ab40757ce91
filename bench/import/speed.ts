/**
 * How long a proposal takes, and in how much memory: an article of 2,000 words against a record of 5,000 quotes, the
 * command started from nothing. `node bench/import/speed.ts`
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPassages } from './measure.ts'

const quotes = 5000
const people = ['Ann Berg', 'Tom Hale', 'Ida Moen', 'Karl Voss', 'Lena Aas']
const words =
  'harbour bridge council winter ferry island school money decision vote summer road price town people work plan night storm light shop boat pier county minister'.split(
    ' ',
  )

const folder = mkdtempSync(join(tmpdir(), 'on-record-speed-'))
const content = join(folder, 'content')
const put = (path: string, text: string) => {
  mkdirSync(join(content, path, '..'), { recursive: true })
  writeFileSync(join(content, path), text)
}
let seed = 7
const pick = <Item>(items: readonly Item[]): Item => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return items[seed % items.length] as Item
}
const sentence = () =>
  `We will see the ${pick(words)} and the ${pick(words)} before the ${pick(words)} of the ${pick(words)}, with ${pick(words)} and ${pick(words)}.`

put('story.md', '---\nname: Speed\nsubject: Speed\nlanguage: en\nfollowing: false\n---\n')
put('outlets/the-gull.md', '---\nname: The Gull\nkind: newspaper\n---\n')
for (const name of people)
  put(`speakers/${slug(name)}.md`, `---\nname: ${name}\nkind: person\naliases: [${name.split(' ')[1]}]\n---\n`)
const perArticle = 10
for (let n = 0; n < quotes / perArticle; n++) {
  // `--week`: all within the week that is compared, the worst there is. Else a year's worth.
  const day = process.argv.includes('--week')
    ? '2031-03-04'
    : new Date(Date.UTC(2031, 2, 4) - (n % 365) * 86_400_000).toISOString().slice(0, 10)
  const lines = Array.from({ length: perArticle }, (_, at) => ({
    name: pick(people),
    label: `q-${n}-${at}`,
    text: sentence(),
  }))
  put(
    `articles/${day}-a-${n}.md`,
    `---\ntitle: Article ${n}\noutlet: the-gull\npublished: ${day}\nurl: https://gull.example.org/${n}\nlanguage: en\nrights: full\nadded: ${day}\n---\n\n${lines.map(({ name, label, text }) => `[“${text}”][${label}] ${name} said.`).join('\n\n')}\n\n${lines.map(({ name, label }) => `[${label}]: ../speakers/${slug(name)}.md#${label}`).join('\n')}\n`,
  )
}
const passages = ['tuned', 'held-out'].flatMap((name) =>
  readPassages(readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8')),
)
let page = 'A long page about everything\n'
for (const { blocks } of passages) {
  if (page.split(/\s+/).length > 1700) break
  page += `${blocks.join('\n')}\n`
}
while (page.split(/\s+/).length < 2000) page += `“${sentence()}” ${pick(people)} said on Monday.\n`
writeFileSync(join(folder, 'page.txt'), page)

const times: number[] = []
const spent: number[] = []
let memory = 0
for (let run = 0; run < 5; run++) {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent('process.on("exit",()=>process.stderr.write("maxrss "+process.resourceUsage().maxRSS+" cpu "+Math.round((process.cpuUsage().user+process.cpuUsage().system)/1000)))')}`,
      join(import.meta.dirname, '../../src/cli/import.ts'),
      'page.txt',
      '--dry-run',
      '--json',
      '--outlet',
      'the-gull',
      '--published',
      '2031-03-05',
    ],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, CONTENT: 'content' }, maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(stderr)
  times.push(performance.now() - started)
  memory = Math.max(memory, Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? 0) / 1024)
  spent.push(Number(/cpu (\d+)/.exec(stderr)?.[1] ?? 0))
  if (run === 0) {
    const data = JSON.parse(stdout) as { quotes: unknown[]; same: unknown[] }
    console.log(
      `${page.split(/\s+/).length} words, ${data.quotes.length} quotes proposed, compared with ${quotes} on record, ${data.same.length} alike`,
    )
  }
}
times.sort((a, b) => a - b)
console.log(
  `median ${Math.round(times[2] as number)} ms, slowest ${Math.round(times.at(-1) as number)} ms, most memory ${Math.round(memory)} MB; processor time at least ${Math.min(...spent)} ms`,
)

rmSync(folder, { recursive: true })

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
