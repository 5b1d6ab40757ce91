import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkContent } from '../src/checks/check-content.ts'
import { parseTexts } from '../src/loaders/content.ts'
import { runCommand } from '../tests/project-copy.ts'
import { generateRecord } from './generate.ts'

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const texts = generateRecord(120)
const content = parseTexts(texts)

test('a generated record is sound, and has the shapes of news', () => {
  assert.deepEqual(checkContent(content), [])
  const { articles, quotes, speakers, events } = content.record
  assert.deepEqual([articles.length, speakers.length, events.length], [120, 200, 39])
  const shared = quotes.filter(({ wordings }) => wordings.length > 1)
  assert.ok(shared.length > 30, `${shared.length} quotes in several outlets`)
  assert.ok(shared.some(({ wordings: [one, other] }) => JSON.stringify(one?.parts) !== JSON.stringify(other?.parts)))
  assert.deepEqual([...new Set(articles.map(({ language }) => language))].sort(), ['de', 'el', 'en', 'uk'])
  const all = Object.values(texts).join('\n')
  for (const script of ['Latin', 'Cyrillic', 'Greek'])
    assert.ok(count(all, new RegExp(`\\p{Script=${script}}`, 'gu')) > 10_000, script)
  const words = articles.map(
    ({ blocks }) =>
      blocks
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/).length,
  )
  assert.ok(Math.min(...words) >= 430 && Math.max(...words) <= 520, words.join(' '))
})

test('a few speakers say the most', () => {
  const { quotes } = content.record
  const sizes = [...Map.groupBy(quotes, ({ speaker }) => speaker.id).values()].map((list) => list.length)
  const [first = 0, second = 0] = sizes.toSorted((a, b) => b - a)
  assert.ok(first > quotes.length / 12 && second > quotes.length / 25, `${first} and ${second} of ${quotes.length}`)
  assert.ok(sizes.filter((size) => size < 5).length > sizes.length / 2)
})

test('events have every kind of date', () => {
  const { events } = content.record
  const dates = events.map(({ date }) => date?.edtf ?? '')
  // A day, a month, a year, a span, about, perhaps, by, since, one of, all of, some digits, a season, none.
  const forms =
    '^\\d{4}-\\d\\d-\\d\\d$ ^\\d{4}-\\d\\d$ ^\\d{4}$ \\d/\\d ~ \\? ^\\.\\./ /\\.\\.$ ^\\[ ^\\{ X -21$ ^$'.split(' ')
  const missing = forms.filter((form) => !dates.some((date) => new RegExp(form).test(date)))
  assert.deepEqual(missing, [])
  const statuses = new Set(events.map(({ status }) => status))
  assert.ok(statuses.has('expected') && statuses.size > 2, [...statuses].join(' '))
})

const generate = (...args: string[]) => runCommand('bench/generate.ts', { args })

test('the same seed gives the same bytes, another others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  try {
    const write = async (name: string, seed: number) => {
      const { code, stderr } = await generate('--articles', '20', '--seed', `${seed}`, '--out', join(folder, name))
      assert.equal(code, 0, stderr)
      return readAll(join(folder, name))
    }
    const first = await write('one', 7)
    assert.deepEqual(await write('two', 7), first)
    assert.deepEqual(first, generateRecord(20, 7))
    assert.notDeepEqual(await write('two', 8), first)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a folder that holds anything else is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'))
  try {
    mkdirSync(join(folder, 'articles'))
    writeFileSync(join(folder, 'articles/ours.md'), 'Ours.\n')
    const { code, stderr } = await generate('--articles', '5', '--out', folder)
    assert.equal(code, 1)
    assert.match(stderr, /something else/)
    assert.deepEqual(readAll(folder), { 'articles/ours.md': 'Ours.\n' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function readAll(folder: string): { [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
