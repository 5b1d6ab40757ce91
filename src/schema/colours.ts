/** The colours of the site, each by day and by night: the one place where ours stand, for pages, pictures and browsers. */

/** A colour on light ground and on dark ground. */
export interface Pair {
  light: string
  dark: string
}

/** Name of a colour in `settings.yaml`; the token of the style sheets is the same with hyphens. */
export type Colour = keyof typeof colours

export type Colours = { readonly [name in Colour]: Pair }

export const colours = {
  // Ground and ink.
  paper: { light: '#fbfaf6', dark: '#14130f' },
  card: { light: '#ffffff', dark: '#1c1b17' },
  ink: { light: '#191713', dark: '#ece8df' },
  soft: { light: '#5f594e', dark: '#a79f91' },
  rule: { light: '#d9d4c7', dark: '#36332c' },
  strongRule: { light: '#191713', dark: '#ece8df' },
  // Three colours, three meanings: said, happened, expected.
  said: { light: '#9a3412', dark: '#f4a574' },
  saidWash: { light: '#fdf0e3', dark: '#2c2118' },
  happened: { light: '#1f4e79', dark: '#8fbfe8' },
  happenedWash: { light: '#eaf1f8', dark: '#17222d' },
  expected: { light: '#6b4c9a', dark: '#c3aaf0' },
  expectedWash: { light: '#f3eefb', dark: '#231c30' },
}

/** Text and the grounds on which it stands. */
const readOn: { readonly [text in Colour]?: readonly Colour[] } = {
  ink: ['paper', 'card', 'saidWash', 'happenedWash', 'expectedWash'],
  soft: ['paper', 'card'],
  said: ['paper', 'card', 'saidWash'],
  happened: ['paper', 'card', 'happenedWash'],
  expected: ['paper', 'card', 'expectedWash'],
}

/** What text of any size needs (WCAG 2.2, success criterion 1.4.3). */
export const leastContrast = 4.5

export interface Failing {
  text: Colour
  ground: Colour
  by: keyof Pair
  contrast: number
}

/** The pairs of text and ground that cannot be read well. */
export function findFailing(all: Colours): Failing[] {
  return Object.entries(readOn).flatMap(([text, grounds]) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const).flatMap((by) => {
        const contrast = contrastOf(all[text as Colour][by], all[ground][by])
        return contrast < leastContrast ? [{ text: text as Colour, ground, by, contrast }] : []
      }),
    ),
  )
}

/** From 1, no contrast, to 21, black on white (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
