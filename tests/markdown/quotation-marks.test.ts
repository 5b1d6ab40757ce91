import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSpans } from '../../src/markdown/quotation-marks.ts'

const found = (...blocks: string[]) => findSpans(blocks).map((span) => span.text)

const cases: [name: string, blocks: string[], spans: string[]][] = [
  ['straight', ['"We go," he said. "You stay."'], ['We go,', 'You stay.']],
  ['curly', ['“We go,” he said. “You stay.”'], ['We go,', 'You stay.']],
  ['low', ['„Wir gehen“, sagte er. „Nie“, sagte sie.'], ['Wir gehen', 'Nie']],
  ['low, closed the Polish way', ['„Idziemy”, he said.'], ['Idziemy']],
  ['angle, all ways', ['«Oui», said A. « Non », said B. »Nein«, said C. »Ja», said D.'], ['Oui', 'Non', 'Nein', 'Ja']],
  ['Swedish', ['”Ja”, sa han.'], ['Ja']],
  ['single, straight', ["'We're going,' said the players' union. 'It's over.'"], ["We're going,", "It's over."]],
  ['single, curly, with possessives', ['‘We back the players’ demands,’ he said.'], ['We back the players’ demands,']],
  ['apostrophes only', ["It's the '90s, rock 'n' roll, the Joneses' house, 'em all. ’Tis."], []],
  ['single words', ['The ‘unfair’ rule hit players’ wages.'], ['unfair']],
  ['dropped letters', ['‘I’m goin’ home,’ said O’Brien.'], ['I’m goin’ home,']],
  ['possessive before the closing mark', ["'Not the schools'.' he said"], ["Not the schools'."]],
  ['nested', ['“He told me ‘never’, twice,” she said.'], ['He told me ‘never’, twice,']],
  ['nested the other way', ['‘He shouted “stop” at me,’ she said.'], ['He shouted “stop” at me,']],
  ['nested in the same marks', ['"He told me "no" twice," she said.'], ['He told me "no" twice,']],
  ['over paragraphs', ['“First.', '“Second.', '“Third,” he said.'], ['First.\nSecond.\nThird,']],
  ['over paragraphs, straight', ['"First.', '"Second," he said. "And."'], ['First.\nSecond,', 'And.']],
  ['over paragraphs, single', ['‘First.', '‘Second,’ he said.'], ['First.\nSecond,']],
  ['over paragraphs without a repeated mark', ['“First.', 'Second,” he said.'], ['First.\nSecond,']],
  ['opened curly, closed with two single ones', ['“The quay is not safe,’’ Reel said.'], ['The quay is not safe,']],
  ['two single ones on both sides', ["''We stay,'' Reel said."], ['We stay,']],
  [
    'a space within the mark',
    ['Reel said: " You may stay."', '" We saw it." Reel left.'],
    ['You may stay.', 'We saw it.'],
  ],
  ['Korean, before a particle', ["그는 '다리'를 말했다."], ['다리']],
  ['Arabic, after a preposition', ['قال ريل بـ"جسر" أمس.'], ['جسر']],
  ['Ukrainian, the inner one closed for both', ['«Ми чули «міст», — сказав він.'], ['Ми чули «міст']],
  ['Ukrainian, both closed', ['«Ми чули «міст» і йшли», — сказав він.'], ['Ми чули «міст» і йшли']],
  ['Swedish, closed with a straight one', ['”Nej." skriver Reel.'], ['Nej.']],
  ['single angle, inward', ['›Nein‹, sagte Reel.'], ['Nein']],
  ['inches', ['The 12" record. "It is 12" wide," he said.'], ['It is 12" wide,']],
  ['never closed', ['He was “fine', 'A new paragraph.'], ['fine']],
  ['a mark alone', ['A " alone.', 'And “'], []],
]

for (const [name, blocks, spans] of cases) {
  test(name, () => assert.deepEqual(found(...blocks), spans))
}

test('a span knows its places', () => {
  const [span] = findSpans(['He said: “No.”'])
  assert.deepEqual(span?.parts, [{ block: 0, start: 9, end: 14, innerStart: 10, innerEnd: 13 }])
  assert.equal(span?.closed, true)
  assert.equal(findSpans(['“No'])[0]?.closed, false)
})

test('time grows with the text, whatever marks are in it', () => {
  const marks = ['"', '“', '”', '„', '«', '»', '‹', "'", '‘', '’', '‚', '``']
  const timeOf = (pattern: string, count: number) => {
    const text = pattern.repeat(count)
    const start = process.cpuUsage()
    findSpans([text, text])
    return process.cpuUsage(start).user / 1000
  }
  for (const open of marks) {
    for (const close of [...marks, '']) {
      for (const pattern of [` ${open}a${close}`, ` ${open}as${close} the`, `${open} 12${close} a`]) {
        // Where it grew with the square, these took hundreds of milliseconds; now and then the memory is cleared.
        const isSlow = [1, 2, 3].every(() => timeOf(pattern, 2000) > 60)
        assert.ok(!isSlow, pattern)
      }
    }
  }
})
