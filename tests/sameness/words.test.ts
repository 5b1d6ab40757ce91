import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldWords, pairUp } from '../../src/sameness/words.ts'

/** Sets of few different words, so that many share some, and some share just half. */
const items = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { maxLength: 12 }), { maxLength: 24 })

test('every pair that shares half of the words of the shorter one is found, once, the earlier one first', () => {
  fc.assert(
    fc.property(items, (lists) => {
      const sets = lists.map((words) => new Set(words))
      const expected: string[] = []
      for (const [later, other] of sets.entries()) {
        for (const [earlier, one] of sets.slice(0, later).entries()) {
          const least = Math.min(one.size, other.size)
          if (least > 0 && [...one].filter((word) => other.has(word)).length * 2 >= least)
            expected.push(`${earlier} ${later}`)
        }
      }
      const numbered = sets.map((words, index) => ({ words, index }))
      const found = [...pairUp(numbered, ({ words }) => words)].map(([one, other]) => `${one.index} ${other.index}`)
      assert.deepEqual(found, expected)
    }),
    { numRuns: 2000 },
  )
})

test('words are folded alike, whether or not Unicode is needed for them', () => {
  const marks = fc.constantFrom(..."aBé ﬁ’'ʼ“”„«»–—…-.,!?5½\n\u00A0\u0301", 'ŉ', 'I\u0307')
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 20 }), (list) => {
      const text = list.join('')
      const folded = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/['’ʼ]/g, '')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim()
      assert.equal(foldWords(text), folded)
    }),
    { numRuns: 2000 },
  )
})

test('of very many alike, each is held against some: their number grows in a straight line', () => {
  const shared = Array.from({ length: 12 }, (_, n) => `shared${n}`)
  const kinds: { [name: string]: (n: number) => string[] } = {
    'that differ by a word': (n) => [...shared, `own${n}`],
    'that differ by half': (n) => [...shared.slice(0, 6), ...Array.from({ length: 6 }, (_, at) => `own${n}-${at}`)],
    'of few words': (n) => Array.from({ length: 12 }, (_, at) => `few${(n * 31 + at * at * 7 + at * n) % 60}`),
  }
  for (const [name, make] of Object.entries(kinds)) {
    const [some, more] = [2500, 10_000].map((count) => {
      let steps = 0
      class Counted extends Set<string> {
        override has(word: string): boolean {
          steps += 1
          return super.has(word)
        }
      }
      const items = Array.from({ length: count }, (_, n) => new Counted(make(n)))
      const mayPair = () => {
        steps += 1
        return true
      }
      let pairs = 0
      for (const _ of pairUp(items, (words) => words, mayPair)) pairs += 1
      assert.ok(pairs > 0 && pairs <= 25 * count, name)
      return steps
    }) as [number, number]
    assert.ok(more < 6 * some, `${name}: ${some} steps, then ${more}`)
  }
})

test('the likest of many is not passed over', () => {
  const shared = Array.from({ length: 12 }, (_, n) => `shared${n}`)
  const items = Array.from({ length: 3000 }, (_, n) => new Set([...shared, `own${n}`, `rare${n % 1500}`]))
  const found = new Set(
    [
      ...pairUp(
        items.map((words, index) => ({ words, index })),
        ({ words }) => words,
      ),
    ].map(([one, other]) => `${one.index} ${other.index}`),
  )
  const passed = Array.from({ length: 1500 }, (_, n) => `${n} ${n + 1500}`).filter((pair) => !found.has(pair))
  assert.deepEqual(passed, [])
})
