import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode } from '../../src/import/page/decode.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('UTF-8, with and without its mark, UTF-16', () => {
  assert.equal(decode(bytes('Łódź “ok”\r\nnext'), 'a.txt'), 'Łódź “ok”\nnext')
  assert.equal(decode(bytes('\uFEFFŁódź'), 'a.txt'), 'Łódź')
  assert.equal(decode(new Uint8Array([0xff, 0xfe, 0x41, 0x01, 0x21, 0x00]), 'a.txt'), 'Ł!')
})

test('an encoding that the page names', () => {
  const page = Buffer.from('<meta charset="windows-1252"><p>caf\xe9 \x93yes\x94</p>', 'latin1')
  assert.match(decode(page, 'a.html'), /café “yes”/)
})

const refused: [name: string, input: Uint8Array, message: RegExp][] = [
  ['nothing', new Uint8Array(), /a\.txt is empty/],
  ['white space', bytes(' \n\t '), /only white space/],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /is not text/],
  ['a document', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3 and more', 'latin1'), /is not text/],
  ['NUL in it', bytes('Some text \0 and more'), /is not text/],
  ['another encoding', Buffer.from('caf\xe9 is a word', 'latin1'), /not in UTF-8\. Save it again/],
]
for (const [name, input, message] of refused) {
  test(`${name} is refused`, () => assert.throws(() => decode(input, 'a.txt'), message))
}
