import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, test } from 'node:test'
import { type Answer, ask as askIndex } from '../../src/search/browser/ask.ts'
import { IndexError } from '../../src/search/browser/pagefind.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { openIndexOf, openTestIndex } from './open-index.ts'

const limits = { quote: 50, event: 50, article: 50, speaker: 50, topic: 50 }
const made = await openTestIndex(toViews(toRecord(bridge)))
after(() => made[Symbol.asyncDispose]())

const toPage = (text: string): string => `/search/?q=${text}`

const ask = async (text: string, index = made.index, isTyping = false): Promise<Answer> => {
  const answer = await askIndex(index, text, { limits, toPage, isTyping })
  assert.ok(answer)
  await answer.loadRest()
  return answer
}
const found = async (text: string): Promise<string[]> => {
  const { groups } = await ask(text)
  return groups.flatMap(({ hits }) => hits.map(({ url }) => url))
}

const noFerries = '/quotes/mara-lodzinska/no-ferries/'
const boats = '/quotes/harbour-officials/thirty-boats/'
const closes = '/articles/2031-03-02-bridge-closes/'
const excerpt = '/articles/2031-03-03-ferries/'
const speaker = '/speakers/mara-lodzinska/'
const closure = '/events/2031-03-02-closure/'

/** What a query must find and must not find. */
const cases: { typed: string; finds?: string[]; not?: string[]; nothing?: true }[] = [
  { typed: 'ferries', finds: [noFerries, closes, '/topics/ferries/'] },
  { typed: 'ferry', finds: [noFerries, '/events/ferry-returns/'] },
  { typed: 'FERRIES', finds: [noFerries] },
  { typed: 'Łodzińska', finds: [noFerries, closes, excerpt, speaker, closure], not: [boats] },
  { typed: 'Lodzinska', finds: [noFerries, closes, excerpt, speaker, closure], not: [boats] },
  { typed: 'lodzinskaya', finds: [noFerries, speaker] },
  { typed: 'Лодзинская', finds: [noFerries, speaker] },
  { typed: 'лодзинска', finds: [noFerries, speaker] },
  { typed: '"not wait"', finds: [noFerries, excerpt], not: [boats] },
  { typed: '“not wait”', finds: [noFerries, excerpt], not: [boats] },
  { typed: '“We will not wait, and we do not need ferries,”', finds: [noFerries, closes], not: [excerpt] },
  { typed: '"wait not"', nothing: true },
  { typed: '"not wait" mayor', finds: [noFerries], not: [boats] },
  { typed: 'did the mayor say ferries', finds: [noFerries] },
  { typed: 'vessels', finds: [noFerries] },
  { typed: 'thirty boats', finds: [boats, closure] },
  { typed: 'CW', finds: [noFerries, excerpt] },
  { typed: 'Bahia Kestrel', finds: [closure, closes] },
  { typed: 'speaker:lodzinska', finds: [noFerries, closes, excerpt, speaker, closure], not: [boats] },
  { typed: 'speaker:mara-lodzinska ferries', finds: [noFerries], not: [boats] },
  { typed: '-speaker:Łodzińska', finds: [boats], not: [noFerries, speaker, closure] },
  { typed: 'outlet:"coast wire"', finds: [noFerries, excerpt], not: [boats, closes] },
  { typed: 'outlet:cw kind:article', finds: [excerpt], not: [noFerries, closes] },
  { typed: 'topic:boats', finds: [noFerries], not: [boats] },
  { typed: 'kind:direct', finds: [noFerries], not: [boats, closes] },
  { typed: 'kind:event', finds: [closure, '/events/ferry-returns/'], not: [boats] },
  { typed: 'from:2031-03-03', finds: [excerpt], not: [noFerries, closes] },
  { typed: 'to:2031-03-01', finds: [noFerries], not: [boats, excerpt] },
  { typed: 'from:2031-03 to:2031-03-02 ferries', finds: [noFerries, closes], not: [excerpt] },
  { typed: 'ferries -walrus', finds: [noFerries, excerpt] },
  { typed: 'ferries -town', finds: [closes], not: [noFerries] },
  { typed: 'wait -"not wait"', nothing: true },
  { typed: 'ferries -orchid', finds: [noFerries] },
  { typed: 'speaker:nobody', nothing: true },
  { typed: 'orchid', nothing: true },
  { typed: 'ferriesandboats', nothing: true },
  { typed: 'xyzzy', nothing: true },
  { typed: 'walrus', nothing: true },
  { typed: 'nothing', nothing: true },
]

for (const { typed, finds = [], not = [], nothing } of cases) {
  test(`finds ${nothing ? 'nothing' : 'what it should'} for ${typed}`, async () => {
    const urls = await found(typed)
    if (nothing) assert.deepEqual(urls, [])
    for (const url of finds) assert.ok(urls.includes(url), `${typed} should find ${url}, found ${urls.join(', ')}`)
    for (const url of not) assert.ok(!urls.includes(url), `${typed} should not find ${url}`)
  })
}

test('shows what is nearest at once where a key slipped, and says so', async () => {
  for (const [typed, showing] of [
    ['ferires', 'ferries'],
    ['Lodzinksa ferries', 'lodzinska ferries'],
    ['odzinska', 'lodzinska'],
    ['fer-ries', 'ferries'],
  ] as const) {
    const answer = await ask(typed)
    assert.equal(answer.showing, showing)
    assert.ok(answer.count > 0)
  }
  assert.equal((await ask('Lodzinksa')).groups[0]?.hits[0]?.url, speaker)
  for (const typed of ['orchid', '"ferires"', '"ferires" boats']) {
    const answer = await ask(typed)
    assert.deepEqual([answer.showing, answer.count], [null, 0], typed)
  }
})

test('what is half typed is not put right', async () => {
  assert.equal((await ask('ferires', made.index, true)).count, 0)
})

test('leaves out the words that no record has, and names them', async () => {
  const answer = await ask('ferries orchid')
  assert.deepEqual([answer.absent, answer.showing], [['orchid'], 'ferries'])
  assert.equal(answer.groups[0]?.hits[0]?.url, noFerries)
})

test('shows what has most of the words where nothing has all, and says so', async () => {
  const answer = await ask('shuts ferries')
  assert.ok(answer.isPart && answer.count > 0)
  assert.equal((await ask('ferries')).isPart, false)
})

test('says what to search for in place of a phrase that is nowhere', async () => {
  const answer = await ask('"we do not need boats"')
  assert.deepEqual([answer.count, answer.instead], [0, 'need boats'])
})

test('says that nobody is called so', async () => {
  assert.deepEqual((await ask('speaker:nobody boats')).nobody, [{ by: 'speaker', name: 'nobody', isNot: false }])
})

test('orders by date either way, what has none last', async () => {
  const order = async (text: string): Promise<string[] | undefined> =>
    (await ask(text)).groups.find(({ thing }) => thing === 'event')?.hits.map(({ url }) => url)
  const [closed, undated] = [closure, '/events/ferry-returns/']
  assert.deepEqual(await order('kind:event sort:newest'), [closed, undated])
  assert.deepEqual(await order('kind:event sort:oldest'), [closed, undated])
  const quotes = (await ask('kind:quote sort:oldest')).groups[0]?.hits.map(({ url }) => url)
  assert.deepEqual(quotes, [noFerries, boats])
  assert.deepEqual(
    (await ask('kind:quote sort:newest')).groups[0]?.hits.map(({ url }) => url),
    [boats, noFerries],
  )
})

test('counts by what results can be narrowed, with what is picked', async () => {
  const counted = async (text: string, by: string): Promise<unknown> => {
    const facets = await (await ask(text)).countFacets()
    return facets.find((facet) => facet.by === by)?.options.map(({ id, count, isOn }) => [id, count, isOn])
  }
  assert.deepEqual(await counted('kind:quote', 'speaker'), [
    ['mara-lodzinska', 1, false],
    ['harbour-officials', 1, false],
  ])
  assert.deepEqual(await counted('kind:quote speaker:harbour-officials', 'speaker'), [
    ['harbour-officials', 1, true],
    ['mara-lodzinska', 1, false],
  ])
  assert.deepEqual(await counted('ferries', 'thing'), [
    ['quote', 1, false],
    ['event', 1, false],
    ['article', 2, false],
    ['topic', 1, false],
  ])
  assert.deepEqual(await counted('orchid speaker:harbour-officials', 'speaker'), [['harbour-officials', 0, true]])
  assert.equal(await counted('orchid', 'outlet'), undefined)
  assert.deepEqual(await counted('ferries "not wait"', 'outlet'), [
    ['the-ledger', 2, false],
    ['coast-wire', 2, false],
  ])
})

test('a quote comes with its wordings, and shows the one that was asked for', async () => {
  const { groups } = await ask('"would not wait"')
  const hit = groups[0]?.hits[0]
  assert.deepEqual(hit?.stretches, [
    { kind: 'direct', text: '“We will not wait, and we do not need ferries”' },
    { kind: 'mixed', text: 'the town would “not wait” for ferries' },
  ])
  assert.equal(hit?.best, 1)
  assert.equal(hit?.when, 'said 1 Mar 2031')
  assert.deepEqual(hit?.outlets, ['The Ledger', 'Coast Wire'])
  assert.equal(hit?.copies[1]?.by, 'Coast Wire')
  assert.match(hit?.copies[1]?.url ?? '', /^\/articles\/2031-03-03-ferries\/#q-/)
})

test('says by which name and which topic something was found', async () => {
  const [byName, byTopic] = [await ask('Лодзинская'), await ask('vessels')]
  assert.deepEqual(byName.groups[0]?.hits[0]?.names, ['Мара Лодзинская'])
  assert.deepEqual(byTopic.groups[0]?.hits[0]?.topics, ['Are ferries needed?'])
})

test('groups come quotes first, with honest counts, and more when asked', async () => {
  const answer = await askIndex(made.index, 'ferries', { limits: { ...limits, article: 1 }, toPage })
  assert.ok(answer)
  const { groups, count } = answer
  assert.deepEqual(
    groups.map(({ hits }) => hits.length),
    [1, 0, 0, 0],
  )
  await answer.loadRest()
  assert.deepEqual(
    groups.map(({ thing, count, hits }) => [thing, count, hits.length]),
    [
      ['quote', 1, 1],
      ['event', 1, 1],
      ['article', 2, 1],
      ['topic', 1, 1],
    ],
  )
  assert.equal(count, 5)
  const more = await groups[2]?.more(5)
  assert.equal(more?.length, 1)
})

test('a part of the index that does not arrive is an error, not a zero', async () => {
  await using broken = await openTestIndex(toViews(toRecord(bridge)))
  broken.lose = /index\/.*\.pf_index$/
  await assert.rejects(ask('ferries', broken.index), IndexError)
})

test('an empty record has an index that loads and finds nothing', async () => {
  await using empty = await openTestIndex(toViews(toRecord({})))
  for (const text of ['nothing', 'ferries', '"two words"', '2 march', 'on:2031-03-02'])
    assert.deepEqual((await ask(text, empty.index)).groups, [], text)
})

test('the index holds only what a page asks for', async () => {
  assert.deepEqual(
    (await readdir(made.folder)).filter((name) => /ui|worker|highlight|\.css$/.test(name)),
    [],
  )
})

test('words are found in a language that writes no spaces', async () => {
  const record = {
    url: '/a/',
    content: '¶“我们需要安全保证”',
    language: 'zh',
    meta: { title: '镇长' },
    filters: {},
    days: null,
    since: null,
  }
  const names = { names: { speaker: [], outlet: [], topic: [], place: [] }, equals: {} }
  const days = { url: '/days/*/', days: {} }
  await using chinese = await openIndexOf({ records: [record], language: 'zh', scope: '', names, days })
  assert.equal((await ask('安全', chinese.index)).count, 1)
  assert.equal((await ask('和平', chinese.index)).count, 0)
})
