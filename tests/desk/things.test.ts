/** Forms of files of the record: every field of every noun, new and again, and what is not changed stays. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { amend, nounOfFile, things, toFileForm } from '../../src/desk/again.ts'
import { Desk } from '../../src/desk/desk.ts'
import { editFile } from '../../src/desk/edit.ts'
import { valuesOf } from '../../src/desk/fields.ts'
import { readForm } from '../../src/desk/forms.ts'
import { schemas } from '../../src/loaders/content-file.ts'
import { splitFile } from '../../src/loaders/front-matter.ts'
import { projectFolder } from '../sites.ts'
import { harbour, writeRecord } from './harbour.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const file = `---
# Asked most.
name: Will there be a ferry?   # in May
order: 2
aliases: [boat,  ferries]
quotes:
  - mara-lodzinska#not-wait # the first
  - 'mara-lodzinska#not-go'
# Of the tools.
roles:
  - title: Mayor # of the port
    from: 2025
  - { title: Clerk }
---

A sentence.
`
const order = ['name', 'kind', 'order', 'aliases', 'quotes', 'roles']

describe('a changed field', () => {
  test('is the one line that changes: comments, quotation marks, blanks and line ends stay', () => {
    assert.equal(editFile(file, {}, order, null), file)
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    for (const as of [(text: string) => text, windows]) {
      const edit = (changes: object, body: string | null = null) =>
        editFile(as(file), changes as { [field: string]: unknown }, order, body)
      assert.equal(edit({ order: 3 }), as(file.replace('order: 2', 'order: 3')))
      assert.equal(edit({ name: 'Why?' }), as(file.replace(/Will there.*/, 'Why? # in May')))
      assert.equal(edit({ order: undefined }), as(file.replace('order: 2\n', '')))
      assert.equal(edit({ kind: 'new' }), as(file.replace('order', 'kind: new\norder')))
      assert.equal(
        edit({ quotes: ['mara-lodzinska#not-go', 'x#y', 'mara-lodzinska#not-wait'] }),
        as(file.replace(/quotes:\n(.*\n)(.*\n)/, (_, first, second) => `quotes:\n${second}  - x#y\n${first}`)),
      )
      assert.equal(
        edit({ roles: [{ title: 'Mayor', from: '2026' }, { title: 'Clerk' }] }),
        as(file.replace('from: 2025', 'from: "2026"').replace('{ title: Clerk }', '{title: Clerk}')),
      )
      assert.equal(edit({}, 'Another.\n\nTwo.'), as(file.replace('A sentence.', 'Another.\n\nTwo.')))
      assert.equal(edit({}, ''), as(file.replace('\nA sentence.\n', '')))
    }
  })

  test('is refused where fields have no lines of their own', () => {
    for (const text of ['---\n{a: 1, b: 2}\n---\n', '---\n- a\n---\n', 'no front matter', '---\na: [\n---\n'])
      assert.equal(editFile(text, { name: 'x' }, order, null), null)
  })
})

describe('the form of a file', () => {
  const record = join(projectFolder, 'content')
  const paths = ['story.md', ...[...things, 'articles'].flatMap((noun) => list(record, noun))]

  test('says what the file says, and written back changes nothing', () => {
    assert.ok(paths.length > 30)
    for (const path of paths) {
      const text = readFileSync(join(record, path), 'utf8')
      const fields = toFileForm(path, text, {}, {})
      const schema = schemas[nounOfFile(path)] as Parameters<typeof readForm>[0]
      const names = fields.map(({ name }) => name).filter((name) => name in schema.shape)
      const { front, problems } = readForm(schema, names, valuesOf(fields))
      assert.deepEqual(problems, {}, path)
      const filled = Object.entries(splitFile(text).data ?? {}).filter(
        ([name, value]) => names.includes(name) && value !== null && !(Array.isArray(value) && value.length === 0),
      )
      for (const [name, value] of filled) assert.deepEqual(front[name], value, `${path}: ${name}`)
      const same = amend(null, { do: 'fill', file: path, values: {}, was: {} }, () => text, [])
      assert.deepEqual([...same], [], path)
    }
  })

  test('has each field of the schema once, with its sentence', () => {
    for (const noun of [...things, 'story'] as const) {
      const { shape } = schemas[noun]
      const fields = toFileForm(noun === 'story' ? 'story.md' : `${noun}/`, null, {}, {})
      const wanted = Object.keys(shape).filter((name) => name !== 'draft')
      assert.deepEqual(
        fields.map(({ name }) => name).filter((name) => name in shape),
        wanted,
      )
      for (const { name, help } of fields) assert.notEqual(help, '', `${noun}: ${name}`)
    }
  })
})

describe('things at the desk', () => {
  async function open(at: string) {
    const folder = writeRecord({ ...harbour, 'places/port.md': '---\nname: Port\n# ours\n---\n' })
    folders.push(folder)
    const desk = await Desk.open(folder)
    await desk.act({ do: 'open', file: at })
    return { desk, read: (path: string) => readFileSync(join(folder, path), 'utf8') }
  }
  const begun: { [noun: string]: [values: { [field: string]: string }, path: string, text: string] } = {
    speakers: [
      { name: 'Ada Noor', kind: 'person', 'roles.0.title': 'Pilot', 'roles.0.from': '2025', body: 'She steers.' },
      'speakers/ada-noor.md',
      '---\nname: Ada Noor\nkind: person\nroles: [{title: Pilot, from: "2025"}]\n---\n\nShe steers.\n',
    ],
    events: [
      {
        title: 'The pier opens',
        kind: 'other',
        status: 'happened',
        date: '2025-03-01',
        dateBasis: 'on Saturday',
        added: '2025-03-04',
      },
      'events/2025-03-01-the-pier-opens.md',
      '---\ntitle: The pier opens\nkind: other\nstatus: happened\ndate: 2025-03-01\ndateBasis: on Saturday\nadded: 2025-03-04\n---\n',
    ],
    outlets: [
      { name: 'Pier News', kind: 'agency' },
      'outlets/pier-news.md',
      '---\nname: Pier News\nkind: agency\n---\n',
    ],
    topics: [
      { name: '码头开放吗？', order: '3', quotes: 'mara-lodzinska#not-wait', file: 'pier' },
      'topics/pier.md',
      '---\nname: 码头开放吗？\norder: 3\nquotes: [mara-lodzinska#not-wait]\n---\n',
    ],
    places: [
      { name: 'Skarholm', aliases: 'Skårholm\nThe Holm' },
      'places/skarholm.md',
      '---\nname: Skarholm\naliases: [Skårholm, The Holm]\n---\n',
    ],
    corrections: [
      {
        date: '2025-03-05',
        kind: 'corrected',
        articles: 'bridge',
        was: 'The mayor was quoted.',
        why: 'It was her office.',
      },
      'corrections/2025-03-05-mayor-quoted.md',
      '---\ndate: 2025-03-05\nkind: corrected\narticles: [bridge]\nwas: The mayor was quoted.\nwhy: It was her office.\n---\n',
    ],
  }

  for (const [noun, [values, path, text]] of Object.entries(begun))
    test(`a new file in ${noun} is written as by hand`, async () => {
      const { desk, read } = await open(`${noun}/`)
      await desk.act({ do: 'fill', file: `${noun}/`, values, was: {} })
      assert.deepEqual(desk.view().proof?.files, [{ path, text }])
      assert.deepEqual(
        desk.view().proof?.faults.filter(({ isError }) => isError),
        [],
      )
      await desk.publish()
      assert.equal(read(path), text)
      await desk.undo()
      assert.throws(() => read(path), /ENOENT/)
    })

  test('a field of a file is changed, and a problem stands at its field', async () => {
    const { desk, read } = await open('topics/ferries.md')
    const before = read('topics/ferries.md')
    await assert.rejects(
      desk.act({ do: 'fill', file: 'topics/ferries.md', values: { order: 'first', name: '' }, was: {} }),
      (error: { problems?: object }) => Object.keys(error.problems ?? {}).join() === 'name,order',
    )
    const fill = (quotes: string, was: string) =>
      desk.act({ do: 'fill', file: 'topics/ferries.md', values: { quotes }, was: { quotes: was } })
    await fill('mara-lodzinska#not-wai', 'mara-lodzinska#not-wait')
    await assert.rejects(desk.publish(), /checks refuse/)
    await desk.act({ do: 'open', file: 'topics/ferries.md' })
    const { step } = desk.view()
    assert.ok(step?.is === 'thing')
    assert.match(step.fields.find(({ name }) => name === 'quotes')?.problem ?? '', /not-wai/)
    await fill('mara-lodzinska#not-wait', 'mara-lodzinska#not-wai')
    await desk.act({ do: 'open', file: 'story.md' })
    await desk.act({ do: 'fill', file: 'story.md', values: { following: 'true' }, was: { following: 'false' } })
    await desk.publish()
    assert.equal(read('topics/ferries.md'), before)
    assert.match(read('story.md'), /^following: true$/m)
  })

  test('a field that is another on disk meanwhile is not overwritten, others are heeded', async () => {
    const { desk, read } = await open('places/port.md')
    await desk.act({ do: 'fill', file: 'places/port.md', values: { name: 'Haven' }, was: { name: 'Port' } })
    const path = join(desk.folder, 'places/port.md')
    writeFileSync(path, '---\nname: Harbour\n# ours\n---\n')
    await assert.rejects(desk.publish(), /changed on disk meanwhile/)
    assert.deepEqual(desk.view().conflict, {
      path: 'places/port.md',
      ours: '---\nname: Haven\n# ours\n---\n',
      found: '---\nname: Harbour\n# ours\n---\n',
    })
    assert.equal(read('places/port.md'), '---\nname: Harbour\n# ours\n---\n')
    writeFileSync(path, '---\nname: Port\n# ours\naliases: [P]\n---\n')
    await desk.publish()
    assert.equal(read('places/port.md'), '---\nname: Haven\n# ours\naliases: [P]\n---\n')
  })
})

function list(record: string, noun: string): string[] {
  try {
    return readdirSync(join(record, noun)).flatMap((name) => (name.endsWith('.md') ? `${noun}/${name}` : []))
  } catch {
    return []
  }
}
