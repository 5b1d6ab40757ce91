/** A later version of the software is taken over by `npm run update`: nothing of one's own is lost, and it can be taken back. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { generateRecord } from '../bench/generate.ts'
import { migrations } from '../src/cli/migrations.ts'
import { runCommand } from './project-copy.ts'
import { projectFolder } from './sites.ts'

type Files = { [path: string]: string }

const root = mkdtempSync(join(tmpdir(), 'later-version-'))
const software = join(root, 'software')

function git(folder: string, ...args: string[]): string {
  const settings = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'init.defaultBranch=main']
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], options)
  assert.equal(status, 0, `git ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout.trim()
}

function commit(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', 'x')
}

/** Runs `npm run update` as it is run; one that takes a version over starts the code of that version itself. */
function update(folder: string, ...args: string[]): { code: number | null; output: string } {
  const command = [join(projectFolder, 'src/cli/update.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  return { code: status, output: stdout + stderr }
}

/** Runs one that takes nothing over. */
const ask = (folder: string, ...args: string[]) => runCommand('src/cli/update.ts', { args, from: folder })

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** Every tenth file of a record, and its story: Git handles each of them alike. */
function someOf(folder: string, files: Files): Files {
  const some = Object.entries(files).filter(([path], at) => path === 'story.md' || at % 10 === 0)
  return Object.fromEntries(some.map(([path, text]) => [`${folder}/${path}`, text]))
}

/** What somebody has made of the older version: a record in the place of ours, another beside it, and files of the project. */
const mine: Files = {
  ...someOf('content', generateRecord(100)),
  ...someOf('second-story', generateRecord(3, 2)),
  'second-story/README.md': 'the manual\n',
  'content/pages/imprint.md': '---\ntitle: Imprint\ndescription: Who is answerable.\n---\n\nUs.\n',
  'content/look/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
  'content/settings.yaml': 'logo: look/logo.svg\n',
  'src/pages/mine.astro': 'a page of mine\n',
  'public/mine.txt': 'mine\n',
  'netlify.toml': '[build]\n  command = "npm run build"\n',
  '.env': 'CONTENT=second-story\n',
}

/** The older version as it was tagged, and somebody's clone of it with all that is theirs. */
function begin(name: string, isTemplate = false): string {
  const own = join(root, name)
  git(root, 'clone', '-q', '--branch', 'v0.9.0', software, own)
  git(own, 'switch', '-qc', 'main-of-mine')
  if (isTemplate) {
    rmSync(join(own, '.git'), { recursive: true })
    // What `npm create astro` does to a template (create-astro 5.2.4).
    rmSync(join(own, 'CHANGELOG.md'))
    const { private: _, ...packed } = JSON.parse(read(own, 'package.json'))
    writeFileSync(join(own, 'package.json'), JSON.stringify({ ...packed, name: 'mine' }, null, 2))
    git(own, 'init', '-q')
    commit(own, {})
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(own, 'node_modules'))
  rmSync(join(own, 'content'), { recursive: true })
  mkdirSync(join(own, 'content'))
  commit(own, { ...mine, 'content/README.md': 'the manual\n' })
  return own
}

describe('a later version', () => {
  before(() => {
    mkdirSync(software)
    git(software, 'init', '-q')
    // The rooms that the update itself lives in: its code runs. Git handles all others alike.
    for (const name of ['cli', 'loaders', 'markdown', 'schema', 'lists.ts', 'site.ts'])
      cpSync(join(projectFolder, 'src', name), join(software, 'src', name), { recursive: true })
    cpSync(join(projectFolder, 'package.json'), join(software, 'package.json'))
    commit(software, {
      '.gitignore': 'node_modules\n.cache/\n',
      'src/a.ts': 'one\n',
      'src/shared.ts': 'one\n\n\n\ntwo\n',
      'src/gone.ts': 'one\n',
      'content/story.md': '---\nname: Ours\nsubject: x\n---\n',
      'content/articles/ours.md': 'an article of ours\n',
      'content/README.md': 'the manual\n',
      'CHANGELOG.md': '# Changes\n\n## 0.9.0\n\n- Begun.\n',
    })
    git(software, 'tag', 'v0.9.0')
    rmSync(join(software, 'src/gone.ts'))
    commit(software, {
      'src/a.ts': 'two\n',
      'src/new.ts': 'two\n',
      'src/shared.ts': 'one, better\n\n\n\ntwo\n',
      'content/story.md': '---\nname: Ours, later\nsubject: x\n---\n',
      'content/articles/ours.md': 'an article of ours, corrected\n',
      'content/articles/ours-too.md': 'another of ours\n',
      'content/README.md': 'the manual, better\n',
      'package.json': read(software, 'package.json').replace(/"version": ".*"/, '"version": "9.9.9"'),
      'CHANGELOG.md': '# Changes\n\n## 1.0.0\n\n- A look of one’s own.\n\n## 0.9.0\n\n- Begun.\n',
    })
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  test('loses nothing, asks first, and is taken back', async () => {
    const own = begin('own')
    commit(own, { 'src/shared.ts': 'one\n\n\n\ntwo, mine\n' })
    const start = git(own, 'rev-parse', 'HEAD')

    const asked = await ask(own, software)
    assert.equal(asked.code, 0, asked.output)
    for (const words of ['src/a.ts', 'A look of one’s own.', 'src/shared.ts', '--yes'])
      assert.ok(asked.output.includes(words), words)
    assert.ok(!asked.output.includes('- Begun.'))
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])

    const done = update(own, software, '--yes')
    assert.equal(done.code, 0, done.output)
    const changed = new Set([
      'second-story/README.md',
      'second-story/story.md',
      'content/story.md',
      'content/settings.yaml',
    ])
    for (const [path, text] of Object.entries(mine)) if (!changed.has(path)) assert.equal(read(own, path), text, path)
    assert.deepEqual(
      ['src/a.ts', 'src/new.ts', 'src/shared.ts', 'content/README.md', 'second-story/README.md'].map((path) =>
        read(own, path),
      ),
      ['two\n', 'two\n', 'one, better\n\n\n\ntwo, mine\n', 'the manual, better\n', 'the manual, better\n'],
    )
    for (const path of ['src/gone.ts', 'content/articles/ours.md', 'content/articles/ours-too.md'])
      assert.ok(!existsSync(join(own, path)), path)
    // What the format asks for now is shown and done.
    assert.match(done.output, /^content\/: The name of the site/m)
    for (const folder of ['content', 'second-story']) {
      assert.match(read(own, `${folder}/settings.yaml`), /^name: /m)
      assert.doesNotMatch(read(own, `${folder}/story.md`), /^name: /m)
    }
    assert.match(read(own, 'content/settings.yaml'), /logo: look\/logo\.svg/)
    assert.equal(git(own, 'status', '--porcelain'), '')
    assert.match((await ask(own, software, '--yes')).output, /^Nothing newer/)

    const undone = await ask(own, '--undo')
    assert.equal(undone.code, 0, undone.output)
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])
    assert.equal(read(own, 'content/story.md'), mine['content/story.md'])
  })

  test('stops whole where both have changed the same lines, or something is not committed', async () => {
    const own = begin('conflict')
    commit(own, { 'src/a.ts': 'mine\n', 'src/new.ts': 'mine\n' })
    const start = git(own, 'rev-parse', 'HEAD')
    const { code, output } = await ask(own, software, '--yes')
    assert.equal(code, 1)
    for (const words of ['  src/a.ts', '  src/new.ts', 'Nothing was changed.', 'git merge'])
      assert.ok(output.includes(words), output)
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])
    writeFileSync(join(own, 'src/a.ts'), 'not yet\n')
    assert.match((await ask(own, software, '--yes')).output, /not committed:\n.*src\/a\.ts/)
    assert.equal(read(own, 'src/a.ts'), 'not yet\n')
  })

  test('is taken over by a copy without its past, as one from a template is', async () => {
    const own = begin('template', true)
    const { code, output } = update(own, software, '--yes')
    assert.equal(code, 0, output)
    assert.equal(read(own, 'src/a.ts'), 'two\n')
    assert.equal(read(own, 'netlify.toml'), mine['netlify.toml'])
    const { name, version } = JSON.parse(read(own, 'package.json'))
    assert.deepEqual([name, version], ['mine', '9.9.9'])
    assert.match(read(own, 'CHANGELOG.md'), /A look of one’s own/)
    // From then on Git knows of what both have in common.
    assert.match((await ask(own, software)).output, /^Nothing newer/)
  })

  test('one that nothing is in common with is refused', async () => {
    const own = join(root, 'stranger')
    mkdirSync(own)
    git(own, 'init', '-q')
    commit(own, { 'src/a.ts': 'somebody else’s\n' })
    assert.match((await ask(own, software, '--yes')).output, /no version in common/)
  })
})

test('a migration does what it says once', () => {
  for (const { toFiles } of migrations) {
    const texts = new Map([
      ['story.md', '---\nname: "Port: a record"\nsubject: The port\ncontact:\n---\n\nname: is no field here.\n'],
    ])
    for (const { path, text } of toFiles((path) => texts.get(path) ?? null) ?? []) texts.set(path, text)
    assert.equal(texts.get('story.md'), '---\nsubject: The port\n---\n\nname: is no field here.\n')
    assert.equal(texts.get('settings.yaml'), 'name: "Port: a record"\n')
    assert.equal(
      toFiles((path) => texts.get(path) ?? null),
      null,
    )
  }
})
