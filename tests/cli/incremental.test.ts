/** A build that takes over what the last one kept is, to the byte, the build from nothing. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { carriedInto } from '../../src/cli/builds.ts'
import { chooseSteps, copyEdited, digestEdited, edit, everywhere, kinds, layOut } from '../edits.ts'
import { copyProject, type ProjectCopy } from '../project-copy.ts'
import { listFiles } from '../sites.ts'

/** Each kind of edit once, fourteen before a build; or as many as are asked for, a build after each. */
const [edited, atOnce] = process.env['EDITS'] ? [Number(process.env['EDITS']), 1] : [kinds.length, 14]
/**
 * One that goes back to no state, which is done below, after a build that was killed; and that makes what changes every page
 * first, and last an edit that few pages show, one of them by what another file says of it.
 */
const seed = Number(process.env['SEED'] ?? 1266)

/** Edits that few pages show, when they come alone. */
const few = new Set([
  'a role',
  'the date of an event',
  'what came of an event',
  'an article added',
  'the words of a copy',
  'a quote withdrawn, or put back',
])

describe('after an edit, a build', () => {
  /** One of them keeps what it can, the other starts from nothing each time. */
  let copy: ProjectCopy
  let other: ProjectCopy
  /** What was edited, to go back to: a folder for each state. */
  let states: string
  let edits = 0
  /** Which state it is in. */
  let at = 0
  /** What a build from nothing makes of a state; it need not be made twice. */
  const whole = new Map<string, Map<string, string>>()

  const build = (env: NodeJS.ProcessEnv = {}) => copy.command('src/cli/build.ts', { CONTENT: 'record', ...env })

  /** Builds with what was kept, and says which pages it made anew. */
  async function buildAnew(): Promise<{ made: number; pages: number; output: string }> {
    const { code, output } = await build()
    assert.equal(code, 0, output)
    const [built, pages, made] = /Built (\d+) pages, (\d+) of them anew/.exec(output) ?? []
    assert.ok(built, output)
    return { output, pages: Number(pages), made: Number(made) }
  }

  /**
   * Builds with what was kept, and from nothing; gives what the first said when both made the same. One after the other: each
   * has work for two processors, and two at a time take longer.
   */
  async function buildBoth(): ReturnType<typeof buildAnew> {
    const made = await buildAnew()
    const wanted = await buildWhole()
    const now = await digestsOf(join(copy.folder, 'dist'))
    const paths = [...new Set([...now.keys(), ...wanted.keys()])]
    assert.deepEqual(
      paths.filter((path) => now.get(path) !== wanted.get(path)),
      [],
    )
    return made
  }

  async function buildWhole(): Promise<Map<string, string>> {
    const state = digestEdited(copy.folder)
    const known = whole.get(state)
    if (known) return known
    copyEdited(copy.folder, other.folder)
    rmSync(join(other.folder, '.cache/astro'), { recursive: true, force: true })
    const built = await other.command('src/cli/build.ts', { CONTENT: 'record' })
    assert.equal(built.code, 0, built.output)
    const digests = await digestsOf(join(other.folder, 'dist'))
    whole.set(state, digests)
    return digests
  }

  const folderOf = (state: number) => join(states, `${state}`)
  function goTo(state: number): void {
    copyEdited(folderOf(state), copy.folder)
    at = state
  }

  before(async () => {
    ;[copy, other] = await Promise.all([copyProject('incremental'), copyProject('from-nothing')])
    layOut(copy.folder)
    states = mkdtempSync(join(tmpdir(), 'on-record-states-'))
    copyEdited(copy.folder, folderOf(0))
    // The first has nothing to keep.
    await buildAnew()
    whole.set(digestEdited(copy.folder), await digestsOf(join(copy.folder, 'dist')))
  })
  after(async () => {
    rmSync(states, { recursive: true, force: true })
    await Promise.all([copy.remove(), other.remove()])
  })

  const kept = (path: string) => join(copy.folder, '.cache/astro/kept', path)
  const some = (pattern: RegExp) => {
    const path = listFiles(join(copy.folder, '.cache/astro/kept'), pattern)[0]
    assert.ok(path, String(pattern))
    return kept(path)
  }
  /** How many of what was kept a build says that it has thrown away. */
  const countThrown = (output: string) =>
    (output.match(/ is not as |and \d+ more are not as /g) ?? []).reduce(
      (sum, words) => sum + 1 + Number(/\d+/.exec(words)?.[0] ?? 0),
      0,
    )

  test('when nothing but the site is gone makes nothing anew that has a key but a page cut short, and says so', async () => {
    for (const name of ['dist', '.dist']) rmSync(join(copy.folder, name), { recursive: true })
    truncateSync(some(/dist\/quotes\/.*index\.html$/), 100)
    const { made, output, pages } = await buildBoth()
    assert.ok(made <= 10 && pages > 60, `${made} of ${pages} pages`)
    assert.equal(countThrown(output), 1, output)
  })

  /** What is spoiled before the build of a step, by its turn, and how many things that are: they are thrown away, and it says so. */
  const spoiled: { name: string; number: number; spoil: () => void }[] = [
    { name: 'a list of pages cut short', number: 1, spoil: () => truncateSync(some(/incremental-build\.json$/), 300) },
    {
      name: 'garbage in a picture, in what was read and in the index',
      number: 3,
      spoil: () => {
        for (const path of [some(/share-images\/.*\.png$/), kept('reading.json'), kept('search')])
          writeFileSync(path, 'garbage')
      },
    },
  ]

  const steps = chooseSteps(seed, edited, atOnce)
  for (const [turn, step] of steps.entries()) {
    // An edit alone makes few pages anew: what is wrong in the others before it is so after it, and is seen then.
    const isHeld = atOnce === 1 || turn === steps.length - 1
    const damage = spoiled[turn]
    const happened = typeof step === 'number' ? [`back to state ${step}`] : step
    const outcome = isHeld ? 'is as one from nothing' : 'builds, and is compared after the last'
    test(`${outcome}: ${[...happened, ...(damage ? [damage.name] : [])].join(', ')}`, async () => {
      const before = await digestsOf(join(copy.folder, 'dist'))
      if (typeof step === 'number') goTo(step)
      else {
        for (const name of step) edit(copy.folder, name, turn + 1)
        edits += 1
        at = edits
        copyEdited(copy.folder, folderOf(at))
      }
      damage?.spoil()
      const { made, output, pages } = await (isHeld ? buildBoth() : buildAnew())
      assert.equal(countThrown(output), damage?.number ?? 0, output)
      // Code and all that it says is in the key of every page; of the record a page is made of little.
      if (Array.isArray(step) && step.some((name) => everywhere.has(name))) assert.equal(made, pages)
      if (few.has(String(step)) && !damage) assert.ok(made < pages / 2, `${made} of ${pages} pages were made anew`)
      // Else the edit would prove nothing.
      assert.notDeepEqual(await digestsOf(join(copy.folder, 'dist')), before)
    })
  }

  // Pages are kept as they are made, the list of them at the end: what has ended in between left pages of one record and the
  // list of another.
  test('is as one from nothing when the one before it was killed between the pages and their list', async () => {
    // Under another name every page is another.
    edit(copy.folder, 'the name of the story', 900)
    const { code } = await build({ FAULT: 'incremental-build\\.json$', FAULT_KILLS: 'yes' })
    assert.equal(code, null)
    goTo(at === 0 ? edits : 0)
    await buildBoth()
  })
})

/** A digest of each file of a site, without those that a build keeps of the one before it. */
async function digestsOf(site: string): Promise<Map<string, string>> {
  const root = realpathSync(site)
  const carried = new Set(await carriedInto(root))
  const paths = listFiles(root, /./).filter((path) => !carried.has(path) && statSync(join(root, path)).isFile())
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  )
}
