import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findQuotations, readPart } from '../../src/markdown/quotation.ts'

const quoted = (text: string) => findQuotations(text).quotations.map(({ start, end }) => text.slice(start, end))

test('finds every kind of mark, and no apostrophe', () => {
  const text = "\"a\" “b” „c“ „d” «e» ‹f› 「g」 it's the town’s ‘own’, 'not yours', the '90s, rock 'n' roll, O’Neill’s"
  const words = ['"a"', '“b”', '„c“', '„d”', '«e»', '‹f›', '「g」', '‘own’', "'not yours'"]
  assert.deepEqual(quoted(text), words)
})

test('words in single marks are read as words in double ones', () => {
  for (const text of [
    "He said 'we walk,' and left.",
    'He said ‘we walk,’ and left.',
    "He said ``we walk,'' and left.",
  ]) {
    const from = text.search(/['‘`]/)
    const to = text.indexOf(' and')
    assert.deepEqual(read(text, from, to), {
      kind: 'direct',
      text: 'we walk',
      pieces: [{ text: 'we walk', quoted: true }],
    })
    assert.equal(read(text, 0, to).kind, 'mixed')
    assert.equal(read(text, to).kind, 'indirect')
  }
})

test('tells the opening straight mark from the closing one by its neighbours', () => {
  assert.deepEqual(quoted('"No, he said. "Yes," she said. A 5" pipe ("old").'), ['"Yes,"', '"old"'])
  assert.deepEqual(findQuotations('"No, he said. "Yes," she said. A 5" pipe.').stray, [0, 34])
})

test('a quotation without an end reaches to the end and says so', () => {
  const [quotation] = findQuotations('She: “We walk').quotations
  assert.deepEqual(quotation, { start: 5, end: 13, innerStart: 6, innerEnd: 13, runsOn: false, closed: false })
})

const read = (text: string, from = 0, to = text.length) => readPart(text, from, to, findQuotations(text).quotations)

test('leaves out the outer marks and the comma before the closing one', () => {
  assert.deepEqual(read('"We walk, and swim,"'), {
    kind: 'direct',
    text: 'We walk, and swim',
    pieces: [{ text: 'We walk, and swim', quoted: true }],
  })
  assert.equal(read('“We walk.”').text, 'We walk.')
  assert.equal(read('“Who?”,').text, 'Who?')
})

test('keeps inner marks, but not the comma before the last one', () => {
  const part = read('he heard “good news,” and “more of it,”')
  assert.equal(part.kind, 'mixed')
  assert.equal(part.text, 'he heard “good news,” and “more of it”')
  assert.deepEqual(
    part.pieces.filter((piece) => piece.quoted).map((piece) => piece.text),
    ['good news,', 'more of it'],
  )
})

test('a link within the marks is direct, one beside them is not', () => {
  const text = 'She said "we walk" and left.'
  assert.equal(read(text, 10, 17).kind, 'direct')
  assert.equal(read(text, 19, 27).kind, 'indirect')
  assert.equal(read(text, 4, 17).kind, 'mixed')
})

test('two quotations are not one utterance', () => {
  assert.equal(read('“We walk.” “We swim.”').kind, 'mixed')
})

test('pieces hold the words of the stretch in order, and only what stands in marks is quoted', () => {
  const words = fc.array(
    fc.constantFrom('walk', 'swim', ' ', '"', '“', '”', '„', '«', '»', ',', '.', '–', "'", '‘', '’', '‹', '›', '5'),
  )
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join('')
      const { quotations } = findQuotations(text)
      const { kind, pieces } = readPart(text, 0, text.length, quotations)
      const letters = (value: string) => value.replace(/[^a-z5]/g, '')
      assert.equal(letters(pieces.map((piece) => piece.text).join('')), letters(text))
      const inMarks = quotations.map(({ start, end }) => text.slice(start, end)).join('')
      assert.equal(letters(pieces.map((piece) => (piece.quoted ? piece.text : '')).join('')), letters(inMarks))
      if (kind === 'direct') assert.equal(pieces.length, 1)
      let from = 0
      for (const { start, end, innerStart, innerEnd } of quotations) {
        assert.ok(from <= start && start < innerStart && innerStart < innerEnd && innerEnd <= end)
        from = end
      }
    }),
  )
})
