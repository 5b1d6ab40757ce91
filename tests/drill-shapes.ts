/**
 * A megabyte of each shape that could be slow (`tests/shapes.ts`), or as much of it as the limits let through, checked in a
 * process of its own: `npm run drill:shapes`. Prints those that take more than a second or 300 MB, and the most of each.
 * `npm run drill:shapes -- WORD` takes those whose name has the word.
 */
import { spawnSync } from 'node:child_process'
import { isOfLimits, judge, shapes } from './shapes.ts'
import { projectFolder } from './sites.ts'

/** What a file may take, to its largest. */
const goal = { milliseconds: 3000, megabytes: 500 }

const [name = '', only] = process.argv.slice(2)
if (only === 'alone') measure(name)
else drill(name)

function measure(name: string): void {
  const shape = shapes.find((one) => one.name === name)
  if (!shape) throw new Error(`There is no shape ${name}.`)
  let took = 0
  let bytes = 990_000
  for (; bytes > 1000; bytes = Math.floor(bytes / 2)) {
    const texts = shape.make(bytes)
    const started = process.cpuUsage()
    const isRefused = judge(texts).some(isOfLimits)
    const { user, system } = process.cpuUsage(started)
    took = Math.max(took, (user + system) / 1000)
    if (!isRefused) break
  }
  console.log(JSON.stringify({ took, bytes, megabytes: process.resourceUsage().maxRSS / 1000 }))
}

function drill(word: string): void {
  const chosen = shapes.filter(({ name }) => name.includes(word))
  const most = { took: 0, megabytes: 0 }
  let missed = 0
  for (const { name } of chosen) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, name, 'alone'], {
      cwd: projectFolder,
      encoding: 'utf8',
      timeout: 60_000,
    })
    if (status !== 0) {
      missed += 1
      console.log(`${name}: ${stderr.split('\n').find((line) => line.includes('Error')) ?? 'no answer in a minute'}`)
      continue
    }
    const { took, bytes, megabytes } = JSON.parse(stdout)
    most.took = Math.max(most.took, took)
    most.megabytes = Math.max(most.megabytes, megabytes)
    if (took > goal.milliseconds || megabytes > goal.megabytes) missed += 1
    if (took > 1000 || megabytes > 300)
      console.log(`${name}: ${Math.round(took)} ms and ${Math.round(megabytes)} MB for ${bytes} bytes`)
  }
  console.log(`${chosen.length} shapes; at most ${Math.round(most.took)} ms and ${Math.round(most.megabytes)} MB.`)
  console.log(`${missed} take more than ${goal.milliseconds} ms or ${goal.megabytes} MB.`)
  if (missed > 0) process.exitCode = 1
}
