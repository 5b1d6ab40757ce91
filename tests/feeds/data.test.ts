/** The data files: version 2 of the contract, and in it all that version 1 promised. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { dataFiles } from '../../src/feeds/data.ts'
import { publishedFiles, publishedNames } from '../../src/views/published.ts'
import { toViews, type Views } from '../../src/views/views.ts'
import { bridge, records, toRecord } from '../sample.ts'
import { anyCharacter } from './hostile.ts'
import { undoFormula } from './undo-formula.ts'
import { version1 } from './version-1.ts'

const record = toRecord(bridge)
const views = toViews(record)

/** A file as it is sent. */
function write(of: Views, path: string): string {
  const file = dataFiles.find((one) => one.path === path)
  assert.ok(file, path)
  return file.write(of)
}

const read = (of: Views, path: string) => JSON.parse(write(of, path))

const ajv = new Ajv2020({ strict: true, allErrors: true })
const validators = new Map(publishedNames.map((name) => [name, ajv.compile(read(views, `schema/${name}.json`))]))

/** What a JSON Schema validator has against a file. */
function judge(name: (typeof publishedNames)[number], file: unknown): unknown[] {
  const validate = validators.get(name)
  assert.ok(validate)
  return validate(file) ? [] : (validate.errors ?? [])
}

for (const { name: of, views: given } of records) {
  test(`the data of ${of}, as it is sent, is what its shapes and its published schemas say`, () => {
    for (const name of publishedNames) {
      const sent = read(given, `${name}.json`)
      assert.deepEqual(publishedFiles[name].parse(sent), sent)
      assert.deepEqual(judge(name, sent), [], name)
    }
  })

  test(`the data of ${of} has every field of version 1`, () => {
    for (const [name, shape] of Object.entries(version1)) shape.parse(read(given, `${name}.json`))
  })

  test(`the tables of ${of} have the ids and the words of its JSON`, () => {
    const { quotes } = read(given, 'quotes.json')
    assert.deepEqual(
      readTable(given, 'quotes').map(({ quote, article, text, url, words_url: words }) => [
        quote,
        article,
        text,
        url,
        words,
      ]),
      quotes.flatMap(({ id, url, wordings }: Views['quotes'][number]) =>
        wordings.map((wording) => [id, wording.article, wording.text, url, wording.url]),
      ),
    )
    for (const name of ['events', 'articles'] as const) {
      const listed: Record<string, unknown>[] = read(given, `${name}.json`)[name]
      const rows = readTable(given, name)
      assert.equal(rows.length, listed.length)
      for (const [at, row] of rows.entries())
        for (const [column, cell] of Object.entries(row)) {
          const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
          const value = listed[at]?.[field]
          if (column !== 'whose') assert.equal(cell, Array.isArray(value) ? value.join(' ') : (value ?? ''), column)
        }
    }
  })
}

for (const name of publishedNames) {
  test(`${name}.json of an empty record is an empty list`, () => {
    const file = read(toViews(toRecord({})), `${name}.json`)
    assert.deepEqual([file[name], file.extent, file.asOf], [[], null, null])
    assert.deepEqual(judge(name, file), [])
  })

  test(`the contract of ${name}.json refuses a field it does not know, and one that is missing`, () => {
    const { extent, ...rest } = read(views, `${name}.json`)
    for (const file of [{ ...rest, extent, extra: 1 }, { ...rest, extent, version: 1 }, rest]) {
      assert.equal(publishedFiles[name].safeParse(file).success, false)
      assert.notDeepEqual(judge(name, file), [])
    }
    const [first] = rest[name]
    if (first) assert.notDeepEqual(judge(name, { ...rest, extent, [name]: [{ ...first, extra: 1 }] }), [])
  })

  test(`${name}.json says whose the words are, and what each of its fields means`, () => {
    const { licence } = read(views, `${name}.json`)
    assert.equal(licence.record, 'CC0-1.0')
    assert.match(licence.words, /not ours to license/)
    assert.deepEqual(findUnexplained(read(views, `schema/${name}.json`)), [])
  })
}

test('what is known of an article is there, and none of its copy', () => {
  for (const name of ['articles.json', 'articles.csv'])
    assert.doesNotMatch(write(views, name), /Kestrel Bay in 2029|walrus/)
})

test('the package names every file, with the columns that its tables have', () => {
  const resources: Resource[] = read(views, 'datapackage.json').resources
  const named = resources.flatMap(({ path, jsonSchema }) => (jsonSchema ? [path, jsonSchema] : [path]))
  const written = dataFiles.map(({ path }) => path).filter((path) => path !== 'datapackage.json')
  assert.deepEqual(named.toSorted(), written.toSorted())
  for (const { mediatype, name, path, schema } of resources) {
    const ending = path.split('.').at(-1)
    assert.equal(mediatype, ending === 'csv' ? 'text/csv' : ending === 'txt' ? 'text/plain' : 'application/json')
    assert.match(name, /^[a-z0-9._/-]+$/)
    assert.equal(schema !== undefined, path.endsWith('.csv'))
    if (!schema) continue
    const [header]: string[][] = parse(write(views, path), { bom: true })
    assert.deepEqual(
      schema.fields.map((field) => field.name),
      header,
    )
    for (const field of schema.fields) assert.ok(field.description, field.name)
  }
})

test('whatever the words, they come back from JSON and from the table as they went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), (words) => {
      const other = structuredClone(record)
      const wording = other.quotes[0]?.wordings[0]
      assert.ok(wording)
      wording.text = words
      const changed = toViews(other)
      const sent = publishedFiles.quotes.parse(read(changed, 'quotes.json'))
      assert.equal(sent.quotes[0]?.wordings[0]?.text, words)
      assert.equal(readTable(changed, 'quotes')[0]?.['text'], words)
    }),
  )
})

interface Resource {
  name: string
  path: string
  mediatype: string
  jsonSchema?: string
  schema?: { fields: { name: string; description: string }[] }
}

function readTable(of: Views, name: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(write(of, `${name}.csv`), { bom: true, columns: true })
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, undoFormula(cell)])))
}

interface Schema {
  description?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

/** Fields of our shapes, by their paths, that no sentence tells about: a list of ids may do with its name. */
function findUnexplained({ anyOf = [], items, properties = {} }: Schema, at = ''): string[] {
  return [
    ...anyOf.flatMap((one) => findUnexplained(one, at)),
    ...(items ? findUnexplained(items, at) : []),
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(isExplained(field) ? [] : [`${at}/${name}`]),
      ...findUnexplained(field, `${at}/${name}`),
    ]),
  ]
}

const isExplained = ({ anyOf = [], description, items, properties }: Schema): boolean =>
  Boolean(description || items?.description || properties || items?.properties || anyOf.some(isExplained))
