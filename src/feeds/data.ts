/** The data files under `/data/`: views as JSON and CSV, what describes them, and a package that names them all. */
import { z } from 'zod'
import { base } from '../site.ts'
import { urls } from '../urls.ts'
import { publishedFiles, publishedNames, toPublished } from '../views/published.ts'
import type { Views } from '../views/views.ts'
import { csvFiles, toCsv } from './csv.ts'

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
  { path: 'datapackage.json', write: ({ site }) => toJson(toPackage(site)) },
]

/** Those that a page lists: a schema is found from its file. */
export const listedFiles: readonly string[] = dataFiles.flatMap(({ path }) => (path.startsWith('schema/') ? [] : path))

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
      ...publishedNames.map((file) => ({
        name: file,
        path: `${file}.json`,
        description: publishedFiles[file].description,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        jsonSchema: `schema/${file}.json`,
      })),
      ...csvFiles.map((file) => ({
        name: `${file.name}-table`,
        path: `${file.name}.csv`,
        description: file.about,
        type: 'table',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: file.columns.map(({ name: column, description }) => ({ name: column, type: 'string', description })),
        },
      })),
    ],
  }
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
