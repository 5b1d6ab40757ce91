/** The look of a story: its style sheet, its policy, its icons, its pictures, its links, its kinds of event. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { toHeaders, toHeadersFile, toMetaPolicy, toPolicy } from '../../src/headers.ts'
import { imagesOf } from '../../src/images/choose.ts'
import { drawCard } from '../../src/images/draw.ts'
import { iconFiles } from '../../src/images/icons.ts'
import { toStyles } from '../../src/integrations/own-look.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { noSettings, settings } from '../../src/schema/index.ts'
import { toChoices } from '../../src/views/choices.ts'
import { toOwnPageViews } from '../../src/views/own-page.ts'
import { toViews } from '../../src/views/views.ts'

const look = `name: Rovers on Record
contact: mailto:a@example.org
colours:
  said: { light: "#0B5D3B", dark: "#7fd6a8" }
style: look/style.css
fonts:
  text: [{ file: look/serif.woff, weight: 600 }]
navigation:
  - { name: Season, to: timeline }
  - { name: Who, to: articles }
  - { name: Method, to: pages/method }
  - { name: Club, to: "https://rovers.example.org/" }
script: { address: "https://stats.example.org/count.js?site=a", hosts: ["https://in.example.org"] }
eventKinds: { press-conference: "press conference / Q&A" }
`
const event = (kind: string) =>
  `---\ntitle: The press is met\nkind: ${kind}\nstatus: happened\ndate: 2031-03-01\ndateBasis: a day\nadded: 2031-03-02\n---\n`
const record = parseTexts({
  'settings.yaml': look,
  'story.md': '---\nsubject: A season\nlanguage: en\nfollowing: false\n---\n',
  'pages/method.md':
    '---\ntitle: Method\ndescription: How.\nlinked: navigation\n---\n\n## How\n\nSee [it](../events/press.md).\n',
  'pages/imprint.md': '---\ntitle: Imprint\ndescription: Who.\n---\n\nUs. <script>alert(1)</script>\n',
  'events/press.md': event('press-conference'),
  'events/other.md': event('decision'),
}).record
const views = toViews(record)

describe('a look of one’s own', () => {
  test('is a style sheet: its colours in the layer of the tokens, all else in one above ours', () => {
    const styles = toStyles(settings.parse({ colours: { said: { light: '#0B5D3B', dark: '#7fd6a8' } } }))
    assert.match(styles, /@layer tokens \{ :root \{[^}]*--said: light-dark\(#0b5d3b, #7fd6a8\);/)
    assert.match(styles, /--said-wash: light-dark\(#fdf0e3, #2c2118\);/)
    assert.doesNotMatch(styles, /@import|@font-face|layer own/)
    const whole = toStyles(record.settings)
    assert.match(whole, /^@import url\("\.\/look\/style\.css"\) layer\(own\);/)
    assert.match(whole, /@font-face \{ font-family: "Own Text"; src: url\("\.\/look\/serif\.woff"\); font-weight: 600/)
    assert.match(whole, /@layer own \{ :root \{ --serif: "Own Text",/)
    assert.doesNotMatch(whole, /--sans/)
  })

  test('its script is let in with its hosts, and nothing else', () => {
    const added = (one: string, other: string) =>
      one.split(/; | /).filter((part) => !other.split(/; | /).includes(part))
    const { script } = record.settings
    assert.deepEqual(added(toPolicy(script), toPolicy()), [
      'https://stats.example.org/count.js',
      'https://stats.example.org',
      'https://in.example.org',
      'https://stats.example.org',
      'https://in.example.org',
    ])
    assert.doesNotMatch(toPolicy(script), /unsafe-inline|\*/)
    assert.ok(toHeadersFile('/', script).includes(toPolicy(script)))
    assert.equal(toHeaders(script)['content-security-policy'], toPolicy(script))
    assert.match(toMetaPolicy(script), /stats\.example\.org/)
    assert.equal(toPolicy(noSettings.script), toPolicy())
  })

  test('stands around every page: name, links, pages', () => {
    const { look: around, name, contact } = views.site
    assert.deepEqual([name, contact], ['Rovers on Record', 'mailto:a@example.org'])
    assert.deepEqual(around.navigation, [
      { name: 'Season', url: '/timeline/', of: 'timeline' },
      { name: 'Who', url: '/articles/', of: 'archive' },
      { name: 'Method', url: '/pages/method/', of: null },
      { name: 'Club', url: 'https://rovers.example.org/', of: null },
    ])
    // A page that the links at the head name already is not named twice.
    assert.deepEqual(around.pages, {
      navigation: [],
      foot: [{ name: 'Imprint', url: '/pages/imprint/', of: null }],
    })
    assert.deepEqual(around.about, ['rights', 'data'])
    const [imprint, method] = toOwnPageViews(record)
    assert.doesNotMatch(JSON.stringify(imprint?.sections), /"tag":"script"/)
    assert.match(JSON.stringify(method?.sections), /"href":"\/events\/press\/"/)
  })

  test('a kind of event of one’s own is shown by its words, and the timeline can be narrowed to it', () => {
    assert.deepEqual(
      views.events.map(({ id, kind }) => [id, kind]),
      [
        ['other', 'decision'],
        ['press', 'press conference / Q&A'],
      ],
    )
    // Its address has its name: words may hold a slash.
    assert.deepEqual(
      toChoices(record).kind.map(({ url }) => url),
      ['/timeline/kinds/decision/', '/timeline/kinds/press-conference/'],
    )
  })

  test('the pictures for sharing have its colours', async () => {
    const [image] = imagesOf(views)
    assert.equal(image?.card.look?.colours['said'], '#0b5d3b')
    const card = { ...(image as NonNullable<typeof image>).card, colour: 'said' as const }
    const drawn = await drawCard({
      ...card,
      look: { ...(card.look as NonNullable<typeof card.look>), fonts: { text: [], labels: [] } },
    })
    const { look: _, ...plain } = card
    assert.ok(!drawn.equals(await drawCard(plain)))
  })

  test('the sign is there in every form', () => {
    const files = new Map(iconFiles(toViews(parseTexts({}).record)))
    assert.deepEqual(
      [...files.keys()],
      ['favicon.svg', 'favicon.ico', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png', 'site.webmanifest'].map(
        (name) => `/${name}`,
      ),
    )
    const ico = files.get('/favicon.ico')?.() as Buffer
    assert.deepEqual([ico.readUInt16LE(2), ico[6], ico.readUInt32LE(14)], [1, 32, ico.length - 22])
    const manifest = JSON.parse(String(files.get('/site.webmanifest')?.()))
    for (const { src } of manifest.icons) assert.ok(files.has(src))
  })
})
