/** The data files under `/data/`: views as JSON and CSV, what describes them, and a package that names them all. */
import { z } from 'zod'
import { base, isZipped } from '../site.ts'
import { urls } from '../urls.ts'
import { publishedFiles, publishedNames, toPublished } from '../views/published.ts'
import type { Views } from '../views/views.ts'
import { csvFiles } from './csv.ts'
import { toCsv } from './table.ts'

/** The proof, and its root by itself: what is stamped. */
const proofFile = 'proof.json'
const rootFile = 'root.txt'

/** All data in one file. */
export const zipFile = 'on-record.zip'

/** A file below `/data/`. */
export interface DataFile {
  /** `quotes.json`, `schema/quotes.json` */
  path: string
  write: (views: Views) => string
}

/** All data files. */
export const dataFiles: readonly DataFile[] = [
  ...publishedNames.map(
    (name): DataFile => ({
      path: `${name}.json`,
      write: (views) => toJson(toAbsolute(toPublished(views, name))),
    }),
  ),
  ...csvFiles.map(
    ({ columns, name, toRows }): DataFile => ({
      path: `${name}.csv`,
      write: (views) => toCsv([columns.map((column) => column.name), ...toRows(views)]),
    }),
  ),
  ...publishedNames.map(
    (name): DataFile => ({
      path: `schema/${name}.json`,
      write: () => toJson(z.toJSONSchema(publishedFiles[name])),
    }),
  ),
  { path: 'annotations.json', write: (views) => toAnnotationPage(views) },
  { path: proofFile, write: ({ proof }) => toProofFile(proof) },
  { path: rootFile, write: ({ proof }) => `${proof.root}\n` },
  { path: 'datapackage.json', write: ({ site }) => toJson(toPackage(site)) },
]

/** Those that a page lists: a schema is found from its file. */
export const listedFiles: readonly string[] = [
  ...dataFiles.flatMap(({ path }) => (path.startsWith('schema/') ? [] : path)),
  ...(isZipped ? [zipFile] : []),
]

/** A Data Package (datapackage.org, version 2): tables with their columns, and JSON with its schema. */
function toPackage({ asOf, name, subject }: Views['site']): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'on-record',
    title: name,
    description: subject,
    ...(asOf && { created: `${asOf}T12:00:00Z` }),
    licenses: [{ name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
    resources: [
      ...publishedNames.map((file) =>
        toResource(file, `${file}.json`, publishedFiles[file].description, { jsonSchema: `schema/${file}.json` }),
      ),
      toResource(
        'annotations',
        'annotations.json',
        'Every wording as a Web Annotation: its words at the outlet’s and in our copy, with their speaker.',
      ),
      toResource(
        'proof',
        proofFile,
        'The hash of every printed block, the place of every quote, and a hash tree over all: see verify.js.',
      ),
      toResource('root', rootFile, 'The root of that tree.'),
      ...csvFiles.map(({ about, columns, name: table }) => {
        const fields = columns.map(({ name: column, description }) => ({ name: column, type: 'string', description }))
        return toResource(`${table}-table`, `${table}.csv`, about, { schema: { fields } })
      }),
    ],
  }
}

const mediaTypes = { json: 'application/json', txt: 'text/plain', csv: 'text/csv' }

function toResource(name: string, path: string, description: string | undefined, more: object = {}): object {
  const format = path.endsWith('.csv') ? 'csv' : path.endsWith('.txt') ? 'txt' : 'json'
  const type = format === 'csv' ? { type: 'table' } : {}
  return { name, path, description, ...type, format, mediatype: mediaTypes[format], encoding: 'utf-8', ...more }
}

/** The annotations as one page of a list (W3C Web Annotation Data Model, section 5). */
function toAnnotationPage({ annotations, site }: Views): string {
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urls.absolute(urls.data('annotations.json')),
    type: 'AnnotationPage',
    partOf: {
      id: `${urls.absolute(urls.data('annotations.json'))}#all`,
      type: 'AnnotationCollection',
      label: site.name,
    },
    startIndex: 0,
  }
  const whole = (address: string): string => (address.startsWith(base) ? urls.absolute(address) : address)
  const items = annotations.map(({ body, id, target, ...rest }) => ({
    id: whole(id),
    ...rest,
    body: { ...body, id: whole(body.id) },
    target: target.map((one) => ({ ...one, source: whole(one.source) })),
  }))
  return toLines(page, 'items', items)
}

/** Paths are from the root of the site. */
function toProofFile({ articles, root }: Views['proof']): string {
  const toPath = (address: string): string => address.slice(base.length)
  const list = articles.map(({ id, source, blocks, quotes, hash, branch }) => ({
    id,
    page: toPath(urls.article(id)),
    source,
    blocks,
    quotes: quotes.map(({ quote, text, parts, branch: own }) => {
      const [speaker = '', fragment = ''] = quote.split('/')
      return { quote, page: toPath(urls.quote(speaker, fragment)), text, parts, branch: own }
    }),
    hash,
    branch,
  }))
  return toLines({ version: 1, root }, 'articles', list)
}

/** A line for each of a list: short, and two of them can be compared. */
function toLines(head: object, name: string, list: readonly object[]): string {
  return `${JSON.stringify(head).slice(0, -1)},"${name}":[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`
}

/** Readable, with a line end at its end. */
function toJson(file: object): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

/** The same with the origin before every address of this site. */
function toAbsolute<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (key, inner) =>
    key === 'url' && typeof inner === 'string' && inner.startsWith(base) ? urls.absolute(inner) : inner,
  ) as Value
}
