/** A ZIP archive (PKWARE APPNOTE 6.3), the same bytes for the same files: none has a time of its own. */
import { crc32, deflateRawSync } from 'node:zlib'

/** UTF-8 names, and how the bytes are packed. */
const [utf8Names, deflated] = [0x0800, 8]
/** 1 January 1980, the first day that the format knows. */
const firstDay = 0x21

/** The files of an archive by name, in their order. */
export function toZip(files: Iterable<readonly [name: string, text: string]>): Buffer {
  const parts: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const [path, text] of files) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(text)]
    const packed = deflateRawSync(bytes, { level: 9 })
    // What stands before the bytes, and again in the list at the end.
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(utf8Names, 2)
    about.writeUInt16LE(deflated, 4)
    about.writeUInt16LE(firstDay, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(name.length, 22)
    parts.push(Buffer.from('PK\x03\x04'), about, name, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    index.push(Buffer.from('PK\x01\x02\x14\x00'), about, place, name)
    offset += 4 + about.length + name.length + packed.length
  }
  const list = Buffer.concat(index)
  const end = Buffer.alloc(18)
  const count = index.length / 4
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06'), end])
}
