/**
 * A site that was published: a copy of another outlet's text is shown as one. Then an archive's two acts: a quote is
 * withdrawn and pages are moved, by the manual and by nothing else. Every address that was published is still there.
 */
import assert from 'node:assert/strict'
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readLock } from '../../src/loaders/lock.ts'
import { copyProject, type ProjectCopy } from '../project-copy.ts'
import { projectFolder } from '../sites.ts'

const manual = (await readFile(join(projectFolder, 'content/README.md'), 'utf8')).replace(/\s+/g, ' ')

/** What the manual says here, to be followed in the next lines. */
function says(words: string): void {
  assert.ok(manual.includes(words), `the manual says: ${words}`)
}

describe('on a published site', () => {
  let copy: ProjectCopy
  let lock: string[]
  let correction = 0
  const env = { CONTENT: 'record' }
  const record = (path: string) => join(copy.folder, 'record', path)
  const site = (address: string) =>
    readFile(join(copy.folder, 'dist', address, address.endsWith('/') ? 'index.html' : ''), 'utf8')
  const keepUrls = (of = env) => copy.command('src/cli/urls.ts', of)
  const check = () => copy.command('src/cli/check.ts', env)
  const build = () => copy.command('src/cli/build.ts', env)

  before(async () => {
    copy = await copyProject('published')
    await cp(join(copy.folder, 'tests/fixtures/small/content'), record(''), { recursive: true })
    await manyQuotes()
    await copyArticle()
    await publish()
    const text = await readFile(record('urls.lock'), 'utf8')
    lock = readLock(text).map(({ address }) => address)
    assert.ok(lock.length > 100)
  })
  after(() => copy.remove())

  /** So many that the lists have further pages, which begin sooner here: each quote has a picture to be drawn. */
  async function manyQuotes(): Promise<void> {
    const pages = join(copy.folder, 'src/views/pages.ts')
    const usual = await readFile(pages, 'utf8')
    const short = usual.replace('{ quotes: 100,', '{ quotes: 10,')
    assert.notEqual(short, usual)
    await writeFile(pages, short)
    const numbers = Array.from({ length: 11 }, (_, index) => index + 1)
    const words = numbers.map(
      (n) =>
        `[She gave the ${n}th answer on pier ${n} ${'x'.repeat((n % 7) + 1)}](../speakers/engineers.md#answer-${n}).`,
    )
    await writeFile(
      record('articles/2031-03-11-answers.md'),
      `---\ntitle: Answers\noutlet: the-ledger\npublished: 2031-03-11\nurl: https://ledger.example.org/answers\nlanguage: en\nrights: full\nadded: 2031-03-12\n---\n\n${words.join('\n\n')}\n`,
    )
  }

  const original = '2031-03-02-bridge-closes'

  /** Another outlet prints the text of the first. */
  async function copyArticle(): Promise<void> {
    const text = await readFile(record(`articles/${original}.md`), 'utf8')
    const copied = text
      .replace('outlet: the-ledger', `outlet: the-gull\ncopyOf: ${original}`)
      .replace('https://ledger.example.org/', 'https://gull.example.org/')
    await writeFile(record('articles/2031-03-02-copied.md'), copied)
    await writeFile(record('outlets/the-gull.md'), '---\nname: The Gull\nkind: newspaper\n---\n')
  }

  async function publish(): Promise<void> {
    const built = await build()
    assert.equal(built.code, 0, built.output)
    says('`npm run urls`, run after a build and before publishing')
    assert.equal((await keepUrls()).code, 0)
  }

  async function files(): Promise<string[]> {
    const all = await readdir(record(''), { recursive: true, withFileTypes: true })
    return all
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath, entry.name))
  }

  /** Changes words in every file that has them, and says in how many. */
  async function change(from: RegExp, to: string): Promise<number> {
    let changed = 0
    for (const file of await files()) {
      const text = await readFile(file, 'utf8')
      const other = text.replace(from, to)
      if (other === text) continue
      changed += 1
      await writeFile(file, other)
    }
    return changed
  }

  async function correct(about: string, moved: string): Promise<void> {
    says('Write a correction with `moved`')
    correction += 1
    await mkdir(record('corrections'), { recursive: true })
    await writeFile(
      record(`corrections/2031-04-01-move-${correction}.md`),
      `---\ndate: 2031-04-01\n${about}\nwas: It had another name.\nis: It has this name.\nwhy: It was misspelt.\nmoved: { ${moved} }\n---\n`,
    )
  }

  /** Lines of front matter in which things of a kind are named. */
  const fields: { [folder: string]: string } = {
    articles: 'articles|copyOf|outcomeIn|figures|  - ',
    events: 'events',
    topics: 'topics',
    speakers: 'speakers|quotes|announcedBy|reportedIn|about|notSameAs|saidBasis|figures|  - ',
  }

  async function move(folder: string, old: string, now: string): Promise<void> {
    says('Give its file the new name')
    await rename(record(`${folder}/${old}.md`), record(`${folder}/${now}.md`))
    const told = await check()
    assert.equal(told.code, 1)
    assert.match(
      told.output,
      new RegExp(`urls\\.lock[\\s\\S]*loss of \`/${folder}/.*Name both addresses in a correction`, 's'),
    )
    says('Change the name wherever the record uses it; `npm run check` says where.')
    await change(new RegExp(`\\b${folder}/${old}\\.md`, 'g'), `${folder}/${now}.md`)
    const name = new RegExp(`(?<=^(?:${fields[folder]}).*(?:[ [#]))${old}(?=[\\],#\\s])`, 'gm')
    await change(name, now)
    if (folder === 'speakers') await rename(record(`quotes/${old}`), record(`quotes/${now}`))
    await correct(`${folder}: [${now}]`, `from: ${folder}/${old}, to: ${folder}/${now}`)
    const { code, output } = await check()
    assert.equal(code, 0, output)
  }

  const words = async (page: string) =>
    (await site(`/${page}/`))
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ,/g, ',')

  test('a copied article is shown among the reports of an event, as a copy', async () => {
    const text = await words('events/2031-03-01-bridge-closed')
    assert.match(text, /The Ledger, in its own words/)
    assert.match(text, /The Gull, a copy of The Ledger’s text/)
    assert.doesNotMatch(text, /The Gull, in its own words/)
  })

  test('a copied article is shown among the wordings of a quote, as a copy, and is not counted', async () => {
    assert.match(
      await words('quotes/mara-lodzinska/not-wait-for-ferries'),
      /The Gull published 2 Mar 2031 a copy of The Ledger’s text/,
    )
    const speaker = await words('speakers/mara-lodzinska')
    assert.match(speaker, /2 wordings in The Ledger and Coast Wire/)
    assert.doesNotMatch(speaker, /wordings in [^.]*The Gull/)
  })

  test('a copied article says what it repeats, and the original by whom it is repeated', async () => {
    assert.match(
      await words('articles/2031-03-02-copied'),
      /It repeats the text of The Ledger and counts as no report of its own/,
    )
    assert.match(await words(`articles/${original}`), /Copies The Gull/)
  })

  test('the addresses of another record than the built one are not written', async () => {
    const of = (record: string) => readFile(join(copy.folder, record, 'urls.lock'), 'utf8').catch(() => null)
    const before = await of('content')
    const { code, output } = await keepUrls({ CONTENT: 'content' })
    assert.deepEqual([code, await of('content')], [1, before])
    assert.match(output, /built from record, not from content\. Build it from content first/)
  })

  test('a quote is withdrawn', async () => {
    says(
      'Write into its own file, `quotes/<speaker>/<fragment>.md`, between two lines of `---`: `withdrawn: { date: 2031-03-12, why: "…" }`.',
    )
    const own = record('quotes/mara-lodzinska/not-wait-for-ferries.md')
    const before = await readFile(own, 'utf8').catch(() => '---\n---\n')
    await mkdir(dirname(own), { recursive: true })
    await writeFile(
      own,
      before.replace('---\n', '---\nwithdrawn: { date: 2031-03-12, why: The words were not hers. }\n'),
    )
    const told = await check()
    assert.equal(told.code, 1)
    assert.match(told.output, /topics\/ferries\.md\n.*`mara-lodzinska#not-wait-for-ferries`.*withdrawn on 2031-03-12/)
    assert.doesNotMatch(told.output, /quotation-given|used-term|articles\//)
    says('Take its name out of topics, events and our own sentences; `npm run check` says where it stands.')
    await change(/mara-lodzinska#not-wait-for-ferries(?:, )?/g, '')
    await change(/\[would not wait for ferries\]\(speakers[^)]*\)/g, 'would not wait for ferries')
    const { code, output } = await check()
    assert.equal(code, 0, output)
  })

  test('a page of each kind is moved', async () => {
    await move('articles', '2031-03-03-no-ferries', '2031-03-03-no-ferry-for-the-town')
    await move('events', 'first-buses', 'first-bus')
    await move('topics', 'reopening', 'when-it-reopens')
    await move('speakers', 'engineers', 'bridge-engineers')
    says('or the quote its new name in the ledgers of the articles')
    assert.ok((await change(/jonas-bjork(\.md)?#not-a-promise/g, 'jonas-bjork$1#no-promise')) > 0)
    await correct(
      'quotes: [jonas-bjork#no-promise]',
      'from: quotes/jonas-bjork/not-a-promise, to: quotes/jonas-bjork/no-promise',
    )
    const { code, output } = await check()
    assert.equal(code, 0, output)
  })

  test('a page moves again, and another comes back', async () => {
    says('A page may move again, and may come back.')
    await move('topics', 'ferries', 'boats')
    await publish()
    await move('events', 'first-bus', 'bus-at-last')
    await move('topics', 'boats', 'ferries')
  })

  test('what slips or comes about leaves no list of its own behind', async () => {
    for (const status of ['expected', 'slipped', 'cancelled'])
      await change(new RegExp(`^status: ${status}$`, 'm'), 'status: held')
    await change(/^(standing|slippedTo): .*\n/gm, '')
  })

  test('every address that was published is still there', async () => {
    const built = await build()
    assert.equal(built.code, 0, built.output)
    for (const address of lock) assert.ok((await site(address)).length > 0, address)
    assert.equal((await keepUrls()).code, 0)
    const now = readLock(await readFile(record('urls.lock'), 'utf8')).map(({ address }) => address)
    assert.deepEqual(
      lock.filter((address) => !now.includes(address)),
      [],
    )
  })

  test('each says what is there now', async () => {
    says('The old address leads to the new one from then on.')
    for (const [old, now] of [
      ['/articles/2031-03-03-no-ferries/', '/articles/2031-03-03-no-ferry-for-the-town/'],
      ['/events/first-buses/', '/events/bus-at-last/'],
      ['/topics/reopening/', '/topics/when-it-reopens/'],
      ['/speakers/engineers/', '/speakers/bridge-engineers/'],
      ['/quotes/engineers/piers-sound/', '/quotes/bridge-engineers/piers-sound/'],
      ['/quotes/engineers/piers-last-forever/', '/quotes/bridge-engineers/piers-last-forever/'],
      ['/quotes/jonas-bjork/not-a-promise/', '/quotes/jonas-bjork/no-promise/'],
      ['/quotes/mara-lodzinska/read-it-twice/', '/quotes/jonas-bjork/read-it-twice/'],
    ] as const) {
      assert.match(await site(old), new RegExp(`http-equiv="refresh" content="0;url=${now}"`), old)
      assert.match(await site('/_redirects'), new RegExp(`^${old} ${now} 301$`, 'm'))
      assert.match(await site(now), /<h1/)
    }
    says('Its further pages, its feeds and its picture stay at their old addresses')
    for (const [old, now] of [
      ['/speakers/engineers/page/2/', '/speakers/bridge-engineers/page/2/'],
      ['/feeds/speakers/engineers/atom.xml', '/feeds/speakers/bridge-engineers/atom.xml'],
      ['/feeds/topics/reopening/rss.xml', '/feeds/topics/when-it-reopens/rss.xml'],
      ['/share/events/first-buses.png', '/share/events/bus-at-last.png'],
      ['/share/quotes/mara-lodzinska/not-wait-for-ferries.png', '/share/site.png'],
      ['/timeline/topics/reopening/', '/timeline/topics/when-it-reopens/'],
      ['/topics/reopening/speakers/', '/topics/when-it-reopens/speakers/'],
    ] as const) {
      assert.equal(await site(old), await site(now), `${old} is ${now}`)
    }
  })

  test('the withdrawn quote says so, and its words are nobody’s', async () => {
    says('Its address stays too, and says when and why')
    const page = await site('/quotes/mara-lodzinska/not-wait-for-ferries/')
    assert.match(page, /The words were not hers\./)
    assert.doesNotMatch(page, /We will not wait/)
    for (const other of ['/quotes/', '/speakers/mara-lodzinska/', '/feeds/quotes/atom.xml', '/data/quotes.json'])
      assert.doesNotMatch(await site(other), /we do not need ferries/)
    says("Its links stay in the articles, where its words are nobody's from then on. They do not go into `terms`.")
    const article = await site('/articles/2031-03-02-bridge-closes/')
    const copied = /<p[^>]*>[^<]*"We will not wait, and we do not need ferries,"[^<]*told reporters/
    assert.match(article.replace(/<\/?bdi>/g, '').replaceAll('&quot;', '"'), copied)
  })
})
