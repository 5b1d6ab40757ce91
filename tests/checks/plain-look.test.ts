/** What a look may not hold, however it is written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { plainLook } from '../../src/checks/rules/plain-look.ts'
import { parseTexts } from '../../src/loaders/content.ts'

const isRefused = (file: string, text: string) =>
  checkContent(parseTexts({ [`look/${file}`]: text }), [plainLook]).length > 0

const hostileStyles = [
  '@import "https://evil.example/a.css";',
  "@import url('//evil.example/a.css');",
  '@\\69mport "\\68ttps://evil.example/a.css";',
  'a { background: url(https://evil.example/a.png) }',
  'a { background: \\75rl(//evil.example/a.png) }',
  'a { background: url(ht/**/tps://evil.example) }',
  'a { background: url(\\\\evil.example/a.png) }',
  'a { background: url(/\\evil.example/a.png) }',
  'a { background: url(https:evil.example) }',
  'a { background: image-set("http://evil.example/a.png" 1x) }',
  'a { background: url(../story.md) }',
  'a { background: url(./a/../../../package.json) }',
  'a { background: url(/package.json) }',
  '@font-face { font-family: x; src: url("https://evil.example/x.woff") }',
  '@import url("../../secrets.css");',
]
const soundStyles = [
  '/* see https://example.org/ */ body { color: red }',
  'a { background: url("./stripes.svg") no-repeat; font: 1rem/1.4 serif }',
  'a::before { content: "\\201c"; background: url(data:image/png;base64,iVBO//8/) }',
  '@media (width < 30rem) { a { width: calc(100% / 2) } }',
]

const svg = (inner: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`
const hostileDrawings = [
  svg('<script>hit()</script>'),
  svg('<s:script xmlns:s="http://www.w3.org/2000/svg">hit()</s:script>'),
  svg('', 'onload="hit()"'),
  svg('<path/onclick=hit() d="M0 0"/>'),
  svg('<foreignObject><img src="x" onerror="hit()"/></foreignObject>'),
  svg('<a href="&#106;avascript:hit()"><path d="M0 0"/></a>'),
  svg('<use href="https://evil.example/a.svg#x"/>'),
  svg('<use xlink:href="//evil.example/a.svg#x"/>'),
  svg('<image href="data:image/svg+xml,%3Csvg onload=hit()%3E"/>'),
  svg('<set attributeName="onmouseover" to="hit()"/>'),
  svg('<animate attributeName="href" values="javascript:hit()"/>'),
  svg('<style>@import "https://evil.example/a.css";</style>'),
  svg('<path style="fill: url(https://evil.example/a.svg#x)"/>'),
  svg('<path style="fill: \\75rl(https://evil.example/a.svg#x)"/>'),
  `<?xml-stylesheet href="https://evil.example/a.css"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('&x;')}`,
  '<html xmlns="http://www.w3.org/1999/xhtml"><body onload="hit()"/></html>',
]
const soundDrawings = [
  svg('<defs><linearGradient id="g"/></defs><path fill="url(#g)" d="M0 0h9v9z"/><use href="#g"/>'),
  `<?xml version="1.0"?>\n<!-- Made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('<image href="data:image/png;base64,iVBO"/>')}`,
  svg('<style>.a { fill: red }</style><path class="a" d="M1 1"/>'),
]

test('a style sheet that loads from elsewhere is refused, and a sound one is not', () => {
  assert.deepEqual(
    hostileStyles.filter((text) => !isRefused('a.css', text)),
    [],
  )
  assert.deepEqual(
    soundStyles.filter((text) => isRefused('a.css', text)),
    [],
  )
})

test('a drawing that runs or loads anything is refused, and a sound one is not', () => {
  assert.deepEqual(
    hostileDrawings.filter((text) => !isRefused('a.svg', text)),
    [],
  )
  assert.deepEqual(
    soundDrawings.filter((text) => isRefused('a.svg', text)),
    [],
  )
})

test('type that is no type, and a picture that is none, are refused', () => {
  for (const name of ['a.woff', 'a.woff2', 'a.ttf', 'a.otf', 'a.png']) assert.ok(isRefused(name, '<html>'), name)
  for (const [name, head] of [
    ['a.woff', 'wOFF\0'],
    ['a.ttf', '\0\u0001\0\0'],
    ['a.png', '\uFFFDPNG\r\n'],
  ] as const)
    assert.ok(!isRefused(name, head), name)
})
