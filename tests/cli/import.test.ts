import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { proposal } from '../../src/import/proposal.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { runCommand } from '../project-copy.ts'
import { projectFolder } from '../sites.ts'

const article = `Ferry to Skarholm leaves for good
The last ferry left Skarholm on Sunday, and nobody waved. The island has no school.
“I told them so,” said Berit Aas, who ran the shop. “Nobody believed me.”
The mayor said the county was “not to blame”. It rained.
Mara Łodzińska said on Monday that “we will not wait for the county.”
Comments
I never liked that boat, “to be honest” with you.
`
const facts = ['--outlet', 'the-ledger', '--published', '2025-03-04', '--url', 'https://ledger.example.org/ferry']
const name = 'articles/2025-03-04-ferry-skarholm-leaves-good.md'

const folder = await mkdtemp(join(tmpdir(), 'on-record-import-'))
after(() => rm(folder, { recursive: true }))
process.chdir(folder)
process.env['CONTENT'] = 'content'
const { importPage } = await import('../../src/cli/import.ts')
const { findSame } = await import('../../src/cli/same.ts')

beforeEach(async () => {
  await rm(join(folder, 'content'), { recursive: true, force: true })
  for (const [path, text] of Object.entries(exampleRecord)) {
    await mkdir(join(folder, 'content', path, '..'), { recursive: true })
    await writeFile(join(folder, 'content', path), text)
  }
  await writeFile(join(folder, 'page.txt'), article)
})

/** Runs the command as its own program. */
const run = (args: string[], input: string) =>
  spawnSync(process.execPath, [join(projectFolder, 'src/cli/import.ts'), ...args], {
    encoding: 'utf8',
    input,
  })

/** Runs a command in this process, which costs a hundredth: what it prints, and whether it fails. */
async function within(called: typeof importPage, args: string[]) {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const { log, error } = console
  const write = process.stdout.write
  console.log = (...words) => stdout.push(`${words.join(' ')}\n`)
  console.error = (...words) => stderr.push(`${words.join(' ')}\n`)
  // The runner of the tests writes bytes; a command writes text.
  process.stdout.write = ((text: string | Uint8Array, ...rest: []) =>
    typeof text === 'string' ? stdout.push(text) > 0 : write.call(process.stdout, text, ...rest)) as typeof write
  try {
    await called(args, null)
  } catch (thrown) {
    stderr.push(String(thrown instanceof Error ? thrown.message : thrown))
    process.exitCode = 1
  } finally {
    Object.assign(console, { log, error })
    process.stdout.write = write
  }
  const status = Number(process.exitCode ?? 0)
  process.exitCode = 0
  return { status, stdout: stdout.join(''), stderr: stderr.join('') }
}
const start = (...args: string[]) => within(importPage, args)
async function startWith(text: string, ...args: string[]) {
  await writeFile(join(folder, 'given.txt'), text)
  return start('given.txt', ...args)
}
/** Names of the checks that have something to say. */
async function told() {
  const texts: { [path: string]: string } = {}
  for (const path of await list()) if (path.endsWith('.md')) texts[path] = await read(path)
  return [...new Set(checkContent(parseTexts(texts)).map(({ rule }) => rule))]
}
const read = (path: string) => readFile(join(folder, 'content', path), 'utf8')
const list = async () => (await readdir(join(folder, 'content'), { recursive: true })).sort()

describe('proposal as data', () => {
  test('keeps its contract, from a file and from standard input', async () => {
    const before = await list()
    for (const result of [
      await start('page.txt', '--dry-run', '--json', ...facts),
      run(['-', '--dry-run', '--json', ...facts], article),
    ]) {
      assert.equal(result.status, 0, result.stderr)
      const data = proposal.parse(JSON.parse(result.stdout))
      assert.equal(data.article.title, 'Ferry to Skarholm leaves for good')
      assert.deepEqual(
        data.quotes.map(({ text, kind, speaker, certainty, line }) => [text, kind, speaker, certainty, line]),
        [
          ['I told them so', 'direct', 'Berit Aas', 'certain', 3],
          ['Nobody believed me.', 'direct', 'Berit Aas', 'certain', 3],
          ['not to blame', 'mixed', 'mayor', 'likely', 4],
          ['we will not wait for the county.', 'direct', 'mara-lodzinska', 'certain', 5],
        ].map((row) => (row[2] === 'mayor' ? [...row.slice(0, 2), data.quotes[2]?.speaker, ...row.slice(3)] : row)),
      )
      assert.deepEqual(data.dates, [
        { words: 'on Sunday', edtf: '2025-03-02', line: 2 },
        { words: 'on Monday', edtf: '2025-03-03', line: 5 },
      ])
      assert.deepEqual(
        data.cut.map(({ from, to }) => [from, to]),
        [[6, 7]],
      )
    }
    assert.deepEqual(await list(), before)
  })

  test('finds the utterance on record, and says what differs', async () => {
    const text = `${article.replace('we will not wait for the county', 'we will not wait')}`
    const later = facts.with(3, '2031-03-04')
    const { stdout } = await startWith(text, '--dry-run', '--json', ...later)
    assert.equal(proposal.parse(JSON.parse(stdout)).same[0]?.with, 'mara-lodzinska/not-wait')
    const negated = await startWith(text.replace('will not wait', 'will wait'), '--dry-run', '--json', ...later)
    for (const { warning } of proposal.parse(JSON.parse(negated.stdout)).same) assert.ok(warning)
  })

  test('an outlet or a day that is missing is open, not an error', async () => {
    const { status, stdout } = await start('page.txt', '--dry-run', '--json')
    assert.equal(status, 0)
    const data = proposal.parse(JSON.parse(stdout))
    assert.deepEqual([data.article.outlet, data.article.published, data.dates], [null, null, []])
  })
})

test('a language that nobody names is said to be so', async () => {
  const text =
    'Pont fermé\nLe pont sur la baie a été fermé samedi, a déclaré la maire. « Nous ne le rouvrirons pas. »\n'
  const { stdout } = await startWith(text, '--dry-run', '--json')
  const { article, quotes } = proposal.parse(JSON.parse(stdout))
  assert.deepEqual([article.language, quotes.map((quote) => quote.text)], ['und', ['Nous ne le rouvrirons pas.']])
  assert.match(article.warnings.join(), /in a language whose rules are not there/)
})

describe('writing', () => {
  test('drafts what nobody has confirmed, and the checks refuse it', async () => {
    const { status, stdout, stderr } = await start('page.txt', ...facts, '--rights', 'full', '--yes')
    assert.equal(status, 0, stderr)
    const text = await read(name)
    assert.match(text, /^draft: true$/m)
    assert.match(text, /\[“I told them so,”\]\[told-them\] said Berit Aas/)
    assert.match(text, /^\[told-them\]: \.\.\/speakers\/berit-aas\.md#told-them$/m)
    assert.match(text, /^\[nobody-believed-me\]: \.\.\/speakers\/berit-aas\.md#nobody-believed-me$/m)
    assert.match(text, /"2025-03-03"/)
    assert.match(
      await read('speakers/berit-aas.md'),
      /name: Berit Aas\nkind: person\naliases: \[Aas\]\nroles: \[\]\ndraft: true/,
    )
    assert.match(stdout, /take out the mark/)
    assert.deepEqual(await told(), ['draft'])
  })

  test('holds the copy word for word, Markdown or not', async () => {
    const odd = 'A *star*, a [box], a_b_c, 2*3*4, a <tag>, &amp; and a back\\slash were in it.'
    const text = `${article.split('\n')[0]}\n${odd}\n1. That was all that was said on the island.\n- Nobody came back for it.\n`
    assert.equal((await startWith(text, ...facts, '--rights', 'full', '--yes')).status, 0)
    const { blocks } =
      parseTexts({ ...exampleRecord, [name]: await read(name) }).record.articles.find(({ id }) => name.includes(id)) ??
      {}
    assert.deepEqual(
      blocks?.map((block) => block.text),
      text.trim().split('\n').slice(1),
    )
  })

  test('keeps only the sentences with a quote unless told otherwise, and their hashes', async () => {
    assert.equal((await start('page.txt', ...facts, '--yes')).status, 0)
    const text = await read(name)
    assert.match(text, /^rights: quotes$/m)
    assert.doesNotMatch(text, /nobody waved|It rained/)
    assert.match(text, /Nobody believed me/)
    const hashed = /^textHash: \[(.*)\]$/m.exec(text)?.[1]?.split(', ')
    assert.equal(hashed?.length, 3)
    assert.ok(!(await told()).includes('text-hash'))
    await writeFile(join(folder, 'content', name), text.replace('Nobody believed me', 'Nobody believes me'))
    assert.ok((await told()).includes('text-hash'))
  })

  test('overwrites nothing without being asked, and leaves nothing half-written', async () => {
    assert.equal((await start('page.txt', ...facts, '--yes')).status, 0)
    await rm(join(folder, 'content/speakers/berit-aas.md'))
    await writeFile(join(folder, 'content', name), 'mine')
    const before = await list()
    const again = await start('page.txt', ...facts, '--yes')
    assert.equal(again.status, 1)
    assert.match(again.stderr, /is there already, and nothing was written.*--overwrite/)
    assert.deepEqual(await list(), before)
    assert.equal(await read(name), 'mine')
    assert.equal((await start('page.txt', ...facts, '--yes', '--overwrite')).status, 0)
    assert.match(await read(name), /^---\ntitle/)
  })
})

describe('names of files', () => {
  const page = (title: string, speaker: string, words: string) =>
    `${title}\n«${words}», — сказала мерка ${speaker} журналістам у понеділок.\nМіст закрили в суботу, і він буде зачинений до весни.\n`
  const facts = (url: string, outlet = 'the-ledger') => [
    ...['--outlet', outlet, '--published', '2025-03-04', '--url', url, '--language', 'uk', '--rights', 'full', '--yes'],
  ]
  const written = (stdout: string) => stdout.match(/content\/(?:articles|speakers)\/\S+\.md/g)?.slice(0, 2)

  test('of Cyrillic words, each its own', async () => {
    await writeFile(join(folder, 'a.txt'), page('Міст закриють на рік', 'Рута Кальдер', 'Ми не відкриємо його'))
    await writeFile(join(folder, 'b.txt'), page('Пором піде в понеділок', 'Ганна Лис', 'Пором уже чекає'))
    const one = await start('a.txt', ...facts('https://ledger.example.org/a'))
    const two = await start('b.txt', ...facts('https://ledger.example.org/b'))
    assert.deepEqual(written(one.stdout), [
      'content/speakers/ruta-kalder.md',
      'content/articles/2025-03-04-mist-zakryiut-na-rik.md',
    ])
    assert.deepEqual(written(two.stdout), [
      'content/speakers/hanna-lys.md',
      'content/articles/2025-03-04-porom-pide-ponedilok.md',
    ])
  })

  test('of one headline: a number for the same outlet, the outlet for another; only the same address is replaced', async () => {
    const text = page('Міст закриють на рік', 'Рута Кальдер', 'Ми не відкриємо його')
    await writeFile(join(folder, 'a.txt'), text)
    const outlet = exampleRecord['outlets/the-ledger.md']
      ?.replaceAll('The Ledger', 'The Gull')
      .replaceAll('ledger.', 'gull.')
    await writeFile(join(folder, 'content/outlets/the-gull.md'), outlet ?? '')
    assert.equal((await start('a.txt', ...facts('https://ledger.example.org/a'))).status, 0)
    assert.match(
      (await start('a.txt', ...facts('https://ledger.example.org/b'))).stdout,
      /2025-03-04-mist-zakryiut-na-rik-2\.md/,
    )
    assert.match(
      (await start('a.txt', ...facts('https://gull.example.org/a', 'the-gull'))).stdout,
      /mist-zakryiut-na-rik-the-gull\.md/,
    )
    const again = await start('a.txt', ...facts('https://ledger.example.org/a'))
    assert.deepEqual(
      [again.status, /on record already: content\/articles\/2025-03-04-mist-zakryiut-na-rik\.md/.test(again.stderr)],
      [1, true],
    )
    assert.equal((await start('a.txt', ...facts('https://ledger.example.org/a'), '--overwrite')).status, 0)
  })
})

describe('many files', () => {
  test('one line of JSON each, whatever one of them is', async () => {
    await writeFile(join(folder, 'empty.txt'), '')
    const { status, stdout } = await start('page.txt', 'empty.txt', 'page.txt', '--dry-run', '--json')
    assert.equal(status, 0)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      lines.map(({ file, error, quotes }) => [file, error ?? quotes.length]),
      [
        ['page.txt', 4],
        ['empty.txt', 'empty.txt is empty. Save the page again, or paste its text.'],
        ['page.txt', 4],
      ],
    )
    assert.equal((await start('page.txt', 'page.txt', '--yes', ...facts)).status, 1)
  })
  test('a rule is switched off by its name, and a wrong name is told', async () => {
    const { stdout } = await start('page.txt', '--dry-run', '--json', '--without', 'goes-on')
    assert.ok(JSON.parse(stdout).quotes.every(({ rule }: { rule: string }) => rule !== 'goes-on'))
    assert.match((await start('page.txt', '--dry-run', '--without', 'goes-onn')).stderr, /Did you mean `goes-on`\?/)
  })
})

describe('two speakers of one utterance', () => {
  test('the second is named in the quote’s own file', async () => {
    const text =
      'Bridge reopens\n“We will open it together,” Ada Vorn and Tom Reel said in a joint statement on Monday.\nThe bridge has been shut since May.\n'
    await writeFile(join(folder, 'two.txt'), text)
    const { status, stderr } = await start(
      'two.txt',
      ...facts.with(5, 'https://ledger.example.org/two'),
      '--rights',
      'full',
      '--yes',
    )
    assert.equal(status, 0, stderr)
    assert.match(await read('quotes/ada-vorn/open-together.md'), /^---\nwith: \[tom-reel\]\n---/)
  })
})

describe('bad input', () => {
  const refused: [what: string, args: string[], message: RegExp][] = [
    ['no file', ['nowhere.txt', ...facts, '--yes'], /There is no file nowhere\.txt/],
    ['a folder', ['.', ...facts, '--yes'], /is not a file/],
    ['nothing at all', [], /Expected one file/],
    ['an unknown option', ['page.txt', '--outlets', 'x'], /Unknown option/],
    [
      'no date',
      ['page.txt', '--outlet', 'the-ledger', '--url', 'https://a.example.org/b', '--yes'],
      /Missing --published/,
    ],
    ['a day that is none', ['page.txt', '--published', '2031-02-30', '--yes'], /expected a day that exists/],
    [
      'an unknown outlet',
      ['page.txt', ...facts.with(1, 'the-leger'), '--yes'],
      /Unexpected outlet `the-leger`.*Did you mean `the-ledger`\?/s,
    ],
    ['an address that is none', ['page.txt', ...facts.with(5, 'javascript:alert(1)'), '--yes'], /expected an address/],
    ['nobody to ask', ['page.txt', ...facts], /Pass --yes .* or --dry-run/],
    ['rights that are none', ['page.txt', ...facts, '--rights', 'all', '--yes'], /expected full, excerpt, quotes/],
    ['a language that nobody names', ['french.txt', ...facts, '--yes'], /Missing --language/],
    ['an empty file', ['empty.txt', ...facts, '--yes'], /empty\.txt is empty/],
    ['a picture', ['picture.html', ...facts, '--yes'], /is not text/],
    ['an address', ['https://ledger.example.org/a', ...facts, '--yes'], /is an address.*save the page first/],
    ['another encoding', ['latin.txt', ...facts, '--yes'], /not in UTF-8/],
    ['a page without an article', ['app.html', ...facts, '--yes'], /holds no article/],
    ['standard input closed', ['-', ...facts, '--yes'], /Standard input is closed or empty/],
  ]
  for (const [what, args, message] of refused) {
    test(`${what}: a clear message, nothing written`, async () => {
      await writeFile(join(folder, 'empty.txt'), '')
      await writeFile(
        join(folder, 'french.txt'),
        'Pont fermé\nLe pont sur la baie a été fermé samedi après la découverte de fissures dans deux de ses piles.\n',
      )
      await writeFile(join(folder, 'picture.html'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
      await writeFile(join(folder, 'latin.txt'), Buffer.from('caf\xe9 is a word that somebody wrote here.', 'latin1'))
      await writeFile(join(folder, 'app.html'), '<html><body><div id="app"></div></body></html>')
      const before = await list()
      const isPiped = args[0] === '-'
      const { stderr, ...ended } = await (isPiped
        ? runCommand('src/cli/import.ts', { args, from: folder })
        : start(...args))
      assert.deepEqual(ended, isPiped ? { code: 1, output: stderr, stdout: '' } : { status: 1, stdout: '' })
      assert.match(stderr, message)
      assert.doesNotMatch(stderr, /\n\s+at /)
      assert.deepEqual(await list(), before)
    })
  }
})

describe('the same utterance, across the record', () => {
  test('lists pairs, and not those refused before', async () => {
    const second = exampleRecord['articles/bridge.md']
      ?.replace('We will not wait', 'We won’t wait')
      .replaceAll('not-wait', 'wont-wait')
      .replace('/bridge\n', '/bridge-two\n')
    assert.ok(second)
    await writeFile(join(folder, 'content/articles/bridge-two.md'), second)
    const { stdout } = await within(findSame, ['--json'])
    const pairs = JSON.parse(stdout) as { quote: string; with: string }[]
    assert.equal(pairs.length, 1)
    await mkdir(join(folder, 'content/quotes/mara-lodzinska'), { recursive: true })
    await writeFile(
      join(folder, 'content/quotes/mara-lodzinska/wont-wait.md'),
      '---\nnotSameAs: [mara-lodzinska#not-wait]\n---\n',
    )
    assert.deepEqual(JSON.parse((await within(findSame, ['--json'])).stdout), [])
  })
})

describe('new files', () => {
  const start = (...args: string[]) => runCommand('src/cli/new.ts', { args, from: folder })
  const complete: { [noun: string]: string[] } = {
    speaker: ['--name', 'Tom Hale', '--kind', 'person'],
    event: [
      '--title',
      'The pier is mended',
      '--kind',
      'other',
      '--status',
      'happened',
      '--date',
      '2025-03-01',
      '--dateBasis',
      'by the county',
    ],
    outlet: ['--name', 'The Gull', '--kind', 'newspaper'],
    topic: ['--name', 'Who pays for the pier?'],
  }
  test('pass the checks, and are not overwritten', async () => {
    for (const [noun, args] of Object.entries(complete)) assert.equal((await start(noun, ...args)).code, 0, noun)
    // That nobody reports the event yet is a warning.
    assert.deepEqual(await told(), ['reported-event'])
    const again = await start('topic', ...(complete['topic'] ?? []))
    assert.equal(again.code, 1)
    assert.match(again.stderr, /is there already\. Nothing was written/)
  })
  test('say what to pass', async () => {
    const { code, stderr } = await start('event')
    assert.equal(code, 1)
    assert.match(stderr, /Missing --.*nobody to ask/)
  })
})

test('a copy of the same text is told', async () => {
  const text = `Ferry leaves\n${'The last ferry left the island on a Sunday in March, and with it went the shop, the school and the only doctor that the islanders had ever trusted. '.repeat(1)}\nNobody waved, because nobody was there to wave, and the bell of the church was silent for the first time in a hundred years.\n`
  assert.equal((await startWith(text, ...facts, '--rights', 'full', '--yes')).status, 0)
  const { stdout } = await startWith(text, ...facts.with(5, 'https://gull.example.org/x'), '--dry-run', '--json')
  assert.equal(proposal.parse(JSON.parse(stdout)).article.copyOf.length, 1)
})
