/** Type as it is sent over the web, unpacked: satori would do so in JavaScript, which takes ten times as long. */
import { inflateSync } from 'node:zlib'

/** No face that a story brings is as large unpacked; its own file may be made to fill the memory. */
const mostBytes = 100_000_000

/**
 * A font in OpenType, from one in WOFF 1.0 (W3C Recommendation, sections 3 to 5); any other font as it is. Throws when it is cut,
 * or holds more than it says.
 */
export function unpack(font: Buffer): Buffer {
  if (font.toString('latin1', 0, 4) !== 'wOFF') return font
  let room = mostBytes
  const tables = Array.from({ length: font.readUInt16BE(12) }, (_, n) => {
    const entry = font.subarray(44 + 20 * n, 64 + 20 * n)
    const [start, packed, length] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as [number, number, number]
    const data = font.subarray(start, start + packed)
    const table = packed < length ? inflateSync(data, { maxOutputLength: Math.min(length, room) }) : data
    room -= table.length
    return { tag: entry.subarray(0, 4), sum: entry.subarray(16), table }
  })
  const head = Buffer.alloc(12 + 16 * tables.length)
  // Which kind of outlines, and how many tables; what follows helps to look for one by halves, which nobody does here.
  font.copy(head, 0, 4, 8)
  head.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [head]
  let end = head.length
  for (const [n, { tag, sum, table }] of tables.entries()) {
    const entry = head.subarray(12 + 16 * n)
    tag.copy(entry)
    sum.copy(entry, 4)
    entry.writeUInt32BE(end, 8)
    entry.writeUInt32BE(table.length, 12)
    // Each begins at a multiple of four.
    parts.push(table, Buffer.alloc(-table.length & 3))
    end += table.length + (-table.length & 3)
  }
  return Buffer.concat(parts)
}
