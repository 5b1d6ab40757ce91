/** Text in any script passes, as long as it is what it seems to be. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { rules } from '../../src/checks/rules.ts'
import { parseTexts } from '../../src/loaders/content.ts'

const judge = (body: string, title = 'A walk') =>
  checkContent(
    parseTexts({
      ...exampleRecord,
      'articles/walk.md': exampleArticle(body).replace('title: The bridge is shut', `title: ${JSON.stringify(title)}`),
    }),
  ).map(({ rule, line, column }) => `${line}:${column} ${rule}`)

const right: [name: string, text: string][] = [
  ['Arabic', 'قالت العمدة إنّ الجسر مغلق منذ ١ مارس، ولن يُفتح قبل الصيف؛ هل من عبّارة؟'],
  ['Arabic with Latin words and marks', 'وصل وفد \u2066NATO\u2069 إلى Port Ellis\u200F، كما قال الناطق.'],
  ['Hebrew', 'ראש העיר אמרה כי הגשר סגור; מפקח מצא סדקים (שניים) ביום א׳ ובב־WhatsApp נמסר כך.'],
  ['Hebrew with points', 'הַגֶּשֶׁר סָגוּר'],
  ['Persian', 'شهردار گفت پل‌ها بسته‌اند و نمی‌خواهیم منتظر بمانیم؛ «۱۲ مارس» روز بازگشایی است.'],
  ['Greek', 'Η δήμαρχος είπε ότι η γέφυρα έκλεισε την 1η Μαρτίου· ποιος θα περιμένει;'],
  ['Ukrainian', 'Мерка сказала, що міст зачинено з 1 березня, а п’ять поромів — це замало.'],
  ['Hindi', 'महापौर ने कहा कि पुल बंद है, और हम प्रतीक्षा नहीं करेंगे।'],
  ['Japanese', '市長は、橋は閉鎖されたと述べた。フェリーは必要ない。'],
  ['Thai', 'นายกเทศมนตรีกล่าวว่าสะพานปิดแล้ว'],
  ['signs', 'It is 5 °C, 3 µm, ½ of ∆ and 👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿.'],
]

for (const [name, text] of right) {
  test(`${name} passes, in the copy and in the title`, () => {
    // Quotation marks are another rule's.
    assert.deepEqual(judge(text.replace(/[«»]/g, ''), text.replace(/[«»]/g, '')), [])
  })
}

const wrong: [name: string, text: string, problem: string][] = [
  ['an override without an end', 'People \u202Ewalk.', '11:8 balanced-text'],
  ['an isolate that ends in another paragraph', 'People \u2067walk.\n\nThey\u2069 swim.', '11:8 balanced-text'],
  ['an end without a beginning', 'People walk.\u202C', '11:13 balanced-text'],
  ['letters in tags', 'People walk.\u{E0061}\u{E0062}', '11:13 hidden-text'],
  ['a row of selectors', 'People walk.\uFE00\uFE01\uFE02', '11:13 hidden-text'],
  ['a Cyrillic letter in a Latin word', 'People w\u0430lk.', '11:8 one-script'],
  ['a Greek letter in a Latin word', 'P\u03BFrt Ellis is shut.', '11:1 one-script'],
]

for (const [name, text, problem] of wrong) {
  test(`${name} is found`, () => assert.ok(judge(text).includes(problem), judge(text).join(', ')))
}

test('every word with letters of two of the scripts is found, whatever stands beside it, and no other', () => {
  const letters = fc.constantFrom(
    'a',
    'é',
    'ｚ',
    '\u0430',
    '\uA640',
    '\u03B1',
    '\u1F00',
    '\u2126',
    '\u{1DF00}',
    '\u0301',
    '😀',
  )
  const others = fc.constantFrom(...' .’“-_1²ª·\n', '\u00A0', '\u2019', '\u200D')
  const lists = fc.array(fc.oneof({ weight: 3, arbitrary: letters }, others), { maxLength: 12 })
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]
  const known = parseTexts(exampleRecord).parsed
  const oneScript = rules.filter(({ id }) => id === 'one-script')
  fc.assert(
    fc.property(lists, (list) => {
      const body = list.join('')
      const words = body.match(/[\p{L}\p{M}]+/gu) ?? []
      const expected = words.filter((word) => scripts.filter((script) => script.test(word)).length > 1)
      const texts = { ...exampleRecord, 'articles/walk.md': exampleArticle(body) }
      const found = checkContent(parseTexts(texts, { known }), oneScript)
      assert.deepEqual(
        found.map((problem) => problem.found.split('`')[1]),
        expected,
      )
    }),
    { numRuns: 1000 },
  )
})
