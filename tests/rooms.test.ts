/** The rooms of the project keep to themselves: who may import whom, and what a room never does. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { projectFolder } from './sites.ts'

/** From above to below, as README.md lists them: a room imports from itself and from the rows above it. */
const rows = roomsOfReadme()

/** What a room never imports. */
const never: { [room: string]: RegExp[] } = {
  'urls.ts': [/^node:/, /^astro:/],
  'site.ts': [/^node:/, /^astro:/],
  'headers.ts': [/^node:/, /^astro:/],
  'lists.ts': [/^node:/, /^astro:/],
  schema: [/^node:/, /^astro:/],
  record: [/^node:/, /^astro:/],
  views: [/^node:/, /^astro:/],
  words: [/^node:/, /^astro:/],
  import: [/^node:/, /^astro:/],
  checks: [/^astro:/],
  // Components are given what they show.
  'content.config.ts': [/^node:/],
  components: [/^astro:content/, /\/(?:record|loaders|feeds)\//],
}

/** The one file of the import that reads from the disk: its word lists are data. */
const readsLists = 'src/import/languages/lists.ts'

/** What no page and no component does by itself: a view has it done. */
const works = /\.(?:toSorted|sort|filter|reduce|groupBy)\(|\bMap\.groupBy\b|\btoLocaleDateString\b|\bnew Date\(/

/** The one component that prints text unescaped by the page: structured data, with an escaping of its own. */
const printsHtml = /^src\/components\/StructuredData\.astro$/

/** Each has a manifest and a lockfile: what builds the site, and what only tests and bench need. */
const packageFolders = ['.', 'tests', 'bench']

const files = trackedFiles()
const sources = files.filter((file) => /^src\/.*\.(tsx?|astro|mjs|css)$/.test(file) && !file.endsWith('.d.ts'))

test('every source file stands in a room', () => {
  const homeless = sources.filter((file) => rowOf(roomOf(file)) === -1)
  assert.deepEqual(homeless, [])
})

test('a room imports only from the rooms above it', () => {
  const wrong = importsOfAll().filter(({ file, to }) => {
    if (to === null) return false
    const [from, target] = [roomOf(file), roomOf(to)]
    return from !== target && rowOf(target) >= rowOf(from) && !(rowOf(from) === 0 && target === 'site.ts')
  })
  assert.deepEqual(wrong.map(describe), [])
})

test('no room imports what it must not', () => {
  const wrong = importsOfAll().filter(
    ({ file, name, to }) =>
      !(file === readsLists && /^node:/.test(name)) &&
      never[roomOf(file)]?.some((pattern) => pattern.test(name) || (to !== null && pattern.test(`/${to}`))),
  )
  assert.deepEqual(wrong.map(describe), [])
})

test('every import of ours leads to a file', () => {
  const wrong = importsOfAll().filter(({ to }) => to !== null && !existsSync(join(projectFolder, to)))
  assert.deepEqual(wrong.map(describe), [])
})

test('no page and no component sorts, filters, adds up or words a date', () => {
  const wrong = sources.filter((file) => /^src\/(pages|components)\/.*\.astro$/.test(file) && works.test(read(file)))
  assert.deepEqual(wrong, [])
})

test('nothing comes from the insides of Astro', () => {
  // What its documentation names: the package itself, types for content loaders, configuration and virtual modules.
  const documented = /^astro(?:$|:content$|\/(?:config|loaders|types)$)/
  const wrong = importsOfAll().filter(({ name }) => /^astro\b/.test(name) && !documented.test(name))
  assert.deepEqual(wrong.map(describe), [])
})

// For each file of a package Node reads its description anew, that of date-fns has 200 KB, and every command would wait for it.
test('of date-fns nothing is imported that loads dozens of its files', () => {
  const heavy = /^date-fns(?:$|\/(?:fp|format|parse|formatDistance|formatRelative|intlFormatDistance|locale)\b)/
  assert.deepEqual(
    importsOfAll()
      .filter(({ name }) => heavy.test(name))
      .map(describe),
    [],
  )
})

test('a page has forty lines at most', () => {
  const long = sources
    .filter((file) => file.startsWith('src/pages/'))
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 40)
  assert.deepEqual(long, [])
})

test('addresses are made in urls.ts alone', () => {
  const wrong = sources.filter(
    (file) =>
      !/^src\/(site|urls)\.ts$/.test(file) && /import\.meta\.env\.(BASE_URL|SITE)|Astro\.site\b/.test(read(file)),
  )
  assert.deepEqual(wrong, [])
})

test('nothing is printed as HTML, and only structured data unescaped', () => {
  const wrong = sources.filter((file) => /set:html|innerHTML|outerHTML|insertAdjacentHTML/.test(read(file)))
  assert.deepEqual(
    wrong.filter((file) => !printsHtml.test(file)),
    [],
  )
})

test('no drawers without a noun', () => {
  assert.deepEqual(
    files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.[a-z]+$)/.test(file)),
    [],
  )
})

test('no file names a folder of somebody’s machine', () => {
  const folders = ['home', 'root', 'Users', 'work', 'mnt'].join('|')
  const pattern = new RegExp(`(?:^|[\\s"'\`(=:])/(?:${folders})/[\\w.-]+|[A-Z]:\\\\Users`)
  const wrong = files
    .filter((file) => !/\.(png|woff2?|ico|jpg|webp)$/.test(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .map((line, index) => ({ at: `${file}:${index + 1}`, line: line.match(pattern)?.[0] }))
        .filter(({ line }) => line !== undefined),
    )
  assert.deepEqual(wrong, [])
})

test('the top level is for people', () => {
  const top = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter((name) => !name.startsWith('.')).sort()
  assert.deepEqual(top, [
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.md',
    'astro.config.mjs',
    'bench',
    'content',
    'package-lock.json',
    'package.json',
    'public',
    'src',
    'tests',
    'tsconfig.json',
  ])
})

test('every dependency has an exact version', () => {
  type Manifest = { [kind: string]: Record<string, string> }
  const loose = packageFolders
    .flatMap((folder) => {
      const manifest = JSON.parse(read(join(folder, 'package.json'))) as Manifest
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.entries(manifest[kind] ?? {}),
      )
    })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  assert.deepEqual(loose, [])
})

test('the lockfile knows the packages of every system', () => {
  // npm leaves out those that the registry at hand did not have, and then `npm ci` fails everywhere.
  type Locked = { optionalDependencies?: Record<string, string> }
  const missing = packageFolders.flatMap((folder) => {
    const { packages } = JSON.parse(read(join(folder, 'package-lock.json'))) as { packages: Record<string, Locked> }
    return Object.entries(packages).flatMap(([at, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${at}/node_modules/${name}`],
      ),
    )
  })
  assert.deepEqual(missing, [])
})

interface Import {
  file: string
  name: string
  /** The file it leads to, relative to the project; null for a package. */
  to: string | null
}

function importsOfAll(): Import[] {
  return sources.flatMap((file) => {
    const pattern = file.endsWith('.css')
      ? /@import\s+(?:url\()?['"]([^'"]+)['"]/g
      : /\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g
    return [...read(file).matchAll(pattern)].map((match) => {
      const name = match[1] ?? ''
      return {
        file,
        name,
        to: name.startsWith('.') ? relative('.', join(dirname(file), name.split('?')[0] ?? '')) : null,
      }
    })
  })
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? ''
}

function rowOf(room: string): number {
  return rows.findIndex((row) => row.includes(room))
}

function describe({ file, name }: Import): string {
  return `${file} imports ${name}`
}

function read(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8')
}

/** What git would keep: tracked files, and new ones that it does not ignore. Without git, all but what is made. */
/** The rooms in the order of the table in README.md; those of a row do not import each other. */
function roomsOfReadme(): string[][] {
  const [, table = ''] = /## The rooms\n([\s\S]*?)\n## /.exec(read('README.md')) ?? []
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      Array.from(line.split('|')[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, name = '']) => name.replace(/\/$/, '')),
    )
}

function trackedFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (git.status === 0)
    return git.stdout.split('\0').filter((file) => file !== '' && existsSync(join(projectFolder, file)))
  const made = /(?:^|\/)node_modules\/|^(dist|dist-[^/]*|\.astro|\.cache|\.git)(\/|$)/
  return readdirSync(projectFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !made.test(file))
}
