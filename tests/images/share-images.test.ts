import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import { describeCard, textsOf, toQuoteCard } from '../../src/images/cards.ts'
import { imageOf, imagesOf } from '../../src/images/choose.ts'
import { drawCard } from '../../src/images/draw.ts'
import { isDrawable } from '../../src/images/drawable.ts'
import { toLayout } from '../../src/images/layout.ts'
import { toPalettePng } from '../../src/images/png.ts'
import { nameOf, writeImages } from '../../src/images/write-images.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { urls } from '../../src/urls.ts'
import { mostPictures } from '../../src/views/pictured.ts'
import type { QuoteView } from '../../src/views/quote.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'on-record-images-'))
after(() => rmSync(folder, { recursive: true }))

const views = toViews(toRecord(bridge))
const { site } = views
const [direct, indirect] = views.quotes as [QuoteView, QuoteView]
const card = toQuoteCard(direct, site)

test('a picture is 1200 by 630, and the same every time', async () => {
  const png = await drawCard(card)
  assert.equal(png.subarray(1, 4).toString(), 'PNG')
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630])
  assert.deepEqual(await drawCard(card), png)
})

test('a picture with a palette shows the same pixels', async () => {
  const [width, height] = [7, 5]
  const pixels = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at += 1) pixels.set([at % 3, 200, at % 5, 255], at * 4)
  const png = toPalettePng(pixels, width, height)
  assert.ok(png)
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}" image-rendering="optimizeSpeed"/></svg>`
  assert.deepEqual(new Uint8Array(new Resvg(svg).render().pixels), pixels)
})

test('what is not opaque or has too many colours is left to others', () => {
  assert.equal(toPalettePng(new Uint8Array(4), 1, 1), null)
  const many = new Uint8Array(300 * 4)
  for (let at = 0; at < 300; at += 1) many.set([at % 256, at >> 8, 0, 255], at * 4)
  assert.equal(toPalettePng(many, 300, 1), null)
})

test('every character that is said to be drawable has a glyph in a font', async () => {
  const characters: string[] = []
  for (let code = 0x21; code < 0x3000; code++) {
    const character = String.fromCodePoint(code)
    if (character.normalize('NFC') === character && /\S/.test(character) && isDrawable(character))
      characters.push(character)
  }
  assert.ok(characters.length > 500)
  const missing: string[] = []
  // A few at a time, so that all of them are laid out.
  for (let from = 0; from < characters.length; from += 60) {
    const words = characters.slice(from, from + 60).join(' ')
    await drawCard({ ...card, label: words, words, who: words, role: words, source: words }, (text) =>
      missing.push(text),
    )
  }
  assert.deepEqual(missing, [])
})

test('Latin, Cyrillic, Greek, Hebrew, Arabic, Devanagari and Thai are drawn, other scripts have the picture of the site', () => {
  for (const text of [
    'Łódź',
    'Zelenskyy said “no” – twice…',
    'Зеленський сказав: «ні»',
    'Η Ελλάδα',
    'Ångström €5',
    'Łódź'.normalize('NFD'),
    'हिन्दी',
    'ที่นี้',
    'مرحبا، گفت‌وگو؛ ٹھیک ہے؟',
    'שָׁלוֹם ב־2031',
  ])
    assert.equal(isDrawable(text), true, text)
  for (const text of ['日本', '🚢', '𝒜', '\u202eabc', 'a\u0000b']) assert.equal(isDrawable(text), false, text)
  const other = { ...card, who: '日本' }
  assert.deepEqual(
    imageOf(site, 'quotes/a/b', () => other),
    imageOf(site),
  )
  assert.equal(imageOf(site, 'quotes/a/b', () => card)?.path, '/share/quotes/a/b.png')
  // An empty picture would say nothing, and its description something.
  const none = { ...site, name: '橋', subject: '橋' }
  assert.equal(imageOf(none), null)
  assert.deepEqual(imagesOf({ ...views, pictured: new Set(), site: none }), [])
})

test('Thai, which parts no words, breaks within the picture', () => {
  const words = 'เราจะไม่เปิดสะพานจนกว่าจะปลอดภัย'
  assert.match(JSON.stringify(toLayout({ ...card, words })), /เรา\u200bจะ\u200bไม่/)
  const cut = toQuoteCard(
    {
      ...direct,
      wordings: direct.wordings.map((own) => ({ ...own, pieces: [[{ text: 'ที่'.repeat(200), quoted: true }]] })),
    },
    site,
  )
  assert.match(cut.words, /^“(?:ที่)+ …”$/)
})

test('only direct words are drawn as speech', () => {
  const speech = toQuoteCard(direct, site)
  assert.equal(speech.words, '“We will not wait, and we do not need ferries”')
  assert.equal(speech.introduction, null)
  assert.equal(speech.who, 'Mara Łodzińska')
  assert.equal(speech.role, 'Mayor of Port Ellis')
  assert.match(speech.source, /^said 1 March 2031 · as worded by The Ledger · and 1 other outlet$/)
  const report = toQuoteCard(indirect, site)
  assert.equal(report.introduction, 'The Ledger reports:')
  assert.doesNotMatch(textsOf(report).join(' '), /[“”]/)
  assert.match(report.source, /^reported 2 March 2031/)
  assert.match(
    describeCard(report),
    /The Ledger reports: By noon thirty boats were tied up, officials said\. Harbour officials/,
  )
})

test('long words are cut at a word, inside their marks', () => {
  const [wording] = direct.wordings
  assert.ok(wording)
  const pieces = [[{ text: 'we will wait '.repeat(60).trim(), quoted: true }]]
  const { words } = toQuoteCard({ ...direct, wordings: [{ ...wording, pieces }] }, site)
  assert.ok(words.length < 280)
  assert.match(words, /^“we will.* (we|will|wait) …”$/)
})

test('an unchanged picture is not drawn again, a changed one is, and what is not wanted any more goes', async () => {
  const [cache, built] = [join(folder, 'cache'), join(folder, 'site')]
  const wanted = [{ card, file: 'share/quotes/a.png' }]
  assert.equal(await writeImages(wanted, built, cache), 1)
  assert.equal(await writeImages(wanted, built, cache), 0)
  const changed = { ...card, words: 'Other words' }
  assert.notEqual(nameOf(changed), nameOf(card))
  assert.equal(await writeImages([{ card: changed, file: 'share/quotes/a.png' }], built, cache), 1)
  assert.deepEqual(readdirSync(cache), [`${nameOf(changed)}.png`])
  assert.deepEqual(readFileSync(join(built, 'share/quotes/a.png')), await drawCard(changed))
})

test('many pictures are drawn on several threads, each into its own file', async () => {
  const wanted = Array.from({ length: 20 }, (_, n) => ({
    card: { ...card, words: `Number ${n}` },
    file: `share/${n}.png`,
  }))
  assert.equal(await writeImages(wanted, join(folder, 'many'), join(folder, 'many-cache'), 6), 20)
  const [, second] = wanted
  assert.ok(second)
  assert.deepEqual(readFileSync(join(folder, 'many', second.file)), await drawCard(second.card))
  assert.equal(readdirSync(join(folder, 'many-cache')).filter((name) => name.endsWith('.png')).length, 20)
})

test('in a large record only the newest have a picture of their own', () => {
  const large = toRecord(bridge)
  const [quote] = large.quotes
  const [wording] = quote?.wordings ?? []
  assert.ok(quote && wording)
  large.quotes = Array.from({ length: mostPictures + 100 }, (_, n) => ({
    ...quote,
    id: `${quote.speaker.id}/${n}`,
    url: `/quotes/${n}/`,
    wordings: [{ ...wording, article: { ...wording.article, added: n < 50 ? '2030-01-01' : '2032-01-01' } }],
  }))
  const paths = new Set(imagesOf(toViews(large)).map(({ path }) => path))
  assert.equal(paths.size, 1 + mostPictures)
  assert.equal(paths.has(urls.image(`quotes/${quote.speaker.id}/0`)), false)
  assert.ok(paths.has(urls.image(`quotes/${quote.speaker.id}/60`)))
})

test('every quote, event, speaker and article of the record has its picture, described in words', () => {
  const real = toViews(readContent('content').record)
  const images = new Map(imagesOf(real).map((image) => [image.path, image]))
  for (const { url } of [...real.quotes, ...real.events, ...real.speakers, ...real.articles])
    assert.ok(images.has(urls.image(url.slice(1, -1))), url)
  for (const { alt } of images.values()) assert.ok(alt.length > 10)
})

test('a picture that was shared stays at its address: of what moved its own, of what was withdrawn that of the site', () => {
  const moves = [{ from: '/quotes/a/old/', to: direct.url }]
  const withdrawn = [{ id: 'a/gone' }] as typeof views.withdrawn
  const images = imagesOf({ ...views, moves, withdrawn })
  const cardOf = (name: string) => images.find(({ path }) => path === urls.image(name))?.card
  assert.deepEqual(cardOf('quotes/a/old'), card)
  assert.deepEqual(cardOf('quotes/a/gone'), cardOf('site'))
})
