/** A later version of the software is taken over as the README says, with its very commands: nothing of one's own is lost. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { projectFolder } from './sites.ts'

test('the commands of the README lose nothing', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'later-version-'))
  context.after(() => rmSync(root, { recursive: true, force: true }))
  const [software, own] = [join(root, 'software'), join(root, 'own')]
  const git = (folder: string, ...args: string[]) => {
    const settings = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'init.defaultBranch=main']
    const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' })
    assert.equal(status, 0, `git ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
  const write = (folder: string, files: { [path: string]: string }) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'x')
  }
  mkdirSync(software)
  git(software, 'init', '-q')
  write(software, {
    'src/a.ts': 'one\n',
    'src/gone.ts': 'one\n',
    'content/story.md': 'the first story\n',
    'content/README.md': 'the manual\n',
    'package.json': '{\n  "version": "1"\n}\n',
  })
  git(root, 'clone', '-q', software, own)
  const mine = {
    // A second record, beside the first.
    'another-story/story.md': 'mine\n',
    'another-story/articles/a.md': 'mine\n',
    'src/pages/imprint.astro': 'mine\n',
    'public/mine.png': 'mine\n',
    'netlify.toml': 'mine\n',
    'content/story.md': 'the first story, with a sentence of mine\n',
  }
  write(own, mine)
  rmSync(join(software, 'src/gone.ts'))
  write(software, {
    'src/a.ts': 'two\n',
    'src/new.ts': 'two\n',
    'content/README.md': 'the manual, better\n',
    'package.json': '{\n  "version": "2"\n}\n',
  })

  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8')
  const [, commands = ''] = /To take over a later version[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? []
  const lines = commands.trim().split('\n')
  assert.deepEqual(
    lines.map((line) => line.split(' ').slice(0, 2).join(' ')),
    ['git fetch', 'git merge'],
  )
  for (const line of lines) {
    const [, ...args] = line.replace(/https:\S+/, software).split(' ')
    git(own, ...args)
  }

  for (const [path, text] of Object.entries(mine)) assert.equal(readFileSync(join(own, path), 'utf8'), text, path)
  assert.equal(readFileSync(join(own, 'src/a.ts'), 'utf8'), 'two\n')
  assert.equal(readFileSync(join(own, 'src/new.ts'), 'utf8'), 'two\n')
  assert.equal(readFileSync(join(own, 'content/README.md'), 'utf8'), 'the manual, better\n')
  assert.ok(!existsSync(join(own, 'src/gone.ts')))
  assert.equal(git(own, 'status', '--porcelain'), '')
})
