/** Hands what was read of the record to other threads. It is packed once, in memory that they share; each unpacks what it needs. */
import { deserialize, serialize } from 'node:v8'
import type { Reading } from '../markdown/reading.ts'
import { shapesOfDates } from '../schema/dates.ts'
import { type Content, toContent } from './content.ts'

type Bytes = Uint8Array<SharedArrayBuffer>

/** A content in parts. */
export interface Parcel {
  /** What the record is built from, and the published addresses. */
  record: Bytes
  /** The copies of the articles, which only their own pages print. */
  copies: Bytes
  /** What only the checks look at in the articles. */
  judged: Bytes
  /** The files, and what is wrong with them. */
  files: Bytes
}

type Part = Exclude<keyof Parcel, 'record'>

/** Packs all of it. */
export function packContent({ entries, lock, files, problems }: Content): Parcel {
  const readings = entries.articles.map(({ reading }) => reading)
  const articles = entries.articles.map((entry) => {
    const { blocks, links } = entry.reading
    return { ...entry, reading: { ...unread, blocks, links } }
  })
  return {
    record: pack({ entries: { ...entries, articles }, lock, dates: shapesOfDates() }),
    copies: pack(readings.map(({ copy }) => ({ copy }))),
    judged: pack(readings.map(({ blocks: _, links: __, copy: ___, ...judged }) => judged)),
    files: pack({ files, problems }),
  }
}

/** Unpacks the record, and the other parts that are wanted: a copy of one's own. */
export function unpackContent(parcel: Parcel, ...wanted: Part[]): Content {
  const { entries, lock, dates } = unpack<RecordPart>(parcel.record)
  for (const [text, shape] of dates) shapesOfDates().set(text, shape)
  for (const part of ['copies', 'judged'] as const) {
    if (!wanted.includes(part)) continue
    const readings = unpack<Partial<Reading>[]>(parcel[part])
    for (const [index, { reading }] of entries.articles.entries()) Object.assign(reading, readings[index])
  }
  const { files, problems } = wanted.includes('files')
    ? unpack<Pick<Content, 'files' | 'problems'>>(parcel.files)
    : { files: new Map(), problems: [] }
  return toContent({ entries, lock, files, problems })
}

interface RecordPart extends Pick<Content, 'entries' | 'lock'> {
  dates: ReturnType<typeof shapesOfDates>
}

const unread: Reading = {
  blocks: [],
  copy: [],
  links: [],
  withdrawn: [],
  spans: [],
  strayMarks: [],
  definitions: [],
  eaten: [],
  ledgerFaults: [],
  undefinedLabels: [],
  nestedLinks: [],
  strayLinks: [],
  refused: [],
  rawHtml: [],
  images: [],
}

function pack(value: unknown): Bytes {
  const bytes = serialize(value)
  const packed = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  packed.set(bytes)
  return packed
}

function unpack<Value>(packed: Bytes): Value {
  return deserialize(packed) as Value
}
