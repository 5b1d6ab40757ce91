/** Components, layouts and pages say nothing in words of their own: these are in the catalogues, by name. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { toSaid } from '../../src/integrations/browser-words.ts'
import { listFiles, projectFolder } from '../sites.ts'

/** What is no word of a language: names of formats and keys, and the example of a query. */
const names = /^(?:Ctrl K|404|Wikidata|iCalendar|Markdown)$/

/** Text between tags, and what attributes say to a reader. */
function readWords(template: string): string[] {
  const html = template
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/=>/g, '')
  const texts = Array.from(html.matchAll(/(?<=>)[^<>{}`'"=;()&|?]*(?=[<{])/g), ([text]) => text)
  const said = Array.from(
    html.matchAll(/\b(?:aria-label|title|alt|placeholder|label|description|data-clip)="([^"]+)"/g),
    ([, text = '']) => text,
  )
  const choices = Array.from(
    html.matchAll(/[?:] '([A-Z][a-z]+[^']*|[^']*\p{L} \p{L}[^']*)'/gu),
    ([, text = '']) => text,
  )
  return [...texts, ...said, ...choices]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !names.test(text))
}

test('a component says nothing by itself', () => {
  // Where words are checked, the page speaks English, as the verifier does, and says so.
  const files = listFiles('src', /^(?:components|layouts|pages)\/.*(?<!\/Verify)\.astro$/)
  const found = files.flatMap((file) => {
    const template = readFileSync(join(projectFolder, 'src', file), 'utf8')
      .split(/^---$/m)
      .slice(2)
      .join('---')
    return readWords(template).map((words) => `${file}: ${words}`)
  })
  assert.deepEqual(found, [])
})

test('what a component says by itself is noticed', () => {
  assert.deepEqual(
    readWords(
      `<p class="x" aria-label="Main">Who spoke {when && <b>Not yet</b>}, {a ? 'Older articles' : b}</p><i title={x}>{y}</i>`,
    ),
    ['Who spoke', 'Not yet', 'Main', 'Older articles'],
  )
})

test('a script of the browser is given the words it says, in the language of the story', () => {
  const code = `import { say } from '../../words/say.ts'\nbutton(say('copy.button'), say('narrow.more', { next, left }))`
  const texts = { 'copy.button': 'Копіювати "\'</script>\'"', 'narrow.more': 'Ще {next} з {left}' }
  assert.equal(
    toSaid(code, 'x.ts', { texts }).split('\n')[1],
    `button(("Копіювати \\"</script>\\""), say(["Ще ",["value","next"]," з ",["value","left"]], { next, left }))`,
  )
  assert.match(toSaid(`say('copy.button') // words/say.ts'`, 'x.ts', { texts: {} }), /^\("Copy"\)/)
  assert.match(toSaid(`sayWith<Tree>('copy.button', { a })`, 'x.ts', { texts: {} }), /^sayWith\("Copy", \{ a \}\)/)
  assert.throws(() => toSaid('say(kind)', 'x.ts', { texts }), /names its messages as they stand/)
  assert.throws(() => toSaid("say('no.such')", 'x.ts', { texts }), /there is no message no\.such/)
})
