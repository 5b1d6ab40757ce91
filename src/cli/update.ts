/**
 * Takes over a later version of the software: `npm run update -- <address or folder> [branch or tag]`. Shows what will
 * change and asks; `--yes` does it unasked, `--undo` takes the last one back. All of it is Git's: versions are merged in
 * memory, and nothing is touched before the whole of it fits.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirm } from '@clack/prompts'
import { writeFiles } from '../loaders/write-files.ts'
import { migrations } from './migrations.ts'
import { readArguments, run } from './run.ts'

const usage = 'npm run update -- <address or folder of the newer version> [branch or tag]\n  npm run update -- --undo'

/** Where it is remembered what there was before the last update, and what it made of it. */
const before = 'refs/on-record/before-update'
const after = 'refs/on-record/after-update'

/** The record of the software itself: a story's own files, or ours, are never taken from a newer version, save the manual. */
const record = 'content'
const manual = `${record}/README.md`

await run(async () => {
  const flag = { type: 'boolean' } as const
  const options = { yes: flag, undo: flag, migrate: flag }
  const { values, positionals } = readArguments(usage, { options, allowPositionals: true })
  const [address, version = 'HEAD'] = positionals
  process.chdir(git('rev-parse', '--show-toplevel'))
  if (values.migrate) return migrate()
  if (!values.undo && !address) throw new Error(`Unexpected end, expected an address or a folder:\n  ${usage}`)
  refuseUnclean()
  if (values.undo) return undo()
  git('fetch', '--quiet', '--no-tags', address as string, version)
  const newer = git('rev-parse', 'FETCH_HEAD^{commit}')
  const base = findBase(newer)
  if (base === newer) return console.log('Nothing newer there: this is that version, or one after it.')
  const tree = merge(base, newer)
  tell(base, newer, tree)
  if (!values.yes && !(await isWanted())) return console.log('Nothing was changed.')
  apply(newer, tree)
})

/** Runs Git; its answer without the last line end. Throws what it says when it fails. */
function git(...args: string[]): string {
  const { output, status } = tryGit(args)
  if (status !== 0) throw new Error(`git ${args[0]}: ${output.trim()}\nNothing was changed.`)
  return output.trimEnd()
}

function tryGit(args: readonly string[], env: { [name: string]: string } = {}, input?: string) {
  const settings = { encoding: 'utf8', env: { ...process.env, ...env }, input, maxBuffer: 1 << 30 } as const
  const { error, status, stderr, stdout } = spawnSync('git', args, settings)
  if (error) throw new Error(`Git is needed for this, and could not be run: ${error.message}`)
  return { status, output: status === 0 || stdout ? stdout : stderr }
}

/** What is not committed could not be given back. */
function refuseUnclean(): void {
  const changed = git('status', '--porcelain')
  if (changed)
    throw new Error(
      `Some files are not committed:\n${changed}\nCommit them first (git add -A && git commit), so that an update can be taken back. Nothing was changed.`,
    )
}

/** The version that both have in common. A copy without its past, as from a template, is one whose first `src` is that of the version it was made of. */
function findBase(newer: string): string {
  const common = tryGit(['merge-base', 'HEAD', newer])
  if (common.status === 0) return common.output.trim()
  const [first = ''] = git('rev-list', '--max-parents=0', 'HEAD').split('\n')
  const own = git('rev-parse', `${first}:src`)
  const found = git('rev-list', newer)
    .split('\n')
    .find((commit) => tryGit(['rev-parse', `${commit}:src`]).output.trim() === own)
  if (found) return found
  throw new Error(
    `The newer version has no version in common with this one: its past has none with the src/ of your first commit.\nTake the address from which you had this one. Nothing was changed.`,
  )
}

/** The tree in which both are joined; throws when they do not fit. */
function merge(base: string, newer: string): string {
  const theirs = withoutRecord(base, newer)
  // Both with the one parent that they have in common, also where Git does not know of it.
  const ours = git(...identity(), 'commit-tree', withoutCreation(base), '-p', base, '-m', 'What there is')
  const { status, output } = tryGit(['merge-tree', '--write-tree', '--name-only', ours, theirs])
  const [tree = '', ...rest] = output.split('\n')
  if (status === 0) return withName(withManuals(tree, base, newer))
  if (status !== 1)
    throw new Error(`git merge-tree: ${output.trim()}\nGit 2.38 or later is needed. Nothing was changed.`)
  const files = rest.slice(0, rest.indexOf('')).map((file) => `  ${file}`)
  throw new Error(
    [
      'You and the newer version have changed the same lines, or added the same file:',
      ...files,
      'Nothing was changed. Take your change of these files back, or move it: the look of a story stands in its settings.yaml,',
      'its pages in pages/. Commit that, and run this again. Or join them by hand:',
      `  git merge ${newer.slice(0, 12)}`,
    ].join('\n'),
  )
}

/**
 * One's own tree without what `npm create astro` has done to it: it takes the changelog away, and gives the package another
 * name and makes it public. These would disagree with each newer version.
 */
function withoutCreation(base: string): string {
  const index = { GIT_INDEX_FILE: join(git('rev-parse', '--absolute-git-dir'), 'on-record-update') }
  tryGit(['read-tree', 'HEAD'], index)
  const put = (path: string, blob: string | null) =>
    blob && tryGit(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], index)
  if (!blobOf('HEAD', 'CHANGELOG.md')) put('CHANGELOG.md', blobOf(base, 'CHANGELOG.md'))
  const [own, old] = ['HEAD', base].map((commit) => tryGit(['show', `${commit}:package.json`]).output)
  if (withoutName(own) === withoutName(old)) put('package.json', blobOf(base, 'package.json'))
  return tryGit(['write-tree'], index).output.trim()
}

/** The joined tree with the name that one's own package has. */
function withName(tree: string): string {
  const name = /^\s*"name": .*$/m
  const [own = '', text = ''] = ['HEAD', tree].map((commit) => tryGit(['show', `${commit}:package.json`]).output)
  const [line] = name.exec(own) ?? []
  if (!line) return tree
  const index = { GIT_INDEX_FILE: join(git('rev-parse', '--absolute-git-dir'), 'on-record-update') }
  const named = tryGit(
    ['hash-object', '-w', '--stdin'],
    {},
    text.replace(name, () => line),
  ).output.trim()
  tryGit(['read-tree', tree], index)
  tryGit(['update-index', '--cacheinfo', `100644,${named},package.json`], index)
  return tryGit(['write-tree'], index).output.trim()
}

/** What a `package.json` says besides its name. */
function withoutName(text = ''): string {
  try {
    const { name, private: _, ...rest } = JSON.parse(text)
    return JSON.stringify(rest)
  } catch {
    return text
  }
}

/** The newer version with the record of the older one, so that it changes nothing in one's own: its manual alone is newer. */
function withoutRecord(base: string, newer: string): string {
  const index = { GIT_INDEX_FILE: join(git('rev-parse', '--absolute-git-dir'), 'on-record-update') }
  const step = (...args: string[]) => {
    const { output, status } = tryGit(args, index)
    if (status !== 0) throw new Error(`git ${args[0]}: ${output.trim()}\nNothing was changed.`)
    return output.trim()
  }
  step('read-tree', newer)
  step('rm', '-r', '-f', '--cached', '--quiet', '--ignore-unmatch', record)
  if (tryGit(['rev-parse', '--verify', '--quiet', `${base}:${record}`]).status === 0)
    step('read-tree', `--prefix=${record}/`, `${base}:${record}`)
  const own = blobOf(newer, manual)
  // One who has moved the manual away is not given it again.
  if (own && blobOf('HEAD', manual)) step('update-index', '--add', '--cacheinfo', `100644,${own},${manual}`)
  const tree = step('write-tree')
  return step(...identity(), 'commit-tree', tree, '-p', base, '-m', 'The newer version without its record')
}

/** Manuals beside other records are brought up to date where they are still as they were written. */
function withManuals(tree: string, base: string, newer: string): string {
  const [old, fresh] = [blobOf(base, manual), blobOf(newer, manual)]
  if (!old || !fresh || old === fresh) return tree
  const index = { GIT_INDEX_FILE: join(git('rev-parse', '--absolute-git-dir'), 'on-record-update') }
  tryGit(['read-tree', tree], index)
  for (const line of git('ls-tree', '-r', tree).split('\n')) {
    const [, blob, path = ''] = /^\d+ blob (\S+)\t(.+)$/.exec(line) ?? []
    if (blob === old && path.endsWith('/README.md'))
      tryGit(['update-index', '--cacheinfo', `100644,${fresh},${path}`], index)
  }
  return tryGit(['write-tree'], index).output.trim()
}

function blobOf(commit: string, path: string): string | null {
  const { output, status } = tryGit(['rev-parse', '--verify', '--quiet', `${commit}:${path}`])
  return status === 0 ? output.trim() : null
}

/** Shows what changes, what of one's own is concerned, and what the changelog says. */
function tell(base: string, newer: string, tree: string): void {
  const namesOf = (from: string, to: string) =>
    git('diff', '--name-only', '--no-renames', from, to).split('\n').filter(Boolean)
  const changing = git('diff', '--stat=100', '--no-renames', 'HEAD', tree)
  console.log(`What will change:\n${changing || '  nothing in the files'}\n`)
  const theirs = new Set(namesOf('HEAD', tree))
  const both = namesOf(base, 'HEAD').filter((file) => theirs.has(file))
  const concerned = both.length > 0 ? both.map((file) => `  ${file}`).join('\n') : '  no file that you have changed'
  console.log(`What of yours is concerned (both changes are kept):\n${concerned}\n`)
  const [old = '', fresh = ''] = [base, newer].map((commit) => tryGit(['show', `${commit}:CHANGELOG.md`]).output)
  const known = new Set(old.split('\n'))
  const news = fresh.split('\n').filter((line) => line.trim() !== '' && !known.has(line))
  if (news.length > 0) console.log(`What the changelog says:\n${news.map((line) => `  ${line}`).join('\n')}\n`)
}

async function isWanted(): Promise<boolean> {
  if (process.stdin.isTTY && process.stdout.isTTY) return (await confirm({ message: 'Take it over?' })) === true
  console.log('To take it over, run the same with --yes at its end.')
  return false
}

/** Makes the joined tree the next commit, brings the packages up to date, and does what the new version asks of records. */
function apply(newer: string, tree: string): void {
  const start = git('rev-parse', 'HEAD')
  const message = `Take over a later version of the software (${newer.slice(0, 12)})`
  const joined = git(...identity(), 'commit-tree', tree, '-p', start, '-p', newer, '-m', message)
  const areOthers = blobOf(start, 'package-lock.json') !== blobOf(joined, 'package-lock.json')
  // It stops at files that Git does not know and that would be written over.
  git('merge', '--ff-only', '--quiet', joined)
  git('update-ref', before, start)
  git('update-ref', after, joined)
  console.log('Done. To take it back: npm run update -- --undo')
  if (areOthers) console.log('The packages are others now: run npm ci.')
  // By the code of the newer version, which knows what it asks for.
  const { status } = spawnSync(process.execPath, ['src/cli/update.ts', '--migrate'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The records were not brought to the form of the newer version: see above.')
}

/** In one commit of its own, each record beside its own settings. */
async function migrate(): Promise<void> {
  const stories = git('ls-files', '*/story.md', '--', ':!tests', ':!bench').split('\n').filter(Boolean)
  const written: string[] = []
  for (const folder of stories.map((path) => path.replace(/\/story\.md$/, ''))) {
    const read = (path: string) => {
      const file = join(folder, path)
      return existsSync(file) ? readFileSync(file, 'utf8') : null
    }
    for (const { toFiles, what } of migrations) {
      const files = toFiles(read)
      if (!files) continue
      console.log(`${folder}/: ${what}`)
      const paths = files.map(({ path }) => path)
      await writeFiles(folder, files, new Set(paths))
      written.push(...paths.map((path) => join(folder, path)))
    }
  }
  if (written.length === 0) return
  git('add', '--', ...written)
  console.log(git('diff', '--cached'))
  git(...identity(), 'commit', '--quiet', '-m', 'Bring the records to the form of the later version')
  git('update-ref', after, git('rev-parse', 'HEAD'))
}

/** Back to what there was; only right after an update, so that no work of one's own is lost. */
function undo(): void {
  const [start, end] = [before, after].map((ref) => tryGit(['rev-parse', '--verify', '--quiet', ref]).output.trim())
  if (!start || !end) throw new Error('There is no update to take back.')
  if (git('rev-parse', 'HEAD') !== end)
    throw new Error(
      `You have committed since the update, and going back would lose that. Nothing was changed.\nTo undo the update alone, with a commit of its own: git revert -m 1 ${end.slice(0, 12)}`,
    )
  git('reset', '--keep', '--quiet', start)
  git('update-ref', '-d', before)
  git('update-ref', '-d', after)
  console.log(`Taken back: all is as it was at ${start.slice(0, 12)}. Run npm ci if the packages had changed.`)
}

/** A machine on which nobody has told Git a name can update too. */
function identity(): string[] {
  const isKnown = tryGit(['config', 'user.email']).status === 0
  return isKnown ? [] : ['-c', 'user.name=On Record', '-c', 'user.email=update@localhost']
}
