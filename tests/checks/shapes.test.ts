/**
 * Texts that are made to be slow (`tests/shapes.ts`), as long as the limits let them through: none throws, each refusal has its
 * place, and what is let through takes time with its length and not with the square of it. `npm run drill:shapes` fills a
 * whole megabyte with each, and tells time and memory.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import type { Texts } from '../../src/checks/rule.ts'
import type { Problem } from '../../src/schema/problem.ts'
import { isOfLimits, judge, type Shape, shapes } from '../shapes.ts'

const [smallest, largest] = [1000, 8000]
/** Milliseconds below which nothing is compared: chance would decide … */
const noticeable = 25
/** … and more for a text that a limit lets become no longer: so much is the most that it can take. */
const noticeableAtLimit = 200
/** Four times as long takes four times as much where time grows in a straight line, sixteen times with the square. */
const steepest = 9
/** For so many milliseconds a text is read again that seemed steep, and for longer when it still does. */
const again = [300, 1500] as const

/** Milliseconds that a text takes when it is read so many times; null when a limit refuses it, with its place. */
function timeOf(name: string, texts: Texts, times: number): number | null {
  let problems: Problem[] = []
  const before = process.threadCpuUsage()
  for (let time = 0; time < times; time += 1) problems = judge(texts)
  const { user, system } = process.threadCpuUsage(before)
  const refusal = problems.find(isOfLimits)
  if (!refusal) return (user + system) / 1000
  assert.ok(refusal.rule === 'file-size' || (refusal.line ?? 0) > 0, `${name} is refused without a place`)
  assert.match(refusal.expected, /at most/, name)
  return null
}

/** How many times longer the longest text that is let through takes than one of a quarter of its length. */
function steepnessOf({ name, make }: Shape): number {
  for (let bytes = largest; bytes >= smallest; bytes /= 2) {
    const long = timeOf(name, make(bytes), 1)
    if (long === null) continue
    if (long < (bytes < largest ? noticeableAtLimit : noticeable)) return 1
    let steepness = long / (timeOf(name, make(bytes / 4), 1) ?? 1)
    // Some systems count processor time in steps of 4 ms, memory is cleared now and then, and code is made faster while it
    // runs: all of it evens out.
    for (const span of again) {
      if (steepness <= steepest) return steepness
      // What is refused when it is twice as long is at its limit here too.
      if (long < noticeableAtLimit && timeOf(name, make(bytes * 2), 1) === null) return 1
      const times = Math.ceil(span / long)
      steepness = (timeOf(name, make(bytes), times) ?? 0) / (timeOf(name, make(bytes / 4), times) ?? 1)
    }
    return steepness
  }
  return 1
}

test('no shape of a text is slow, or fells the checks', () => {
  // What is compiled when it is first used is no matter of the text.
  for (let turn = 0; turn < 5; turn += 1) judge(exampleRecord)
  const steep = shapes
    .filter(({ isPacked }) => !isPacked)
    .map((shape) => ({ name: shape.name, steepness: steepnessOf(shape) }))
    .filter(({ steepness }) => steepness > steepest)
  assert.deepEqual(steep, [])
})

test('any depth ends in a problem with its place', () => {
  const deep = /nested|sequences opened|maps opened|maps of maps|items of items|keys of keys/
  const nested = shapes.filter(({ name, isPacked }) => !isPacked && deep.test(name))
  assert.ok(nested.length > 40)
  for (const { name, make } of nested) {
    for (const bytes of [2000, 20_000, 900_000]) {
      const refusals = judge(make(bytes)).filter(isOfLimits)
      for (const { rule, line } of refusals) assert.ok(rule === 'file-size' || line, name)
      // Of what nests by indentation a few lines fill many bytes.
      if (bytes > 2000)
        assert.ok(refusals.length > 0 || /front matter/.test(name), `${name} of ${bytes} bytes gets through`)
    }
  }
})
