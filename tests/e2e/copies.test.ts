/** The article pages carry the captured words: all of them, in order, and nothing of the page around them. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromHtml } from 'hast-util-from-html'
import { parse } from 'yaml'
import { findQuotations, isKnown, toDirectWords } from '../quotations.ts'
import { findAll, textOf } from '../says.ts'
import { firstArticles, isFirstStory, listFiles, projectFolder, testSites } from '../sites.ts'
import { readData } from './open-site.ts'

/** What was captured, taken down from the captures themselves. The hash is that of all words, joined by one space. */
const captured = isFirstStory
  ? [
      {
        article: firstArticles[0],
        words: 502,
        sha256: '8b3315fbd52c19bdd567141f354dfeb2ceaa255fb7836c6454ba7bd070db83d5',
        first: 'In comments released Thursday, he also warned both sides',
        last: 'in discussions on future security guarantees for Ukraine.',
        quoted: 6,
      },
      {
        article: firstArticles[1],
        words: 488,
        sha256: '2e1f81655259c355c2023308a11f9946fc216bb36f14302d947cf8d498e2baf3',
        first: 'Ukrainian president Volodymyr Zelenskiy pushed back against',
        last: '40 kilometers (25 miles) from the border with Hungary.',
        quoted: 8,
      },
    ]
  : []

/** What stood around the articles. */
const furniture = [
  'Hashtags',
  'Try Our AI Features',
  'Explore what Daily8 AI can do for you',
  'No comments yet',
  'Related Articles',
  'Jim Kessler',
  'Sky News AU',
  'Russia destroys American company',
  'Fruehling',
  'WiresUkrainian',
  'RECOMMENDED FOR YOU',
  'Hotels Booked Up',
  'Shashi Tharoor',
  'GTRI',
]

const articlesFolder = join(projectFolder, testSites.real.content, 'articles')

describe('the copies', () => {
  const pages = listFiles(testSites.real.folder, /\.html$/).map((file) => ({
    file,
    tree: fromHtml(readFileSync(join(projectFolder, testSites.real.folder, file), 'utf8')),
  }))
  /** The words of the copy on the page of an article. */
  const copyOf = (article: string): string => {
    const page = pages.find(({ file }) => file === `articles/${article}/index.html`)
    const copies = page ? findAll(page.tree, ({ properties }) => 'dataCopy' in properties) : []
    return copies.map(textOf).join('\n')
  }

  for (const { article, words, sha256, first, last, quoted } of captured) {
    test(`${article} has every word of its capture, in order`, () => {
      for (const text of [copyOf(article), bodyOf(article)]) {
        const found = toWords(text)
        assert.equal(found.slice(0, toWords(first).length).join(' '), first)
        assert.equal(found.slice(-toWords(last).length).join(' '), last)
        assert.equal(found.length, words)
        assert.equal(createHash('sha256').update(found.join(' ')).digest('hex'), sha256)
      }
    })

    test(`${article} has each of its quoted spans on record, or listed as a term`, () => {
      const known = toDirectWords(readData(testSites.real, 'quotes.json'))
      const { terms } = frontOf(article)
      const { spans, stray } = findQuotations(bodyOf(article))
      assert.equal(spans.length, quoted)
      assert.deepEqual(stray, [])
      assert.deepEqual(
        spans.filter((span) => !isKnown(span, known) && !isKnown(span, terms)),
        [],
      )
    })
  }

  test('every article of the record is printed word for word', () => {
    const articles = readdirSync(articlesFolder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -3))
    assert.ok(articles.length >= captured.length)
    for (const article of articles.filter((id) => frontOf(id).rights === 'full')) {
      assert.deepEqual(toWords(copyOf(article)), toWords(bodyOf(article)))
    }
  })

  test('nothing of the pages around them came along', () => {
    assert.ok(pages.length > captured.length)
    const texts = [
      ...pages.map(({ file, tree }) => [file, textOf(tree)] as const),
      ...captured.map(({ article }) => [article, bodyOf(article)] as const),
    ]
    const found = texts.flatMap(([where, text]) =>
      furniture.filter((words) => text.includes(words)).map((words) => `${where}: ${words}`),
    )
    assert.deepEqual(found, [])
  })
})

function toWords(text: string): string[] {
  return text.normalize('NFC').split(/\s+/).filter(Boolean)
}

function sourceOf(article: string): string[] {
  return readFileSync(join(articlesFolder, `${article}.md`), 'utf8').split(/^---$/m)
}

function frontOf(article: string): { rights: string; terms: string[] } {
  const { rights, terms } = parse(sourceOf(article)[1] ?? '') as { rights: string; terms?: string[] }
  return { rights, terms: terms ?? [] }
}

/** The words of the file, links and escapes taken away by hand: the parser under test has no part in it. */
function bodyOf(article: string): string {
  return sourceOf(article)
    .slice(2)
    .join('---')
    .replace(/^\[[^\]]+\]:.*$/gm, '')
    .replace(/^## /gm, '')
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\[[^\]]+\]/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
