import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import satori from 'satori'
import { unpack } from '../../src/images/unpack.ts'

const faces: [file: string, text: string][] = [
  ['newsreader/files/newsreader-latin-500-normal', 'We do not need ferries.'],
  ['instrument-sans/files/instrument-sans-latin-ext-600-normal', 'Łodzińska'],
  ['source-serif-4/files/source-serif-4-cyrillic-400-normal', 'Кальдер'],
  ['noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal', 'الجسر'],
]

for (const [file, text] of faces)
  test(`${text} is set alike in type that is packed and unpacked`, async () => {
    const packed = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${file}.woff`)))
    const unpacked = unpack(packed)
    assert.notEqual(unpacked.toString('latin1', 0, 4), 'wOFF')
    const [first, second] = await Promise.all(
      [packed, unpacked].map((data) => {
        const font = { name: 'One', data, weight: 400 as const, style: 'normal' as const }
        const element = { type: 'div', props: { style: { fontSize: 90 }, children: text } } as Parameters<
          typeof satori
        >[0]
        return satori(element, { width: 900, height: 200, fonts: [font] })
      }),
    )
    assert.match(first ?? '', /<path/)
    assert.equal(second, first)
    // What is not packed stays as it is.
    assert.equal(unpack(unpacked), unpacked)
  })

test('type that is cut, or holds more than it says, is refused', () => {
  const packed = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${faces[0]?.[0]}.woff`)))
  assert.throws(() => unpack(packed.subarray(0, packed.length / 2)))
  assert.throws(() => unpack(packed.subarray(0, 50)))
  const bomb = Buffer.concat([packed.subarray(0, 64), deflateSync(Buffer.alloc(10_000_000))])
  bomb.writeUInt16BE(1, 12)
  for (const [at, value] of [
    [48, 64],
    [52, bomb.length - 64],
    [56, 100_000],
  ] as const)
    bomb.writeUInt32BE(value, at)
  assert.throws(() => unpack(bomb), /larger than 100000 bytes/)
})
