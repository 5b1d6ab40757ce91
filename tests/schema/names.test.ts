import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idForm } from '../../src/schema/fields.ts'
import { slug, toArticleId, toFragment } from '../../src/schema/names.ts'

/** A headline and a name of each script, with the names of their files. */
const names: [words: string, name: string][] = [
  ['Đorđe Łódź, Straße Øre', 'dorde-lodz-strasse-ore'],
  ['Nguyễn Thẩm', 'nguyen-tham'],
  ['O’Neill don’t', 'oneill-dont'],
  ['Рута Кальдер', 'ruta-kalder'],
  ['Об’єднання', 'obiednannia'],
  ['Ρούτα', 'royta'],
  ['رئيسة البلدية', 'riysh-lbldyh'],
  ['רותה קלדר', 'rvth-kldr'],
  ['रूता काल्डर', 'ruta-kaldr'],
  ['大桥将关闭', 'da-qiao-jiang-guan-bi'],
  ['ゼレーナ', 'zerena'],
  ['루타 칼더', 'lu-ta-kal-deo'],
  ['รูตา', 'ruta'],
  ['თბილისი', 'tbilisi'],
]

test('words of any script make a name, composed or not', () => {
  for (const [words, name] of names) {
    assert.equal(slug(words), name)
    assert.equal(slug(words.normalize('NFD')), name)
  }
})

test('two speakers, two quotes and two headlines of no Latin letter have names of their own', () => {
  const made = new Set(names.map(([words]) => toFragment(words, new Set())))
  assert.equal(made.size, names.length)
  for (const name of made) assert.doesNotMatch(name, /quote|speaker/)
  assert.equal(toArticleId('2031-05-02', 'Міст закриють на рік'), '2031-05-02-mist-zakryiut-na-rik')
  assert.equal(toFragment('大桥', new Set(['da-qiao'])), 'da-qiao-2')
})

test('whatever the words, a name is one that a file can have, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const name = slug(words)
      assert.ok(name === '' || idForm.test(name), name)
    }),
    { numRuns: 2000 },
  )
})
