/** Hostile inputs are refused where they stand, and printed as text all the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleEvent, exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { readArticle } from '../../src/markdown/article.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { hostileInputs } from '../hostile.ts'

/** What a reader without any sanitising makes of the text. */
const rawReader = unified()
  .use(remarkParse)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })

const source = { path: 'articles/walk.md', language: 'en', terms: [], linesBefore: 0 }

/** Elements with their attributes, as a real parser reads them. */
function elementsOf(html: string): string[] {
  const found: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'element') {
      // The address is written anew, and our renderer adds how a link is related.
      const properties = Object.entries(node.properties).filter(([name]) => name !== 'rel')
      found.push(`${node.tagName.replace(/^h[1-6]$/, 'h2')} ${JSON.stringify(properties)}`)
    } else if (node.type !== 'text' && node.type !== 'root') found.push(node.type)
    if ('content' in node && node.content) visit(node.content)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromHtml(html, { fragment: true }))
  return found
}

test('only words and harmless elements come out of the pipeline', () => {
  const harmless = /^(?:a|blockquote|br|code|em|h2|hr|li|ol|p|pre|q|strong|ul)$/
  for (const { name, text } of hostileInputs) {
    const html = toHtml(readArticle(text, source, { isExpected: () => false }).copy)
    for (const element of elementsOf(html)) {
      const [tag = '', properties = ''] = element.split(/ (.*)/s)
      assert.match(tag, harmless, `${name}: ${html}`)
      for (const [attribute, value] of JSON.parse(properties || '[]')) {
        assert.equal(attribute, 'href', `${name}: ${html}`)
        assert.match(String(value), /^https:\/\/example\.org\//, name)
      }
    }
  }
})

test('an article whose sanitised text differs from what was written is refused, at its line', () => {
  let refused = 0
  for (const { name, text } of hostileInputs) {
    const written = elementsOf(String(rawReader.processSync(text)))
    const printed = elementsOf(toHtml(readArticle(text, source, { isExpected: () => false }).copy))
    if (JSON.stringify(written) === JSON.stringify(printed)) continue
    refused += 1
    const content = parseTexts({ ...exampleRecord, 'articles/walk.md': exampleArticle(`People walk.\n\n${text}`) })
    const problems = checkContent(content).filter(
      ({ file, severity }) => file === 'articles/walk.md' && severity === 'error',
    )
    assert.ok(
      problems.some(({ rule, line = 0 }) => /^(?:plain-words|own-links|kept-markup)$/.test(rule) && line >= 13),
      `${name}: ${JSON.stringify(problems)}`,
    )
  }
  assert.ok(refused >= 80, `${refused} are refused`)
})

test('so is our own prose', () => {
  for (const { name, text } of hostileInputs) {
    const written = elementsOf(String(rawReader.processSync(text)))
    if (written.every((element) => /^p \[\]$/.test(element))) continue
    const event = exampleEvent().replace('The bridge was closed.', text)
    const { entries } = parseTexts({ ...exampleRecord, 'events/bridge-closed.md': event })
    const printed = elementsOf(toHtml(entries.events[0]?.body.nodes ?? []))
    if (JSON.stringify(written) === JSON.stringify(printed)) continue
    const problems = checkContent(parseTexts({ ...exampleRecord, 'events/bridge-closed.md': event }))
    assert.ok(
      problems.some(
        ({ file, line = 0, severity }) => file === 'events/bridge-closed.md' && severity === 'error' && line >= 8,
      ),
      name,
    )
  }
})
