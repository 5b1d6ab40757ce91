/** The first two articles on record, given as pasted text: the same paragraphs, the same quotations, nothing surely wrong. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readPlainText } from '../../src/import/page/plain-text.ts'
import { propose } from '../../src/import/propose.ts'
import { readContent } from '../../src/loaders/from-disk.ts'

const { record } = readContent('content')

for (const id of ['2025-08-21-china-ruled-out', '2025-08-21-guarantees-then-summit']) {
  const article = record.articles.find((one) => one.id === id)
  describe(id, { skip: !article }, () => {
    if (!article) return
    const { title, blocks, wordings } = article
    const capture = readPlainText([title, ...blocks.map(({ text }) => text)].join('\n'))
    const facts = { title, outlet: null, agency: null, published: '2025-08-21', url: null, language: 'en' }
    const known = { record: { ...record, articles: [] }, refused: new Set<string>() }
    const { quotes } = propose(capture, { ...facts, rights: 'full' }, known)

    test('is read word for word', () =>
      assert.deepEqual(
        capture.blocks.map(({ text }) => text),
        blocks.map(({ text }) => text),
      ))
    for (const { quote, text, kind } of wordings) {
      const own = quotes.filter((one) =>
        [one.text, one.clause ?? one.text].some((words) => words.includes(text) || text.includes(words)),
      )
      const sure = own.filter(({ certainty }) => certainty === 'certain').map(({ person }) => person?.id)
      test(text, () => {
        if (kind !== 'indirect') assert.ok(own.some(({ person }) => person?.id === quote.speaker.id))
        for (const speaker of sure) assert.equal(speaker, quote.speaker.id)
      })
    }
  })
}
