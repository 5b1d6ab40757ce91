import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Citation, citeArticle } from '../../src/citations/citation.ts'
import { toMarkdown } from '../../src/citations/markdown.ts'
import { type Selected, toPassageCitation, toWholeWords } from '../../src/citations/passage.ts'
import { citeSelected, quoteSelected, toWordsUrl } from '../../src/citations/selection.ts'
import { toText } from '../../src/citations/text.ts'
import { records } from '../sample.ts'

const { views } = records[0] as (typeof records)[number]
const [article] = citeArticle(views.articles[0] as never, views.site) as [Citation]
const blocks = [{ text: 'The town will wait. The town will wait.' }, { text: '“We will not wait,” she said.' }]
const page = 'https://record.example/articles/a/'

const take = (block: number, words: string, more: Partial<Selected> = {}): Selected => ({
  blocks,
  block,
  start: blocks[block]?.text.lastIndexOf(words) ?? 0,
  texts: [words],
  before: '',
  speaker: null,
  ...more,
})

test('words that stand in the page before are told from those that were selected', () => {
  assert.equal(toWordsUrl(page, 'p-0', take(0, 'will wait')), `${page}#p-0:~:text=wait.%20The%20town-,will%20wait`)
  assert.equal(
    toWordsUrl(page, 'p-1', take(1, 'not wait', { before: 'Notes: they would not wait. The town will wait.' })),
    `${page}#p-1:~:text=will-,not%20wait`,
  )
})

test('words of several blocks are given by how they begin and end', () => {
  const several = take(0, 'will wait.', { texts: ['will wait.', '“We will'] })
  assert.equal(
    toWordsUrl(page, 'p-0', several),
    `${page}#p-0:~:text=wait.%20The%20town-,will%20wait.,%E2%80%9CWe%20will`,
  )
  assert.match(quoteSelected(article, several), /^From the text of .*: will wait\. “We will$/)
})

test('only direct speech stands in quotation marks, of all else it is said whose text it is', () => {
  const words = '“We will not wait,”'
  assert.match(
    quoteSelected(article, take(1, words)),
    /^From the text of The Ledger, 2 March 2031: “We will not wait,”$/,
  )
  const speaker = { name: 'Mara Łodzińska', url: 'https://example.org/speakers/mara-lodzinska/' }
  const spoken = take(1, words, { speaker })
  assert.equal(quoteSelected(article, spoken), '“We will not wait” (Mara Łodzińska, in The Ledger, 2 March 2031)')
  const url = toWordsUrl(page, 'p-1', spoken)
  const cited = citeSelected(article, spoken, url)
  assert.match(cited, /^“We will not wait” \(Mara Łodzińska, in The Ledger, 2 March 2031\)\. Bridge closes/)
  assert.ok(cited.endsWith(url))
  assert.match(cited, / https:\/\/\S+#:~:text=\S+; /)
  assert.match(
    citeSelected(article, take(1, 'she said'), url),
    /^From the text of The Ledger, 2 March 2031: she said\. /,
  )
})

test('a passage is cited in every format: its speaker, or whose text it is', () => {
  const speaker = { name: 'Mara Łodzińska', url: 'https://example.org/speakers/mara-lodzinska/' }
  const spoken = toPassageCitation(article, take(1, '“We will not wait,”', { speaker }), 'article:a:1', `${page}#p-1`)
  assert.deepEqual([spoken.speaker, spoken.words, spoken.direct], [speaker, '“We will not wait”', 'We will not wait'])
  assert.equal(spoken.ours, `${page}#p-1:~:text=We%20will%20not%20wait`)
  assert.match(toMarkdown(spoken), /^> “We will not wait”\n>\n> — \[Mara Łodzińska\]/)
  const told = toPassageCitation(article, take(1, 'she said'), 'article:a:2', page)
  assert.deepEqual([told.speaker, told.words, told.direct], [null, 'she said', null])
  assert.match(toText(told), /^From the text of The Ledger, 2 March 2031: she said\. /)
})

test('half a word is widened to the whole of it, in any language', () => {
  const cut = (text: string, words: string, language: string) =>
    text.slice(...toWholeWords(text, text.indexOf(words), text.indexOf(words) + words.length, language))
  assert.equal(cut('We will not wait.', 'ill no', 'en'), 'will not')
  assert.equal(cut('We will not wait.', 'will not', 'en'), 'will not')
  assert.equal(cut('“Ми не чекаємо”', 'чек', 'uk'), 'чекаємо')
  assert.equal(cut('我们不会等待渡轮', '等待', 'zh'), '等待')
})
