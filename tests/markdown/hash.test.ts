import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashWords } from '../../src/markdown/hash.ts'

test('the hash is of the words, whatever white space stands between them and however a letter is composed', () => {
  const units = [...'aé. \n\t\u00A0\u2028\uFEFF\u0301', '  ', '😀', '\uD800']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...units), { maxLength: 12 }), (list) => {
      const text = list.join('')
      const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim()
      assert.equal(hashWords(text), createHash('sha256').update(folded).digest('hex').slice(0, 12))
    }),
    { numRuns: 2000 },
  )
  // Published in content files: it never changes.
  assert.equal(hashWords('People walk.'), hashWords(' People\n walk. '))
  assert.equal(hashWords(''), 'e3b0c44298fc')
})
