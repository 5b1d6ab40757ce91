/**
 * Type for satori, which sets a mark as far below its place as it should stand above (of what HarfBuzz says, `dy` counts upwards,
 * SVG downwards): the dots of Arabic letters and points of Hebrew ones. So it is given type in which the anchors of marks are turned
 * over, and sets them right. A test sees when satori does so by itself; then this file can go.
 */

/** The same font (OpenType 1.9) with all vertical positions of its table `GPOS` turned over. */
export function turnMarks(font: Buffer): Buffer {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const entry = 12 + n * 16
    if (font.toString('latin1', entry, entry + 4) !== 'GPOS') continue
    const whole = Buffer.from(font)
    turnTable(whole.subarray(font.readUInt32BE(entry + 8)))
    return whole
  }
  return font
}

/** Turns what the lookups of a table `GPOS` say of heights. */
function turnTable(table: Buffer): void {
  const turned = new Set<number>()
  const number = (at: number) => table.readUInt16BE(at)
  const turn = (at: number): void => {
    if (!turned.has(at)) table.writeInt16BE(-table.readInt16BE(at), at)
    turned.add(at)
  }
  /** Offsets of anchors, in records of a size, from the start that they count from. */
  const turnAnchors = (start: number, from: number, count: number, size = 2): void => {
    for (let n = 0; n < count; n += 1) {
      const anchor = number(from + n * size)
      if (anchor > 0) turn(start + anchor + 4)
    }
  }
  /** Placements, where the format says that they have a vertical one, behind the horizontal. */
  const turnValues = (format: number, from: number, count: number): void => {
    const size = 2 * format.toString(2).replaceAll('0', '').length
    if (format & 2) for (let n = 0; n < count; n += 1) turn(from + n * size + 2 * (format & 1))
  }
  const subtables: { [type: number]: (at: number) => void } = {
    // One glyph.
    1: (at) => turnValues(number(at + 4), at + (number(at) === 1 ? 6 : 8), number(at) === 1 ? 1 : number(at + 6)),
    // Letters that follow one another on a slope: where each begins and ends.
    3: (at) => turnAnchors(at, at + 6, 2 * number(at + 4)),
    // Marks on letters, on parts of ligatures, on marks.
    4: turnAttached,
    5: (at) => {
      const [marks, ligatures] = [at + number(at + 8), at + number(at + 10)]
      turnAnchors(marks, marks + 4, number(marks), 4)
      for (let n = 0; n < number(ligatures); n += 1) {
        const parts = ligatures + number(ligatures + 2 + 2 * n)
        turnAnchors(parts, parts + 2, number(parts) * number(at + 6))
      }
    },
    6: turnAttached,
    // One of these behind a longer way.
    9: (at) => subtables[number(at + 2)]?.(at + table.readUInt32BE(at + 4)),
  }
  function turnAttached(at: number): void {
    const [marks, letters] = [at + number(at + 8), at + number(at + 10)]
    turnAnchors(marks, marks + 4, number(marks), 4)
    turnAnchors(letters, letters + 2, number(letters) * number(at + 6))
  }
  const lookups = number(8)
  for (let n = 0; n < number(lookups); n += 1) {
    const lookup = lookups + number(lookups + 2 + 2 * n)
    for (let part = 0; part < number(lookup + 4); part += 1)
      subtables[number(lookup)]?.(lookup + number(lookup + 6 + 2 * part))
  }
}
