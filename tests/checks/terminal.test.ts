import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleEvent, exampleRecord } from '../../src/checks/example.ts'
import { toTerminal } from '../../src/checks/reporters/terminal.ts'
import { parseTexts } from '../../src/loaders/content.ts'

const report = (changed: { [path: string]: string }) =>
  toTerminal(checkContent(parseTexts({ ...exampleRecord, ...changed })), 'content')

test('says nothing of a sound record', () => {
  assert.equal(report({}), '')
})

test('says what was found, what was expected, where, and what comes next', () => {
  const text = report({
    'articles/walk.md': exampleArticle('["I walk,"][w] she "said".\n\n[w]: ../speakers/mara-lodzinsky.md#walk'),
    'events/flood.md': exampleEvent('kind: flood'),
    'speakers/x.md': 'Nothing',
    'speakers/Y.md': '---\nname: Y\nkind: person\n---\n',
  })
  assert.equal(
    text,
    `content/articles/walk.md
   11:1  error  Unexpected speaker \`mara-lodzinsky\`, expected the name of a file in content/speakers.
                Did you mean \`mara-lodzinska\`?                             known-speaker
  11:20  error  Unexpected quotation \`said\`, expected a link to the one who said it, or the words in \`terms\`.  quotation-given
content/events/flood.md
       warning  Unexpected event \`flood\` that nothing on record reports, expected a link to it in an article, or a quote in \`reportedIn\` or \`quotes\`.  reported-event
  7:7  error  Unexpected kind \`flood\`, expected one of \`meeting\`, \`attack\`, \`agreement\`, \`test\`, \`decision\`, \`deployment\`, \`production\`, \`other\`; a kind of the story’s own stands under \`eventKinds\` in settings.yaml.  known-kind
content/speakers/Y.md
  error  Unexpected name of a file \`Y\`, expected small letters a to z, digits and single hyphens, as \`volodymyr-zelensky\`.
         Did you mean \`y\`?                                                     file-name
content/speakers/x.md
  1:1  error  Unexpected file without front matter, expected a first line \`---\`, the fields, and a line \`---\` again.  front-matter
5 errors and 1 warning in 4 files. \`npm run check -- --explain known-speaker\` tells more.
`,
  )
})

test('warnings are counted apart', () => {
  assert.match(report({ 'events/flood.md': exampleEvent() }), /^1 warning in 1 file\./m)
})
