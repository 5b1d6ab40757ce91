/** The sign of the site in all its forms, made from one drawing, and what else of a look is served as it is. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { contentFolder } from '../site.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'

/** Sizes of a web app's icons (W3C Web Application Manifest; 192 and 512 are what browsers look for). */
const appSizes = [192, 512] as const

/** Files by their addresses: the drawing, a `.ico`, a touch icon, a manifest with its icons, and the logo. */
export function iconFiles({ site }: Pick<Views, 'site'>): [address: string, make: () => string | Buffer][] {
  const { favicon, look, name } = site
  const read = (file: string) => readFileSync(join(resolve(contentFolder), file))
  const drawing = () => (favicon ? read(favicon) : readFileSync(join(import.meta.dirname, 'favicon.svg')))
  const at = urls.publicFile
  return [
    [at('favicon.svg'), drawing],
    [at('favicon.ico'), () => toIco(paint(drawing(), 32), 32)],
    // Phones lay it on black where it is clear.
    [at('apple-touch-icon.png'), () => paint(drawing(), 180, look.paper.light)],
    ...appSizes.map((size): [string, () => Buffer] => [at(`icon-${size}.png`), () => paint(drawing(), size)]),
    [at('site.webmanifest'), () => `${JSON.stringify(toManifest(name, look.paper.light), null, 2)}\n`],
    ...(look.logo ? [[at(look.logo), () => read(look.logo ?? '')] satisfies [string, () => Buffer]] : []),
  ]
}

function toManifest(name: string, colour: string): object {
  const icons = appSizes.map((size) => {
    return { src: urls.publicFile(`icon-${size}.png`), sizes: `${size}x${size}`, type: 'image/png' }
  })
  return { name, start_url: urls.home(), display: 'browser', background_color: colour, theme_color: colour, icons }
}

function paint(svg: Buffer, size: number, background?: string): Buffer {
  const fitTo = { mode: 'width' as const, value: size }
  return new Resvg(svg, { fitTo, ...(background && { background }), font: { loadSystemFonts: false } }).render().asPng()
}

/** A PNG in the container that old browsers ask for: a header of one entry, and the picture (MS-ICO). */
function toIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.set([size, size], 6)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}
