/** What is computed and set into a page of one's own, and the page on the record itself. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseTexts } from '../../src/loaders/content.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { valueNames } from '../../src/markdown/values.ts'
import { toOwnPageView } from '../../src/views/own-page.ts'
import { aboutPage } from '../../src/words/about.ts'
import { toSections } from '../../src/words/own-page.ts'
import { isFirstStory, projectFolder, testSites } from '../sites.ts'

const story = (following: boolean, subject = 'A season') =>
  `---\nname: Rovers\nsubject: ${JSON.stringify(subject)}\nlanguage: en\nfollowing: ${following}\n---\n`

/** The page as HTML, a line a part. */
function show(page: string, texts: { [path: string]: string } = { 'story.md': story(false) }): string {
  const { record } = parseTexts({ ...texts, 'pages/p.md': page })
  const view = toOwnPageView(record.pages.find(({ id }) => id === 'p') ?? assert.fail(), record)
  return toSections(view, ['quotes.json'])
    .map(({ heading, nodes }) => `${toHtml(heading)}|${toHtml(nodes).replaceAll('\n', '')}`)
    .join('\n')
}

const page = (body: string) => `---\ntitle: Method\ndescription: How.\n---\n\n${body}\n`

test('a value stands in its place, a list in that of its paragraph, and what has nothing to say leaves no heading', () => {
  const body = 'Of {name}: {contents}; {kinds}, {said}.\n\n## Files of {name}\n\n{data}\n\n## Visits\n\n{visits}'
  assert.equal(
    show(page(body)),
    [
      '|<p>Of Rovers: 0 articles, 0 statements, 0 events; none yet, <b class="is-said">said</b>.</p>',
      'Files of Rovers|<ul class="files"><li><a href="/data/quotes.json">quotes.json</a></li><li><a href="/verify/">Check words yourself</a></li></ul>',
    ].join('\n'),
  )
  assert.match(show(page(body), { 'story.md': story(true) }), /\nVisits\|<p>When you come back/)
})

test('what a value says is text, and is no value itself', () => {
  const html = show(page('On {subject} [so](https://example.org/{name}) {other}'), {
    'story.md': story(false, '{name} <img src=x onerror=hit()>'),
  })
  assert.match(html, /On \{name} &#x3C;img src=x onerror=hit\(\)>/)
  assert.match(html, /href="https:\/\/example\.org\/%7Bname%7D"/)
  assert.match(html, /\{other}</)
})

test('a page that asks for no value does not change with the record', () => {
  const { record } = parseTexts({ 'story.md': story(true), 'pages/p.md': page('Us.') })
  assert.equal(toOwnPageView(record.pages[0] ?? assert.fail(), record).facts, null)
})

test('the words that a new story begins with name known values, and have an end without any', () => {
  assert.doesNotMatch(show(aboutPage(), { 'story.md': story(true) }), /[{}]/)
  assert.match(show(aboutPage()), /No address for corrections/)
  assert.doesNotMatch(show(aboutPage()), /device|Your visits/)
})

test('the page of this record has them', { skip: !isFirstStory }, () => {
  const file = join(projectFolder, testSites.real.content, 'pages/about.md')
  assert.equal(readFileSync(file, 'utf8'), aboutPage())
})

test('the manual lists every value', { skip: !isFirstStory }, () => {
  const manual = readFileSync(join(projectFolder, testSites.real.content, 'README.md'), 'utf8')
  const rows = Object.entries(valueNames).map(([name, what]) => `| \`{${name}}\` | ${what} |`)
  assert.ok(manual.includes(`| value | what stands there |\n|---|---|\n${rows.join('\n')}\n\n`), rows.join('\n'))
})
