/** Draws a card as a PNG: satori sets it, resvg paints it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import satori from 'satori'
import type { Card } from './cards.ts'
import { imageSize } from './choose.ts'
import { toLayout } from './layout.ts'
import { toPalettePng } from './png.ts'

type Font = Parameters<typeof satori>[1]['fonts'][number]

// The site's type for Latin; Source Serif, its nearest relative, where Newsreader has no letters.
const faces: [family: string, file: string, weight: Font['weight']][] = [
  ['Newsreader', 'newsreader/files/newsreader-latin-500-normal', 500],
  ['Newsreader', 'newsreader/files/newsreader-latin-600-normal', 600],
  ['Newsreader Extended', 'newsreader/files/newsreader-latin-ext-500-normal', 500],
  ['Newsreader Extended', 'newsreader/files/newsreader-latin-ext-600-normal', 600],
  ['Instrument', 'instrument-sans/files/instrument-sans-latin-400-normal', 400],
  ['Instrument', 'instrument-sans/files/instrument-sans-latin-600-normal', 600],
  ['Instrument Extended', 'instrument-sans/files/instrument-sans-latin-ext-400-normal', 400],
  ['Instrument Extended', 'instrument-sans/files/instrument-sans-latin-ext-600-normal', 600],
  ['Cyrillic', 'source-serif-4/files/source-serif-4-cyrillic-400-normal', 400],
  ['Cyrillic', 'source-serif-4/files/source-serif-4-cyrillic-600-normal', 600],
  ['Greek', 'source-serif-4/files/source-serif-4-greek-400-normal', 400],
  ['Greek', 'source-serif-4/files/source-serif-4-greek-600-normal', 600],
]

let fonts: Font[] | null = null

function loadFonts(): Font[] {
  fonts ??= faces.map(([name, file, weight]) => ({
    name,
    weight: weight ?? 400,
    style: 'normal' as const,
    data: readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${file}.woff`))),
  }))
  return fonts
}

/** The picture; `onMissing` hears of text that no font has. */
export async function drawCard(card: Card, onMissing?: (text: string) => void): Promise<Buffer> {
  const svg = await satori(toLayout(card) as Parameters<typeof satori>[0], {
    ...imageSize,
    fonts: loadFonts(),
    loadAdditionalAsset: async (_, text) => {
      onMissing?.(text)
      return []
    },
  })
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return toPalettePng(image.pixels, image.width, image.height) ?? image.asPng()
}
