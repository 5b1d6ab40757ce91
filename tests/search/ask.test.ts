import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, test } from 'node:test'
import { type Answer, toAsker } from '../../src/search/browser/ask.ts'
import { IndexError } from '../../src/search/browser/pagefind.ts'
import { readQuery } from '../../src/search/query.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { openTestIndex } from './open-index.ts'

const limits = { quote: 50, event: 50, article: 50, speaker: 50, topic: 50 }
const made = await openTestIndex(toViews(toRecord(bridge)))
const asker = toAsker(made.index, 'en')
after(() => made[Symbol.asyncDispose]())

const ask = async (text: string, of = asker): Promise<Answer> => {
  const answer = await of.ask(readQuery(text), limits)
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
  { typed: 'ferries orchid', nothing: true },
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

test('names the words that no record has', async () => {
  assert.deepEqual((await (await ask('ferries orchid')).findHelp()).absent, ['orchid'])
})

test('says what was meant where a key slipped, and what finds something without the word in the way', async () => {
  assert.equal((await (await ask('ferires')).findHelp()).meant, 'ferries')
  assert.equal((await (await ask('Lodzinksa ferries')).findHelp()).meant, 'lodzinska ferries')
  assert.equal((await (await ask('odzinska')).findHelp()).meant, 'lodzinska')
  assert.equal((await (await ask('orchid')).findHelp()).meant, null)
  const { instead, meant } = await (await ask('ferries orchid')).findHelp()
  assert.deepEqual([meant, instead], [null, 'ferries'])
  const together = await ask('shuts ferries')
  assert.equal(together.count, 0)
  const help = await together.findHelp()
  assert.deepEqual([help.absent, help.instead], [[], 'ferries'])
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
    ['coast-wire', 2, false],
    ['the-ledger', 2, false],
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
  assert.deepEqual(hit?.when, { label: 'said', words: '1 Mar 2031' })
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
  const answer = await asker.ask(readQuery('ferries'), { ...limits, article: 1 })
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
  await assert.rejects(toAsker(broken.index, 'en').ask(readQuery('ferries'), limits), IndexError)
})

test('an empty record has an index that loads and finds nothing', async () => {
  await using empty = await openTestIndex(toViews(toRecord({})))
  const asker = toAsker(empty.index, 'en')
  for (const text of ['nothing', 'ferries', '"two words"']) {
    assert.deepEqual((await asker.ask(readQuery(text), limits)).groups, [])
  }
})

test('the index holds only what a page asks for', async () => {
  assert.deepEqual(
    (await readdir(made.folder)).filter((name) => /ui|worker|highlight|\.css$/.test(name)),
    [],
  )
})
