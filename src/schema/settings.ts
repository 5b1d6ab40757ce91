import { z } from 'zod'
import { type Colour, type Colours, colours as ours } from './colours.ts'
import { contact, idForm, list, optional, webAddress, words } from './fields.ts'

/** Where the files of the look stand, in the folder of the record. */
export const lookFolder = 'look'

/** Pages of the site that a link in the navigation can name, beside `pages/<name>`. */
const sections = ['timeline', 'speakers', 'quotes', 'topics', 'ahead', 'articles', 'about', 'corrections'] as const

const lookFile = (endings: string) =>
  z.string().regex(new RegExp(`^${lookFolder}/[a-z0-9][a-z0-9.-]*\\.(?:${endings})$`), {
    error: `Expected a file in \`${lookFolder}/\` that ends in ${endings
      .split('|')
      .map((ending) => `\`.${ending}\``)
      .join(', ')}, its name in small letters, digits, dots and hyphens.`,
  })

const hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'Expected a colour as `"#1f4e79"`, in quotation marks.' })
  .transform((colour) => colour.toLowerCase())

const pair = optional(
  z.strictObject({ light: hex.describe('On light ground.'), dark: hex.describe('On dark ground.') }),
)

const faces = list(
  z.strictObject({
    file: lookFile('woff|ttf|otf').describe('The file; the pictures for sharing cannot be drawn with a `.woff2`.'),
    weight: z.int().min(100).max(900).default(400).describe('How bold, from 100 to 900.'),
    italic: z.boolean().default(false).describe('Whether it is the italic.'),
  }),
)

/** A host, as the policy names it: `https://stats.example.org`. */
const host = webAddress.regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/, {
  error: 'Expected a host as `https://stats.example.org`, with nothing after its name.',
})

// What parts the directives of a policy could add others.
const scriptError = { error: 'Expected an address that starts with `https://`, without `;`, `,` and quotation marks.' }

/** `content/settings.yaml`: what the site of a story is called and looks like. */
export const settings = z.strictObject({
  name: optional(words).describe('Name of the site.'),
  contact: optional(contact).describe('Where corrections go.'),
  navigation: list(
    z.strictObject({
      name: words.describe('The words of the link.'),
      to: z
        .union([webAddress, z.enum(sections), z.string().regex(/^pages\/[a-z0-9]+(?:-[a-z0-9]+)*$/)], {
          error: `Expected ${sections.map((name) => `\`${name}\``).join(', ')}, \`pages/<name>\` or an address that starts with \`https://\`.`,
        })
        .describe('Where it leads: a part of the site, `pages/<name>`, or an address elsewhere.'),
    }),
  ).describe('The links at the head of each page, in place of ours.'),
  logo: optional(lookFile('svg|png')).describe('A picture before the name, 2.25 rem high.'),
  favicon: optional(lookFile('svg')).describe('The sign in the tab; other sizes and forms are made from it.'),
  colours: optional(
    z.strictObject(
      Object.fromEntries(Object.keys(ours).map((name) => [name, pair])) as { [name in Colour]: typeof pair },
    ),
  ).describe('Colours in place of ours, each with `light` and `dark`.'),
  fonts: optional(
    z.strictObject({
      text: faces.describe('For text and headings.'),
      labels: faces.describe('For labels, links of the navigation and notes.'),
    }),
  ).describe('Type in place of ours, in pages and in pictures for sharing.'),
  style: optional(lookFile('css')).describe('A style sheet, in a layer above ours.'),
  script: optional(
    z.strictObject({
      address: webAddress.regex(/^https:[^;,']+$/, scriptError).describe('A script that every page loads.'),
      hosts: list(host).describe('Hosts that it may ask, beside its own.'),
    }),
  ).describe('A script of another host; the policy then allows it, and nothing else.'),
  eventKinds: optional(
    z.record(z.string().regex(idForm, { error: 'Expected small letters a to z, digits and single hyphens.' }), words),
  ).describe('Kinds of event beside ours: a name for files, and the words for it.'),
})

export type SettingsData = z.output<typeof settings>

/** The settings of a story that gives none. */
export const noSettings: SettingsData = settings.parse({})

/** The colours of a story: its own, and ours where it has none. */
export function coloursOf({ colours }: SettingsData): Colours {
  const own = Object.entries(colours ?? {}).filter(([, pair]) => pair !== null)
  return { ...ours, ...Object.fromEntries(own) }
}

/** Files of the look that the settings name, each with the path of its field. */
export function lookFilesOf({ favicon, fonts, logo, style }: SettingsData): { file: string; path: PropertyKey[] }[] {
  const named = Object.entries({ logo, favicon, style }).flatMap(([field, file]) =>
    file ? [{ file, path: [field] }] : [],
  )
  const faces = Object.entries(fonts ?? {}).flatMap(([use, files]) =>
    files.map(({ file }, index) => ({ file, path: ['fonts', use, index, 'file'] as PropertyKey[] })),
  )
  return [...named, ...faces]
}
