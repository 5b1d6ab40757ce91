/** Draws a card as a PNG: satori sets it, resvg paints it. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import type { default as Satori } from 'satori'
import { getOrMake } from '../lists.ts'
import { contentFolder } from '../site.ts'
import type { Card } from './cards.ts'
import { imageSize } from './choose.ts'
import { ownFamilies, toLayout } from './layout.ts'
import { turnMarks } from './marks-upright.ts'
import { toPalettePng } from './png.ts'
import { unpack } from './unpack.ts'

type Font = Parameters<typeof Satori>[1]['fonts'][number]

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
  ['Devanagari', 'noto-serif-devanagari/files/noto-serif-devanagari-devanagari-400-normal', 400],
  ['Devanagari', 'noto-serif-devanagari/files/noto-serif-devanagari-devanagari-600-normal', 600],
  ['Thai', 'noto-serif-thai/files/noto-serif-thai-thai-400-normal', 400],
  ['Thai', 'noto-serif-thai/files/noto-serif-thai-thai-600-normal', 600],
  ['Arabic', 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal', 400],
  ['Arabic', 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal', 600],
  ['Hebrew', 'noto-serif-hebrew/files/noto-serif-hebrew-hebrew-400-normal', 400],
  ['Hebrew', 'noto-serif-hebrew/files/noto-serif-hebrew-hebrew-600-normal', 600],
]

/** A face, as satori sets it right. Throws, with its file, when it is no font. */
function readFace(file: string): Buffer {
  try {
    return turnMarks(unpack(readFileSync(file)))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} is no font that a picture can be drawn with: ${why}`, { cause })
  }
}

let fonts: Font[] | null = null

function loadFonts(): Font[] {
  fonts ??= faces.map(([name, file, weight]) => ({
    name,
    weight: weight ?? 400,
    style: 'normal' as const,
    data: readFace(fileURLToPath(import.meta.resolve(`@fontsource/${file}.woff`))),
  }))
  return fonts
}

const known = new Map<string, Font>()

/** A story's own faces, read from its folder once. */
function ownFonts(fonts: NonNullable<Card['look']>['fonts'] = { text: [], labels: [] }): Font[] {
  return (['text', 'labels'] as const).flatMap((use) =>
    fonts[use].map(({ file, italic, weight }) =>
      getOrMake(known, `${use} ${file} ${weight} ${italic}`, () => ({
        name: ownFamilies[use],
        weight: weight as Font['weight'],
        style: italic ? ('italic' as const) : ('normal' as const),
        data: readFace(join(resolve(contentFolder), file)),
      })),
    ),
  )
}

/** The picture; `onMissing` hears of text that no font has. */
export async function drawCard(card: Card, onMissing?: (text: string) => void): Promise<Buffer> {
  // It takes long to load, and most builds draw nothing.
  const { default: satori } = await import('satori')
  const svg = await satori(toLayout(card) as Parameters<typeof satori>[0], {
    ...imageSize,
    fonts: [...ownFonts(card.look?.fonts), ...loadFonts()],
    loadAdditionalAsset: async (_, text) => {
      onMissing?.(text)
      return []
    },
  })
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return toPalettePng(image.pixels, image.width, image.height) ?? image.asPng()
}
