/**
 * Views as tables, for people with a spreadsheet (programs have the JSON). A row is a wording, an event, an article; ids are
 * those of the JSON.
 */
import type { z } from 'zod'
import { urls } from '../urls.ts'
import { article } from '../views/article.ts'
import { event } from '../views/event.ts'
import { quote } from '../views/quote.ts'
import type { Views } from '../views/views.ts'
import { wording } from '../views/wording.ts'
import type { Cell } from './table.ts'

/** A column, with the sentence of the field that it shows. */
interface Column<Row> {
  name: string
  description: string
  cell: (row: Row) => Cell
}

export interface CsvFile {
  name: string
  about: string
  columns: readonly Pick<Column<never>, 'name' | 'description'>[]
  toRows: (views: Views) => Cell[][]
}

const rightsOf = (fields: string): string =>
  `Names, dates and links: CC0-1.0. ${fields}: their publisher’s, not ours to license.`
const list = (ids: readonly string[]): string => ids.join(' ')

/** A column for each field, named as the field; ids of a list are parted by blanks. */
function columnsOf<Row extends object>(
  shape: Record<string, z.ZodType>,
  names: readonly (keyof Row & string)[],
): Column<Row>[] {
  return names.map((name) => ({
    name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    description: shape[name]?.description ?? '',
    cell: (row) => toCell(row[name], name),
  }))
}

function toCell(value: unknown, name: string): Cell {
  if (Array.isArray(value)) return list(value)
  if (name === 'url') return urls.absolute(String(value))
  return value === null || value === undefined ? null : String(value)
}

function toFile<Row>(name: string, about: string, columns: Column<Row>[], rowsOf: (views: Views) => Row[]): CsvFile {
  return { name, about, columns, toRows: (views) => rowsOf(views).map((row) => columns.map(({ cell }) => cell(row))) }
}

type QuoteRow = { quote: Views['quotes'][number]; wording: Views['quotes'][number]['wordings'][number] }

const columnOf =
  <Of extends keyof QuoteRow>(of: Of) =>
  (
    name: string,
    { description = '' }: { description?: string | undefined },
    cell: (one: QuoteRow[Of]) => Cell,
  ): Column<QuoteRow> => ({ name, description, cell: (row) => cell(row[of]) })
const ofQuote = columnOf('quote')
const ofWording = columnOf('wording')
const rights = (fields: string) => ({
  name: 'rights',
  description: 'Whose the row is.',
  cell: (): Cell => rightsOf(fields),
})

/** The tables. */
export const csvFiles: readonly CsvFile[] = [
  toFile<QuoteRow>(
    'quotes',
    'Every wording of every quote.',
    [
      ofQuote('quote', quote.shape.id, ({ id }) => id),
      ofQuote('speaker', quote.shape.speaker, ({ speaker }) => speaker),
      ofQuote('speaker_name', { description: 'The name of who said it.' }, ({ links }) => links.speaker.name),
      ofQuote('role', quote.shape.role, ({ role }) => role),
      ofQuote('quote_kind', quote.shape.kind, ({ kind }) => kind),
      ofQuote('said', quote.shape.said, ({ said }) => said),
      ofQuote('reported', quote.shape.reported, ({ reported }) => reported),
      ofQuote('context', quote.shape.context, ({ context }) => context),
      ofQuote('topics', quote.shape.topics, ({ topics }) => list(topics)),
      ofQuote('about', quote.shape.about, ({ about }) => list(about)),
      ofQuote(
        'original',
        { description: 'Its words in the language they were spoken in.' },
        ({ original }) => original?.words,
      ),
      ofQuote(
        'original_language',
        { description: 'Language of these (BCP 47).' },
        ({ original }) => original?.language,
      ),
      ofQuote('original_source', { description: 'The address that has them.' }, ({ original }) => original?.source),
      ofQuote('url', quote.shape.url, ({ url }) => urls.absolute(url)),
      ofWording('article', wording.shape.article, ({ article: id }) => id),
      ofWording('article_title', { description: 'The headline of the article.' }, ({ links }) => links.article.name),
      ofWording('outlet', wording.shape.outlet, ({ outlet }) => outlet),
      ofWording('outlet_name', { description: 'The name of the outlet.' }, ({ links }) => links.outlet.name),
      ofWording('published', wording.shape.published, ({ published }) => published),
      ofWording('kind', wording.shape.kind, ({ kind }) => kind),
      ofWording('text', wording.shape.text, ({ text }) => text),
      ofWording('sentence', wording.shape.sentence, ({ sentence }) => sentence),
      ofWording('said_basis', wording.shape.saidBasis, ({ saidBasis }) => saidBasis),
      ofWording('words_url', wording.shape.url, ({ url }) => urls.absolute(url)),
      ofWording('source_url', wording.shape.sourceUrl, ({ sourceUrl }) => sourceUrl),
      ofWording('archived_urls', wording.shape.archived, ({ archived }) =>
        list(archived.map(({ address }) => address)),
      ),
      rights('article_title, text and sentence'),
    ],
    ({ quotes }) => quotes.flatMap((one) => one.wordings.map((own) => ({ quote: one, wording: own }))),
  ),
  toFile<Views['events'][number]>(
    'events',
    'Every event.',
    columnsOf(event.shape, [
      'id',
      'title',
      'kind',
      'status',
      'standing',
      'date',
      'dateBasis',
      'dateSource',
      'place',
      'speakers',
      'topics',
      'announcedBy',
      'outcome',
      'slippedTo',
      'quotes',
      'summary',
      'added',
      'changed',
      'url',
    ]),
    ({ events }) => events,
  ),
  toFile<Views['articles'][number]>(
    'articles',
    'Every article.',
    [
      ...columnsOf<Views['articles'][number]>(article.shape, [
        'id',
        'title',
        'outlet',
        'agency',
        'copyOf',
        'published',
        'publishedBasis',
        'source',
        'language',
        'rights',
        'captureNote',
        'topics',
        'quotes',
        'speakers',
        'events',
        'added',
        'changed',
        'url',
      ]),
      { ...rights('title'), name: 'whose' },
    ],
    ({ articles }) => articles,
  ),
]
