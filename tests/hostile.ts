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
kind: other
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
  return files
}
