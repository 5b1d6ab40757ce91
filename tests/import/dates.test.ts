import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEdtf } from '../../src/schema/index.ts'
import { read } from './read.ts'

/** EDTF of the dates in a text published on Thursday 21 August 2025. */
const dates = (text: string) => read(text).dates.map((date) => date.edtf)

const cases: [text: string, ...edtf: string[]][] = [
  ['She spoke on Thursday.', '2025-08-21'],
  ['She spoke on Monday.', '2025-08-18'],
  ['She spoke on Friday.', '2025-08-15'],
  ['She will speak on Friday.', '2025-08-22'],
  ['He said Wednesday that talks would resume on Monday.', '2025-08-20', '2025-08-25'],
  ['It burned overnight.', '2025-08-20/2025-08-21'],
  ['They met earlier this week.', '2025-08-18/2025-08-20'],
  ['It could begin by February.', '../2026-02'],
  ['The biggest barrage since mid-July.', '2025-07-11/2025-07-20'],
  ['It closed in May, after the invasion in 2022.', '2025-05', '2022'],
  ['It closed in May.', '2025-05'],
  ['It closed in November.', '2024-11'],
  ['It will open in November.', '2025-11'],
  ['It will open in May.', '2026-05'],
  ['It was opened on 3 March 2019.', '2019-03-03'],
  ['It opened on March 3.', '2025-03-03'],
  ['It fell yesterday and will fall again tomorrow.', '2025-08-20', '2025-08-22'],
  ['They talked three days ago.', '2025-08-18'],
  ['She left two weeks ago.', '2025-08-07~'],
  ['It began last year and will end next year.', '2024', '2026'],
  ['It fell in the second quarter.', '2025-34'],
  ['It was cold last winter.', '2024-24'],
  ['They will meet next week.', '2025-08-25/2025-08-31'],
  ['It was over the weekend.', '2025-08-16/2025-08-17'],
  ['It was over the weekend of 2 August.', '2025-08-02'],
  ['The ship sank on 11 September.', '2024-09-11'],
  ['The court upheld it on 11 September.', '2024-09-11'],
  ['He has lived there since 2011.', '2011/..'],
  ['It lasted from 2011 to 2014.', '2011/2014'],
  ['“We go tomorrow,” she said on Monday.', '2025-08-19', '2025-08-18'],
  ['“No,” she said on Monday. “We go tomorrow.”', '2025-08-18', '2025-08-19'],
  ['On Monday she said that they would go tomorrow.', '2025-08-18', '2025-08-19'],
  ['Every Monday they sing. She reads the Sunday Times.'],
  ['She may march on. He will, in august company, second that.'],
]

for (const [text, ...edtf] of cases) {
  test(text, () => {
    assert.deepEqual(dates(text), edtf)
    for (const date of dates(text)) assert.ok(isEdtf(date), date)
  })
}
