import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { findUnarchived, readAnswers, writeArchived } from '../../src/loaders/archived.ts'
import { readContent } from '../../src/loaders/from-disk.ts'

const page = 'https://ledger.example.org/walk?a=1'

test('an answer names the page, its copy and the day, in whatever form', () => {
  const copy = `https://archive.example.net/web/20310305101112/${page}`
  const other = 'https://keep.example.net/Xy12'
  const { answers, refused } = readAnswers(
    [
      '# asked on Monday',
      copy,
      `${page} ${other} 2031-03-06`,
      `{"page": "${page}", "copy": "${other}", "date": "2031-03-06"}`,
      `${page},${other},2031-03-06`,
      '',
    ].join('\r\n'),
  )
  assert.deepEqual(refused, [])
  assert.deepEqual(answers, [
    { page, url: copy, date: '2031-03-05' },
    ...Array(3).fill({ page, url: other, date: '2031-03-06' }),
  ])
})

test('what is no answer is told by its line', () => {
  const { answers, refused } = readAnswers(
    ['failed', `${page} https://keep.example.net/a`, `${page} https://keep.example.net/a 2031-02-30`].join('\n'),
  )
  assert.deepEqual(answers, [])
  assert.deepEqual(
    refused.map(({ line }) => line),
    [1, 2, 3],
  )
  assert.match(refused[1]?.why ?? '', /gives no day/)
})

test('answers are written into the articles that have the page, once, and all else stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-archived-'))
  try {
    for (const [path, text] of Object.entries(exampleRecord)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const read = () => readContent(folder)
    const [article] = findUnarchived(read().entries.articles)
    assert.ok(article)
    const answer = {
      page: article.data.url.replace('https:', 'http:'),
      url: 'https://keep.example.net/a#b',
      date: '2031-03-06',
    }
    const stray = { ...answer, page: 'https://nobody.example.org/' }
    const before = readFileSync(join(folder, article.path), 'utf8')
    assert.deepEqual(await writeArchived(folder, read().entries.articles, [answer, stray]), {
      written: [article.path],
      unknown: [stray.page],
    })
    const after = read()
    assert.deepEqual(checkContent(after), [])
    assert.deepEqual(after.entries.articles[0]?.data.archived, [{ url: answer.url, date: answer.date }])
    const text = readFileSync(join(folder, article.path), 'utf8')
    assert.equal(text.replace(/^archived: .*\n/m, ''), before)
    assert.deepEqual(findUnarchived(after.entries.articles), [])
    assert.deepEqual((await writeArchived(folder, after.entries.articles, [answer])).written, [])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
