/** Hostile inputs of our own, and a record that has each of them in every place where content goes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface HostileInput {
  name: string
  /** Calls `hit()` where it is executed; asks for `evil.example` where it loads something. */
  text: string
}

const texts = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/hostile/inputs.json'), 'utf8'))

export const hostileInputs: HostileInput[] = Object.entries<string>(texts).map(([name, text]) => ({ name, text }))

/** A word that stands beside the n-th input, wherever that stands. */
export const wordOf = (n: number): string => `quagga${n}`

/** Markdown that is these very words. */
const asText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')

/** A value of YAML. */
const value = (text: string): string => JSON.stringify(text)

/** The files of the record, by path: an outlet, a speaker, two articles, a quote, an event, a topic and a correction for each input. */
export function toHostileRecord(inputs: readonly HostileInput[]): { [path: string]: string } {
  const files: { [path: string]: string } = {
    'story.md': `---\nname: ${value(`Bay ${inputs[0]?.text}`)}\nsubject: ${value(`The bridge "><img src=x onerror=hit()>`)}\nheadline: ${value('Shut </title><script>hit()</script>')}\nlanguage: en\ncontact: mailto:desk@example.org\nfollowing: false\n---\n\nThe bridge <img src=x onerror=hit()> is [shut](javascript:hit()).\n`,
    'settings.yaml': toHostileSettings(inputs),
    'outlets/plain.md': '---\nname: The Ledger\nkind: newspaper\n---\n',
  }
  for (const [n, { text }] of inputs.entries()) {
    const words = value(`${wordOf(n)} ${text}`)
    const alone = value(text)
    const marked = asText(`${wordOf(n)} ${text}`)
    files[`outlets/o-${n}.md`] =
      `---\nname: ${words}\nkind: newspaper\nurl: ${value(`https://o${n}.example.org/${text}`)}\n---\n`
    files[`speakers/s-${n}.md`] =
      `---\nname: ${words}\nkind: person\naliases: [${alone}, ${value(`Alias ${wordOf(n)} ${text}`)}]\nroles: [{ title: ${words} }]\n---\n\n${text}\n`
    files[`articles/a-${n}.md`] = `---
title: ${words}
titleBasis: { words: ${alone}, source: https://example.org/basis }
outlet: o-${n}
agency: ${alone}
agencyBasis: ${alone}
published: 2031-03-02
publishedBasis: ${alone}
url: https://ledger.example.org/${n}
language: en
topics: [t-${n}]
rights: full
captureNote: ${words}
terms: [${alone}]
added: 2031-03-12
---

${text}

["${marked}"][q] said ${marked} before [${marked}][e], as [${marked}][m] knew.

[q]: ../speakers/s-${n}.md#q "2031-03-01, ${asText(text)}"
[e]: ../events/e-${n}.md
[m]: ../speakers/s-${n}.md
`
    files[`articles/u-${n}.md`] = `---
title: Address ${n}
outlet: plain
published: 2031-03-02
url: ${value(`https://ledger.example.org/${text}`)}
language: en
rights: excerpt
added: 2031-03-12
---

She [said that ${marked} was so](../speakers/s-${n}.md#u).
`
    files[`events/e-${n}.md`] = `---
title: ${words}
kind: own-${n % kinds}
status: slipped
date: 2031-03-01
dateBasis: ${words}
place: ${words}
outcome: ${alone}
speakers: [s-${n}]
topics: [t-${n}]
announcedBy: s-${n}#q
figures: [{ what: ${alone}, value: 1, words: ${alone}, scope: ${alone}, article: a-${n} }]
added: 2031-03-12
---

${text}
`
    files[`topics/t-${n}.md`] = `---\nname: ${words}\naliases: [${alone}]\nquotes: [s-${n}#q]\n---\n\n${text}\n`
    files[`places/p-${n}.md`] = `---\nname: ${words}\naliases: [${alone}]\n---\n`
    files[`corrections/2031-03-12-c-${n}.md`] =
      `---\ndate: 2031-03-12\nspeakers: [s-${n}]\nquotes: [s-${n}#q, s-${n}#gone]\nwas: ${words}\nis: ${alone}\nwhy: ${alone}\n---\n\n${text}\n`
    files[`quotes/s-${n}/gone.md`] = `---\nwithdrawn: { date: 2031-03-12, why: ${words} }\n---\n\n${text}\n`
  }
  // Some inputs a page: each page has a link on every other.
  for (let from = 0; from < inputs.length; from += aPage) {
    const some = inputs.slice(from, from + aPage).map(({ text }) => text)
    files[`pages/p-${from}.md`] =
      `---\ntitle: ${value(some[0] ?? '')}\ndescription: ${value(some.at(-1) ?? '')}\n---\n\n{subject} {name}\n\n${some.join('\n\n')}\n\n## {contents} ${asText(some.join(' '))}\n\n{contact}\n`
  }
  return files
}

const aPage = 12
/** Kinds of event of the story's own. */
const kinds = 8

function toHostileSettings(inputs: readonly HostileInput[]): string {
  const [first, ...some] = inputs.slice(0, kinds + 1).map(({ text }) => value(text))
  const links = [first, ...some].map((name) => `  - { name: ${name}, to: timeline }\n`)
  const own = Array.from({ length: kinds }, (_, n) => `  own-${n}: ${value(inputs.at(-1 - n)?.text ?? 'own')}\n`)
  return `navigation:\n${links.join('')}eventKinds:\n${own.join('')}`
}

/** A look that the checks refuse, whole: what stands behind them is the policy. */
export const hostileLook: { [path: string]: string } = {
  'settings.yaml':
    'logo: look/a.svg\nfavicon: look/a.svg\nstyle: look/a.css\nfonts: { text: [{ file: look/a.woff }] }\n',
  'look/a.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="hit()"><script>hit()</script><style>@import "https://evil.example/a.css";</style><image href="https://evil.example/a.png" width="9" height="9"/><a href="javascript:hit()"><path d="M0 0h9v9z" onclick="hit()"/></a></svg>\n',
  'look/a.css':
    '@import "https://evil.example/b.css";\n@font-face { font-family: b; src: url("https://evil.example/b.woff") }\nbody { font-family: b; background: url("https://evil.example/b.png") }\n',
  'look/a.woff': 'not type at all\n',
}
