/** A record and a page of twenty quotes by five people, two of them new; one utterance is on record, one event is new. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exampleRecord } from '../../src/checks/example.ts'

/** The record before the page comes. */
export const harbour: { readonly [path: string]: string } = {
  // What is on record is of a day that has come.
  ...Object.fromEntries(Object.entries(exampleRecord).map(([path, text]) => [path, text.replaceAll('2031', '2025')])),
  'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\nurl: https://ledger.example.org\n---\n',
  'speakers/jonas-bjork.md': '---\nname: Jónas Björk\nkind: person\nroles:\n  - title: Minister of Transport\n---\n',
  'speakers/runa-falk.md': '---\nname: Runa Falk\nkind: person\n---\n',
}

const said: readonly (readonly [name: string, pronoun: string, ...words: string[]])[] = [
  [
    'Mara Łodzińska',
    'she',
    'We will not wait',
    'The ferry is a street and nobody closes a street',
    'I have read every page of the report',
    'There is money for one more winter',
  ],
  [
    'Jónas Björk',
    'he',
    'The bridge was never safe in a storm',
    'I asked for a second opinion in May',
    'No toll has been decided',
    'Every office was told on the same day',
  ],
  [
    'Runa Falk',
    'she',
    'A street does not stop at nine in the evening',
    'My patients cross twice a week',
    'The timetable was drawn by people with cars',
    'We count the empty chairs in the waiting room',
  ],
  [
    'Tove Lind',
    'she',
    'The pilots have asked for better lamps',
    'Fog is the rule here from October on',
    'A second boat would cost less than the repairs',
    'I would take my own children across',
  ],
  [
    'Nils Aas',
    'he',
    'The shop has lost half of its customers',
    'Bread comes by car now and the car is late',
    'My father built a part of that pier',
    'Nobody from the ministry has called me',
  ],
]

const paragraphs = [
  'The harbour committee heard five people about the ferry, and it heard them for the whole of an afternoon.',
  'The last ferry left Skarholm on Saturday, and the pier has been empty since.',
  ...said.flatMap(([name, pronoun, ...words]) =>
    words.map((one, index) => `“${one},” ${index === 2 ? `${pronoun} added` : `said ${name}`}.`),
  ),
]

/** The page's source, as somebody copies it. */
export const harbourPage = `<!doctype html>
<html lang="en">
<head>
<title>Five voices on the ferry | The Ledger</title>
<meta property="og:title" content="Five voices on the ferry">
<meta property="og:site_name" content="The Ledger">
<meta property="article:published_time" content="2025-03-03T10:00:00Z">
<link rel="canonical" href="https://ledger.example.org/five-voices">
</head>
<body>
<nav><a href="/">Home</a></nav>
<article>
<h1>Five voices on the ferry</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article>
<aside class="related"><p>Related: Storm closes the pier for a week, and nobody knows when it opens</p></aside>
</body>
</html>
`

/** A folder with these files. */
export function writeRecord(files: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
