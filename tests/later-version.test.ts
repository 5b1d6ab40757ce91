/** A later version of the software is taken over by `npm run update`: nothing of one's own is lost, and it can be taken back. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { generateRecord } from '../bench/generate.ts'
import { migrations } from '../src/cli/migrations.ts'
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

function update(folder: string, ...args: string[]): { status: number | null; said: string } {
  const command = [join(projectFolder, 'src/cli/update.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

/** What somebody has made of the older version: a record in the place of ours, another beside it, and files of the project. */
const second: Files = Object.fromEntries(
  Object.entries(generateRecord(3, 2)).map(([path, text]) => [`second-story/${path}`, text]),
)
const mine: Files = {
  ...Object.fromEntries(Object.entries(generateRecord(100)).map(([path, text]) => [`content/${path}`, text])),
  ...second,
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
    for (const name of ['src', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs'])
      cpSync(join(projectFolder, name), join(software, name), { recursive: true })
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

  test('loses nothing, asks first, and is taken back', () => {
    const own = begin('own')
    commit(own, { 'src/shared.ts': 'one\n\n\n\ntwo, mine\n' })
    const start = git(own, 'rev-parse', 'HEAD')

    const asked = update(own, software)
    assert.equal(asked.status, 0, asked.said)
    for (const words of ['src/a.ts', 'A look of one’s own.', 'src/shared.ts', '--yes'])
      assert.ok(asked.said.includes(words), words)
    assert.ok(!asked.said.includes('- Begun.'))
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])

    const done = update(own, software, '--yes')
    assert.equal(done.status, 0, done.said)
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
    assert.match(done.said, /^content\/: The name of the site/m)
    for (const folder of ['content', 'second-story']) {
      assert.match(read(own, `${folder}/settings.yaml`), /^name: /m)
      assert.doesNotMatch(read(own, `${folder}/story.md`), /^name: /m)
    }
    assert.match(read(own, 'content/settings.yaml'), /logo: look\/logo\.svg/)
    assert.equal(git(own, 'status', '--porcelain'), '')
    assert.match(update(own, software, '--yes').said, /^Nothing newer/)

    const undone = update(own, '--undo')
    assert.equal(undone.status, 0, undone.said)
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])
    assert.equal(read(own, 'content/story.md'), mine['content/story.md'])
  })

  test('stops whole where both have changed the same lines, or something is not committed', () => {
    const own = begin('conflict')
    commit(own, { 'src/a.ts': 'mine\n', 'src/new.ts': 'mine\n' })
    const start = git(own, 'rev-parse', 'HEAD')
    const { said, status } = update(own, software, '--yes')
    assert.equal(status, 1)
    for (const words of ['  src/a.ts', '  src/new.ts', 'Nothing was changed.', 'git merge'])
      assert.ok(said.includes(words), said)
    assert.deepEqual([git(own, 'rev-parse', 'HEAD'), git(own, 'status', '--porcelain')], [start, ''])
    writeFileSync(join(own, 'src/a.ts'), 'not yet\n')
    assert.match(update(own, software, '--yes').said, /not committed:\n.*src\/a\.ts/)
    assert.equal(read(own, 'src/a.ts'), 'not yet\n')
  })

  test('is taken over by a copy without its past, as one from a template is', () => {
    const own = begin('template', true)
    const { said, status } = update(own, software, '--yes')
    assert.equal(status, 0, said)
    assert.equal(read(own, 'src/a.ts'), 'two\n')
    assert.equal(read(own, 'netlify.toml'), mine['netlify.toml'])
    const { name, version } = JSON.parse(read(own, 'package.json'))
    assert.deepEqual([name, version], ['mine', '9.9.9'])
    assert.match(read(own, 'CHANGELOG.md'), /A look of one’s own/)
    // From then on Git knows of what both have in common.
    assert.match(update(own, software).said, /^Nothing newer/)
  })

  test('one that nothing is in common with is refused', () => {
    const own = join(root, 'stranger')
    mkdirSync(own)
    git(own, 'init', '-q')
    commit(own, { 'src/a.ts': 'somebody else’s\n' })
    assert.match(update(own, software, '--yes').said, /no version in common/)
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
