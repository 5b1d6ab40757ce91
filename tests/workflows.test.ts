/** What runs on the host of the repository: on actions that it still runs, and nothing is published before the tests. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { projectFolder } from './sites.ts'

interface Job {
  needs?: string | string[]
  uses?: string
  permissions?: { [scope: string]: string }
  steps?: { uses?: string; run?: string }[]
}
interface Workflow {
  on: { [event: string]: unknown }
  permissions: { [scope: string]: string }
  jobs: { [name: string]: Job }
}

const folder = join(projectFolder, '.github/workflows')
const workflows = new Map(
  readdirSync(folder).map((file) => [file, parse(readFileSync(join(folder, file), 'utf8')) as Workflow]),
)
const jobs = [...workflows].flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ at: `${file}: ${name}`, job })),
)
const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  scripts: { [name: string]: string }
}

/** The first version of each action that runs on Node 24 (its `action.yml`); GitHub takes away the Node before. */
const onCurrentNode: { [action: string]: number } = {
  'actions/cache': 5,
  'actions/checkout': 5,
  'actions/setup-node': 5,
  'actions/configure-pages': 6,
  'actions/upload-pages-artifact': 5,
  'actions/deploy-pages': 5,
  'actions/upload-artifact': 6,
  'actions/download-artifact': 7,
}

test('every action runs on a Node that the host has', () => {
  const old = jobs.flatMap(({ at, job }) =>
    (job.steps ?? []).flatMap(({ uses }) => {
      if (uses === undefined) return []
      const [action = '', version = ''] = uses.split('@v')
      return Number(version) >= (onCurrentNode[action] ?? Number.POSITIVE_INFINITY) ? [] : [`${at}: ${uses}`]
    }),
  )
  assert.deepEqual(old, [])
})

test('every command that a workflow runs is there', () => {
  const named = jobs.flatMap(({ job }) =>
    (job.steps ?? []).flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name),
    ),
  )
  assert.ok(named.length > 3)
  assert.deepEqual(
    named.filter((name = '') => !Object.hasOwn(scripts, name)),
    [],
  )
})

test('nothing is published before the tests have passed', () => {
  const { test: tested, publish } = workflows.get('pages.yml')?.jobs ?? {}
  assert.equal(publish?.needs, 'test')
  assert.equal(tested?.uses, './.github/workflows/test.yml')
  const { on, jobs: tests } = workflows.get('test.yml') ?? {}
  assert.ok(on && 'workflow_call' in on)
  assert.ok(tests?.['test']?.steps?.some(({ run }) => run === 'npm cit'))
})

test('what may write to the repository runs nothing of the project', () => {
  for (const [file, { permissions }] of workflows) assert.deepEqual(permissions, { contents: 'read' }, file)
  for (const { at, job } of jobs) {
    if (job.permissions?.['contents'] !== 'write') continue
    assert.ok(!(job.steps ?? []).some(({ run = '' }) => /\b(npm|npx|node)\b/.test(run)), at)
  }
})
