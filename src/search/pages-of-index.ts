/** Reads the list of all records out of Pagefind's own (`.pf_meta`): CBOR, `[version, [[id, words, …], …], …]`, gzipped. */
import { gunzipSync } from 'node:zlib'

export interface IndexedPage {
  id: string
  /** How many different words it has. */
  words: number
}

/** Written in front of what is gzipped. */
const mark = 'pagefind_dcd'

/** The records in the order of the list; null when it is written in another way. */
export function readPages(file: Buffer): IndexedPage[] | null {
  try {
    const bytes = gunzipSync(file)
    if (bytes.toString('latin1', 0, mark.length) !== mark) return null
    const reader = new Reader(bytes, mark.length)
    reader.readLength(list)
    reader.readText()
    return Array.from({ length: reader.readLength(list) }, () => {
      const fields = reader.readLength(list)
      const page = { id: reader.readText(), words: reader.readLength(number) }
      for (let field = 2; field < fields; field++) reader.readText()
      return page
    })
  } catch {
    return null
  }
}

/** The kinds of values that occur, as CBOR numbers them. */
const number = 0
const text = 3
const list = 4

class Reader {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes
    this.at = at
  }

  /** A number, or how long the text or the list is that follows. */
  readLength(kind: number): number {
    const first = this.bytes.readUInt8(this.at++)
    if (first >> 5 !== kind) throw new Error('Another kind of value.')
    const short = first & 31
    if (short < 24) return short
    if (short > 26) throw new Error('A length of eight bytes, or none.')
    const size = 2 ** (short - 24)
    this.at += size
    return this.bytes.readUIntBE(this.at - size, size)
  }

  readText(): string {
    const length = this.readLength(text)
    this.at += length
    if (this.at > this.bytes.length) throw new Error('A text without its end.')
    return this.bytes.toString('utf8', this.at - length, this.at)
  }
}
