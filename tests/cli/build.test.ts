/** Whatever fails, whenever it fails, the last good site stays as it was. */
import assert from 'node:assert/strict'
import { cp, lstat, readdir, readFile, readlink, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fingerprintOf } from '../../src/cli/fingerprint.ts'
import { copyProject, endProcesses, type Outcome, type ProjectCopy } from '../project-copy.ts'

describe('a build', () => {
  let copy: ProjectCopy
  let site: string
  let good: string

  const build = (env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    copy.command('src/cli/build.ts', { CONTENT: 'record', ...env })
  /** What is written last: the link to the new site. */
  const theLink = '/dist(\\.[0-9a-f]+)?$'
  /** Of what was built already nothing would be built. */
  const changed = () => join(copy.folder, 'public/changed.txt')

  before(async () => {
    copy = await copyProject('build')
    site = join(copy.folder, 'dist')
    await cp(join(copy.folder, 'tests/fixtures/small/content'), join(copy.folder, 'record'), { recursive: true })
    const { code, output } = await build({ TZ: 'America/Anchorage' })
    assert.equal(code, 0, output)
    good = await fingerprintOf(site)
  })
  after(() => copy.remove())

  function isRefused({ code, output }: Outcome): void {
    assert.equal(code, 1, output)
    assert.match(output, /The site was not built/)
  }
  async function isUntouched(outcome: Outcome): Promise<void> {
    isRefused(outcome)
    assert.equal(await fingerprintOf(site), good)
    assert.deepEqual(await builds(), [await theOne()])
  }

  const builds = async () => (await readdir(join(copy.folder, '.dist'))).filter((name) => !name.endsWith('.notes'))
  const theOne = async () => (await readlink(site)).split('/').at(-1)

  test('is a link to a folder of its own', async () => {
    assert.ok((await lstat(site)).isSymbolicLink())
    assert.match(await readFile(join(site, '_headers'), 'utf8'), /content-security-policy: default-src 'none'/)
  })

  test('that fails in the checks leaves the last site', async () => {
    const story = join(copy.folder, 'record/story.md')
    const sound = await readFile(story, 'utf8')
    await writeFile(story, sound.replace(/^name:/m, 'nmae:'))
    const outcome = await build()
    await writeFile(story, sound)
    await isUntouched(outcome)
    assert.match(outcome.output, /story\.md/)
  })

  // A kind of writer each: Astro, a thread beside the pages, Pagefind; then the first of the two steps by which a site is
  // replaced.
  for (const [stage, fault] of [
    ['the pages', { FAULT: 'quotes/.*/index\\.html$' }],
    ['the feeds', { FAULT: 'feeds/' }],
    ['the index', { FAULT: 'pagefind/' }],
    ['anything more, on a full disk,', { FAULT_AFTER: '200000' }],
    ['where it goes', { FAULT: '/\\.dist/[^/]+$' }],
  ] as const) {
    test(`that cannot write ${stage} leaves the last site`, async () => {
      await writeFile(changed(), stage)
      const outcome = await build(fault)
      await isUntouched(outcome)
      assert.match(outcome.output, /ENOSPC/)
    })
  }

  test('that is killed leaves the last site; the next clears up, and is the same to the byte anywhere', async () => {
    // Between the new site and the link to it.
    const killed = await build({ FAULT: theLink, FAULT_KILLS: 'yes' })
    assert.equal(killed.code, null)
    assert.equal(await fingerprintOf(site), good)
    assert.equal((await builds()).length, 2)
    await rm(join(copy.folder, '.cache/astro'), { recursive: true })
    await rm(changed())
    // Another has written there.
    await utimes(join(site, 'index.html'), 0, 0)
    const tr = 'tr_TR.UTF-8'
    await endProcesses()
    const { code, output } = await build({ TZ: 'Pacific/Kiritimati', LANG: tr, LC_ALL: tr })
    assert.equal(code, 0, output)
    assert.equal(await fingerprintOf(site), good)
    // Cleared away by a process that outlives the command.
    for (let left = 100; left > 0 && (await builds()).length > 2; left -= 1) await pause(100)
    assert.equal((await builds()).length, 2, 'the site and the one before it')
  })

  test('of what was built already builds nothing; of what has changed a site that keeps the hashed files of the last', async () => {
    const built = await readlink(site)
    const { code, output } = await build()
    assert.equal(code, 0, output)
    assert.match(output, /^Nothing has changed: \d\d pages, /)
    assert.equal(await readlink(site), built)
    const before = await hashed()
    await rename('The Other Ledger')
    const between = new Set(await hashed())
    assert.ok(between.size > before.length, 'the index has changed')
    assert.ok(
      before.every((name) => between.has(name)),
      'the hashed files of the last site are kept',
    )
    await writeFile(join(copy.folder, 'public/new.txt'), 'new')
    await rename('The Third Ledger')
    assert.equal(await readFile(join(site, 'new.txt'), 'utf8'), 'new')
    const after = new Set(await hashed())
    assert.ok(!before.every((name) => after.has(name)), 'for one build')
  })

  const hashed = async () => (await readdir(join(site, 'pagefind/fragment'))).sort()
  async function rename(name: string): Promise<void> {
    const outlet = join(copy.folder, 'record/outlets/the-ledger.md')
    await writeFile(outlet, (await readFile(outlet, 'utf8')).replace(/^name: .*$/m, `name: ${name}`))
    assert.match((await build()).output, /^Built /m)
  }

  test('takes the place of a plain folder, and a second one at the same time says that the first is under way', async () => {
    await rm(site)
    await cp(join(copy.folder, 'public'), site, { recursive: true })
    const [first, second] = await Promise.all([build(), pause(200).then(() => build())])
    assert.equal(first.code, 0, first.output)
    assert.ok((await lstat(site)).isSymbolicLink())
    assert.equal(second.code, 1)
    assert.match(second.output, /Another build is under way \(process \d+\)/)
  })

  // Its process ends here, and another would take long to begin.
  test('that cannot write the link leaves the last site, and clears up when its process ends', async () => {
    await writeFile(changed(), 'the link')
    const [one, before, last] = [await theOne(), await builds(), await fingerprintOf(site)]
    const outcome = await build({ FAULT: theLink })
    await endProcesses()
    isRefused(outcome)
    assert.match(outcome.output, /ENOSPC/)
    assert.deepEqual([await theOne(), await fingerprintOf(site)], [one, last])
    assert.deepEqual(
      (await builds()).filter((name) => !before.includes(name)),
      [],
    )
  })
})
