/** A small sound record, fictional, over which a rule's example lays its own files. */
import type { Texts } from './rule.ts'

/** Another for other words: two articles have two addresses. An example may be a megabyte long, and every command has it. */
const addressOf = (body: string) =>
  body
    .slice(0, 600)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .slice(0, 60)

/** An article of the example record, with lines for its front matter and a body of its own. */
export function exampleArticle(body: string, frontMatter = ''): string {
  return `---
title: The bridge is shut
outlet: the-ledger
published: 2031-03-02
url: https://ledger.example.org/${addressOf(body)}
language: en
rights: full
added: 2031-03-12
${frontMatter ? `${frontMatter.trim()}\n` : ''}---

${body.trim()}
`
}

/** An article that quotes the mayor: the name of her quote, and the title of the link where it has one. */
export function exampleQuote(fragment: string, title = '', words = 'I walk,'): string {
  return exampleArticle(
    `["${words}"][w] she said.\n\n[w]: ../speakers/mara-lodzinska.md#${fragment}${title && ` "${title}"`}`,
  )
}

/** An event of the example record, with the given lines in place of those of the same name. */
export function exampleEvent(frontMatter = ''): string {
  const given = new Set(frontMatter.split('\n').map((line) => line.split(':')[0]))
  const lines = [
    'title: The bridge is shut',
    'kind: decision',
    'status: happened',
    'date: 2031-03-01',
    'dateBasis: the day before the article',
    'added: 2031-03-12',
  ].filter((line) => !given.has(line.split(':')[0]))
  return `---\n${[...lines, frontMatter.trim()].filter(Boolean).join('\n')}\n---\n\nThe bridge was closed.\n`
}

export const exampleRecord: Texts = {
  'articles/bridge.md': exampleArticle(`
["We will not wait,"][not-wait] the mayor said after [the bridge was closed][closed].

[not-wait]: ../speakers/mara-lodzinska.md#not-wait "2031-03-02, to reporters"
[closed]: ../events/bridge-closed.md
`),
  'speakers/mara-lodzinska.md': '---\nname: Mara Łodzińska\nkind: person\n---\n\nMayor of Port Ellis.\n',
  'events/bridge-closed.md': exampleEvent(),
  'outlets/the-ledger.md': '---\nname: The Ledger\nkind: newspaper\n---\n',
  'topics/ferries.md': '---\nname: Will there be a ferry?\nquotes: [mara-lodzinska#not-wait]\n---\n',
  'story.md':
    '---\nname: Kestrel Bay on Record\nsubject: The bridge\nlanguage: en\nfollowing: false\n---\n\nThe [bridge](events/bridge-closed.md) is shut.\n',
}
