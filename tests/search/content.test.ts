import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toContent, toStretches } from '../../src/search/content.ts'
import { toWords } from '../../src/search/words.ts'

test('words are counted by white space, whatever punctuation stands between them', () => {
  const content = toContent([{ kind: 'direct', text: '“Austria –- we agree” — a well-known thing' }])
  assert.deepEqual(
    content.split(/\s+/).map((token) => toWords(token)),
    [['austria'], ['we'], ['agree'], ['a'], ['well'], ['known'], ['thing']],
  )
})

test('stretches come back as they were, with their kind', () => {
  const kind = fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const)
  const word = fc.string({
    unit: fc.constantFrom('a', 'é', '1', '-', '–', '—', '/', '.', '…', '“', ',', '⁠', '٣', 'й'),
    minLength: 1,
  })
  const text = fc.array(word, { minLength: 1 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(fc.record({ kind, text }, { noNullPrototype: true })), (stretches) => {
      assert.deepEqual(toStretches(toContent(stretches)), stretches)
    }),
    { numRuns: 3000 },
  )
})

test('each piece between white space holds one word at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '1', '-', '—', '/', '.', '…', '“', ' ') }), (text) => {
      for (const token of toContent([{ kind: 'indirect', text }]).split(' '))
        assert.ok(toWords(token.replaceAll('⁑', ' ')).length <= 1)
    }),
    { numRuns: 3000 },
  )
})

test('the marks of the index are kept out of the words', () => {
  assert.deepEqual(toStretches(toContent([{ kind: 'mixed', text: 'a ¶ b ⁑ c ‖ ⁂' }])), [
    { kind: 'mixed', text: 'a b c' },
  ])
})
