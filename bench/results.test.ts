import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeGoals, median, table } from './results.ts'

test('every goal of every section stands in one table', () => {
  const sections = [
    '## Build\n\n- met: fast, under 20 s\n- **missed**: small, under\n  6 GB\n\n- a line of another kind\n',
    '## Load\n\n- met: nothing lost\n',
    '## Search\n\n### 6,000 quotes\n\n- met: bytes; **missed**: time\n\n### 30,000 quotes\n\n- met: bytes\n',
  ]
  assert.equal(
    describeGoals(sections).split('\n\n').at(-1),
    `| section | outcome | what |
|---|---|---|
| Build | met | fast, under 20 s |
| Build | **missed** | small, under 6 GB |
| Load | met | nothing lost |
| Search, 6,000 quotes | **partly** | bytes; **missed**: time |
| Search, 30,000 quotes | met | bytes |`,
  )
})

test('columns of numbers stand to the right', () => {
  assert.equal(
    table(['page', 'bytes', 'kind'], [['a', 1000, 'x']]),
    '| page | bytes | kind |\n|---|---:|---|\n| a | 1,000 | x |',
  )
})

test('the median is the middle one', () => {
  assert.equal(median([9, 1, 5]), 5)
})
