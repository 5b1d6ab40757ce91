/** Pictures in scripts that run from right to left: in which order the words stand, and where the dots of letters. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import type { Card } from '../../src/images/cards.ts'
import { drawCard } from '../../src/images/draw.ts'
import { toLayout } from '../../src/images/layout.ts'
import { turnMarks } from '../../src/images/marks-upright.ts'
import { unpack } from '../../src/images/unpack.ts'

type Element = Parameters<typeof satori>[0]

const readFont = (file: string) => unpack(readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${file}.woff`))))
const arabic = readFont('noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal')
const fonts = Object.entries({
  Newsreader: readFont('newsreader/files/newsreader-latin-500-normal'),
  Arabic: arabic,
  Hebrew: readFont('noto-serif-hebrew/files/noto-serif-hebrew-hebrew-400-normal'),
}).map(([name, data]) => ({ name, data, weight: 400 as const, style: 'normal' as const }))

const card: Card = {
  colour: 'said',
  isSpeech: true,
  introduction: null,
  label: 'قول',
  words: '”لن نفتح الجسر قبل أن يصبح آمنًا“',
  who: 'روتا كالدر',
  role: 'رئيسة البلدية',
  source: 'قيل في 1 مارس',
  site: 'الجسر',
}

/** The words of the picture as the eye finds them from left to right, line by line; brackets before they are mirrored. */
async function read(shown: Partial<Card>): Promise<string[]> {
  const svg = await satori(toLayout({ ...card, ...shown }) as Element, {
    width: 1200,
    height: 630,
    fonts,
    embedFont: false,
  })
  const lines = new Map<number, [x: number, word: string][]>()
  for (const [, x, y, word] of svg.matchAll(/<text x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)<\/text>/g)) {
    const line = lines.get(Number(y)) ?? []
    lines.set(Number(y), [...line, [Number(x), (word ?? '').replace(/[\u200e\u200f]/g, '')]])
  }
  return Array.from(lines.values(), (line) =>
    line
      .filter(([, word]) => word)
      .sort(([a], [b]) => a - b)
      .map(([, word]) => word)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

test('a picture in Arabic is laid out from the right, the same every time', async () => {
  const missing: string[] = []
  const png = await drawCard(card, (text) => missing.push(text))
  assert.deepEqual(missing, [])
  assert.deepEqual(await drawCard(card), png)
  const layout = JSON.stringify(toLayout(card))
  assert.match(layout, /"direction":"rtl".*"borderRight":"7px solid/)
  assert.doesNotMatch(layout, /borderLeft/)
  const [head, first] = await read({})
  assert.equal(head, 'قول' + 'الجسر')
  assert.equal(first, 'الجسر نفتح لن”')
})

test('names, numbers, dates and brackets stand in the order that the Unicode Bidirectional Algorithm says', async () => {
  const expected: [words: string, line: string][] = [
    ['قال 574 drones Kyiv Post', 'drones Kyiv Post 574 قال'],
    ['נאמר ב-21/8 (TL)', ')TL( 21/8-ב נאמר'],
    ['בשעה 10:30, 50%', '50% ,10:30 בשעה'],
    ['نحو Kyiv Post (KP)، ثم', 'ثم ،Kyiv Post (KP) نحو'],
    ['في Port Ellis.', '.Port Ellis في'],
    ['ב 2031-03-01 C++?', '?++C 2031-03-01 ב'],
  ]
  for (const [words, line] of expected) assert.equal((await read({ words }))[1], line, words)
})

test('a name of the other direction leaves what stands beside it in a sentence of ours where it is', async () => {
  const source = 'as worded by الموجة, الفجر · 2 other outlets'
  const lines = await read({ label: 'Statement', site: 'The bridge', who: 'روتا كالدر', role: 'Mayor', source })
  assert.equal(lines[0], 'The bridgeStatement')
  assert.equal(lines.at(-2), 'كالدر روتاMayor')
  assert.equal(lines.at(-1), source)
  assert.equal((await read({ source: 'ב־Kyiv Post, CNN · 2' })).at(-1), '2 · CNN ,Kyiv Post־ב')
})

test('dots and points stand by their letters, and satori still needs help with it', async () => {
  const heightOf = async (data: Buffer, text: string) => {
    const type = { name: 'Arabic', data, weight: 400 as const, style: 'normal' as const }
    const element = { type: 'div', props: { style: { fontSize: 100 }, children: text } } as Element
    const svg = await satori(element, { width: 400, height: 400, fonts: [type] })
    return Math.round(new Resvg(svg).getBBox()?.height ?? 0)
  }
  // The bare letter, with two dots above, with one below.
  for (const [letter, most] of [
    ['\u066e', 45],
    ['ت', 70],
    ['ب', 70],
  ] as const) {
    const height = await heightOf(turnMarks(arabic), letter)
    assert.ok(height > 20 && height < most, `${letter} ${height}`)
  }
  assert.ok((await heightOf(arabic, 'ت')) > 80, 'satori sets marks right by itself: `marks-upright.ts` can go')
})

test('type that is turned twice is as it was', () => {
  const once = turnMarks(arabic)
  assert.notDeepEqual(once, arabic)
  assert.deepEqual(turnMarks(once), arabic)
})
