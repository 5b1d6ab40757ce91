/** What the proof says, read back by the verifier that is published with the site. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import {
  type Chunk,
  type Chunker,
  type ChunkRange,
  type Matcher,
  textPositionSelectorMatcher,
  textQuoteSelectorMatcher,
} from '@apache-annotator/selector'
import { generateRecord } from '../../bench/generate.ts'
import { toPrintedBlocks, toProof, toQuoteProof } from '../../src/views/proof.ts'
import { records, toRecord } from '../sample.ts'
import { apply, changeLetter, type Files, toFiles, toRandom, verifier, verify } from '../verifier.ts'

for (const { name, record, views } of records) {
  test(`every quote of ${name} stands where the proof says`, async () => {
    const { root, problems, quotes } = await verify(toFiles(record))
    assert.deepEqual(problems, [])
    assert.deepEqual([root, quotes], [toProof(record).root, record.quotes.length])
    const wordings = record.quotes.flatMap((quote) => quote.wordings)
    const proven = record.quotes.flatMap(toQuoteProof)
    assert.equal(proven.length, wordings.length)
    for (const [index, { parts }] of proven.entries()) assert.equal(parts.length, wordings[index]?.parts.length)
  })

  test(`the annotations of ${name} lead a library to the words`, async () => {
    for (const { target } of views.annotations)
      for (const { selector } of target) {
        if (!Array.isArray(selector)) continue
        const [words, place] = selector
        const article = record.articles.find(({ wordings }) =>
          wordings.some((wording) => views.annotations.some((one) => one.id === wording.url && one.target === target)),
        )
        assert.ok(article)
        const block = toPrintedBlocks(article)[Number(place.value.slice(2))]?.text ?? ''
        assert.equal(await locate(textPositionSelectorMatcher(place.refinedBy), block), words.exact)
        assert.equal(await locate(textQuoteSelectorMatcher(words), block), words.exact)
      }
  })
}

test('a branch leads from a quote to the root, in twenty hashes at most', async () => {
  for (const { record } of records) {
    const { articles, root } = toProof(record)
    for (const { branch, id, quotes } of articles)
      for (const quote of quotes) {
        const steps = [...quote.branch, ...branch]
        assert.ok(steps.length <= 20)
        assert.equal(await verifier.climb(await verifier.quoteLeaf(quote, id), steps), root)
      }
  }
})

test('of a thousand articles a branch has thirteen hashes at most', async () => {
  const made = toRecord(generateRecord(20)).articles
  const { articles, root } = toProof({ articles: Array.from({ length: 50 }, () => made).flat() })
  assert.equal(articles.length, 1000)
  const branches = articles.flatMap(({ branch, id, quotes }) =>
    quotes.map((quote) => ({ id, quote, steps: [...quote.branch, ...branch] })),
  )
  assert.equal(branches.length, 6000)
  assert.equal(Math.max(...branches.map(({ steps }) => steps.length)), 13)
  for (const { id, quote, steps } of [...branches.slice(0, 6), ...branches.slice(-6)])
    assert.equal(await verifier.climb(await verifier.quoteLeaf(quote, id), steps), root)
})

test('the root of nothing is the hash of nothing', async () => {
  const files = toFiles(toRecord({}))
  const { problems, root } = await verify(files)
  assert.deepEqual([problems, root], [[], createHash('sha256').update('').digest('hex')])
})

test('every change of one letter is found where it is', async () => {
  const random = toRandom(1)
  for (const { record } of records) {
    const files = toFiles(record)
    for (let count = 0; count < 60; count += 1) {
      const change = changeLetter(files, random)
      const { problems } = await verify(apply(files, [change]))
      assert.ok(problems.some(change.isFound), `${change.path} at ${change.index}: ${JSON.stringify(problems)}`)
    }
  }
})

test('of words that a quote has the very letter is named', async () => {
  const files = toFiles(bridgeRecord())
  const [path = '', html = ''] = findPage(files, 'articles/')
  const changed = html.replace('do not need ferries', 'do not meed ferries')
  assert.notEqual(changed, html)
  const { problems } = await verify(new Map(files).set(path, changed))
  const [first] = problems
  assert.ok(first)
  assert.match(first.message, /“.*meed ferries.*” stands where “.*need ferries.*” is expected/)
  const text = verifier.textOf(changed)
  assert.equal(text.slice(text.indexOf('We will') - 1).slice(first.at ?? -1)[0], 'm')
})

test('a root that was written down tells when anything was added, taken out or changed', async () => {
  const { problems } = await verify(toFiles(bridgeRecord()), 'a'.repeat(64))
  assert.match(problems[0]?.message ?? '', /the site gives the root/)
})

test('words in a saved page: to the letter, with other marks, or up to where they differ', () => {
  const page = verifier.textOf(
    '<title>T</title><script>“No,”</script><p>She said: &ldquo;We will <em>not</em>\n wait,&rdquo; and left.</p>',
  )
  assert.equal(page, 'T She said: “We will not wait,” and left.')
  assert.equal(verifier.findIn(page, '“We will not wait,”').as, 'exact')
  assert.equal(verifier.findIn(page, '"We will not wait,"').as, 'marks')
  const { as, expected, found, upTo } = verifier.findIn(page, 'said: “We will not stay”')
  assert.deepEqual([as, upTo, expected, found], ['other', 'said: "We will not ', 'stay"', 'wait," and left.'])
})

test('the program says what it sees of a stamp, and leaves its time to those that can judge it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-verify-'))
  try {
    for (const [path, text] of toFiles(bridgeRecord())) {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    const { root } = toProof(bridgeRecord())
    const run = () => spawnSync(process.execPath, [program, folder], { encoding: 'utf8' }).stdout
    assert.match(run(), /No stamp of this root/)
    mkdirSync(join(folder, 'data/stamps'))
    const digest = createHash('sha256').update(`${root}\n`).digest()
    writeFileSync(join(folder, `data/stamps/${root}.ots`), Buffer.concat([Buffer.from('OpenTimestamps'), digest]))
    writeFileSync(join(folder, `data/stamps/${root}.tsr`), 'of something else')
    assert.match(run(), /\.ots is made for this root; when it was made, `ots verify` says/)
    assert.match(run(), /\.tsr is NOT made for this root/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const program = join(import.meta.dirname, '../../public/verify.js')

function bridgeRecord() {
  const [first] = records
  assert.ok(first)
  return first.record
}

function findPage(files: Files, folder: string): [string, string] | [] {
  return [...files].find(([path]) => path.startsWith(folder)) ?? []
}

/** The words that a selector finds in a text. */
async function locate(
  match: Matcher<Chunker<Chunk<string>>, ChunkRange<Chunk<string>>>,
  text: string,
): Promise<string> {
  const chunk: Chunk<string> = { data: text, equals: (other) => other === chunk }
  const chunker: Chunker<Chunk<string>> = {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  }
  for await (const { endIndex, startIndex } of match(chunker)) return text.slice(startIndex, endIndex)
  return ''
}
