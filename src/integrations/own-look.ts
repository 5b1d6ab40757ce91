/** The colours, type and style sheet of the story: a style sheet that is made of `settings.yaml` when a page asks for it. */
import { join, resolve } from 'node:path'
import type { AstroIntegration } from 'astro'
import { readSettings } from '../loaders/from-disk.ts'
import { coloursOf, type SettingsData } from '../schema/index.ts'
import { contentFolder } from '../site.ts'

const name = 'virtual:own-look.css'

/** Where it would stand if it were a file: paths in it lead from the folder of the record. */
export const ownLookFile = join(resolve(contentFolder), 'own-look.css')

export function addOwnLook(): AstroIntegration {
  const plugin = {
    name: 'on-record:own-look',
    // While somebody writes, the browser asks for it by its path too, from the project's folder where it is in it.
    resolveId: (id: string) =>
      [name, ownLookFile].includes(id) || resolve(`.${id}`) === ownLookFile ? ownLookFile : undefined,
    load: (id: string) => (id === ownLookFile ? toStyles(readSettings()) : undefined),
  }
  return {
    name: 'on-record:own-look',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
  }
}

/** The style sheet. Colours stand in the layer of the tokens, all else in one above ours. */
export function toStyles(settings: SettingsData): string {
  const { fonts, style } = settings
  const colours = Object.entries(coloursOf(settings)).map(([colour, { light, dark }]) => {
    const token = colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return `--${token}: light-dark(${light}, ${dark});`
  })
  const uses = [
    { token: '--serif', family: 'Own Text', rest: 'Georgia, serif', faces: fonts?.text ?? [] },
    { token: '--sans', family: 'Own Labels', rest: 'Arial, sans-serif', faces: fonts?.labels ?? [] },
  ].filter(({ faces }) => faces.length > 0)
  const faces = uses.flatMap(({ family, faces: files }) =>
    files.map(
      ({ file, italic, weight }) =>
        `@font-face { font-family: "${family}"; src: url("./${file}"); font-weight: ${weight}; font-style: ${italic ? 'italic' : 'normal'}; font-display: swap }`,
    ),
  )
  const tokens = uses.map(({ token, family, rest }) => `${token}: "${family}", ${rest};`)
  return [
    ...(style ? [`@import url("./${style}") layer(own);`] : []),
    `@layer tokens { :root { color-scheme: light dark; ${colours.join(' ')} } }`,
    '@layer tokens { :root[data-look="light"] { color-scheme: light } :root[data-look="dark"] { color-scheme: dark } }',
    ...faces,
    ...(tokens.length > 0 ? [`@layer own { :root { ${tokens.join(' ')} } }`] : []),
  ].join('\n')
}
