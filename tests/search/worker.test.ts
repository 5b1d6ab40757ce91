import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Tree } from '../../src/search/browser/tree.ts'
import type { Calls } from '../../src/search/browser/worker.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { openTestIndex } from './open-index.ts'

const made = await openTestIndex(toViews(toRecord(bridge)))
after(() => made[Symbol.asyncDispose]())

interface Reply {
  id: number
  answer?: unknown
  error?: string
}

// What a worker has around it: one end of the messages.
const waiting = new Map<number, (reply: Reply) => void>()
let listener: (event: { data: unknown }) => void = () => {}
Object.assign(globalThis, {
  self: {
    addEventListener: (_: string, listen: typeof listener) => (listener = listen),
    postMessage: (reply: Reply) => waiting.get(reply.id)?.(structuredClone(reply)),
  },
})
await import('../../src/search/browser/worker.ts')

let number = 0
async function call<Name extends keyof Calls>(name: Name, ...given: Parameters<Calls[Name]>) {
  const id = ++number
  const { answer, error } = await new Promise<Reply>((done) => {
    waiting.set(id, done)
    listener({ data: { id, name, given } })
  })
  if (error !== undefined) throw new Error(error)
  return answer as Awaited<ReturnType<Calls[Name]>>
}

const place = { folder: made.folder, page: '/search/', language: 'en' }
const ask = (text: string, isTyping = false) =>
  call('ask', place, { text, isTyping, limits: { quote: 1, article: 1 }, heading: 2, more: 1 })

const toText = (one: Tree | string): string => (typeof one === 'string' ? one : one.children.map(toText).join(''))
const textOf = (trees: readonly Tree[] = []): string => trees.map(toText).join('\n')

test('an answer comes as what is to be shown, its first group first, and the rest when asked for', async () => {
  const shown = await ask('ferries')
  assert.match(textOf(shown?.first), /^Statement · 1\n?.*do not need ferries/)
  assert.equal(shown?.counts, '1 statement, 1 event, 2 articles, 1 topic')
  assert.match(textOf(await call('rest')), /Articles · 2.*Show 1 more of 2 articles/s)
  const group = await call('more', 'article')
  assert.equal(group?.children.length, 2)
})

test('says what is shown in place of what was typed, and what was not understood', async () => {
  assert.match(textOf((await ask('ferires'))?.first), /^Showing ferries; search for ferires instead\./)
  assert.match(textOf((await ask('ferries orchid'))?.first), /^Nothing on record has orchid\./)
  assert.match(textOf((await ask('shuts ferries'))?.first), /^Nothing has all of these words\. Showing what has most/)
  assert.match(textOf((await ask('mayor:ferries'))?.first), /There is no operator mayor:; it was searched as text\./)
  assert.match(textOf((await ask('ferries since:1 march'))?.first), /Read the date as 1 March 2031\./)
  const nothing = await ask('"orchid ferries"')
  assert.equal(nothing?.isFound, false)
  assert.match(
    textOf(nothing?.first),
    /^Nothing found for "orchid ferries"\..*Search for ferries instead\..*Searched: a sample\./s,
  )
})

test('what was asked before and is answered later is not taken for the latest', async () => {
  await ask('ferries')
  const wanted = textOf(await call('rest'))
  const { fetch } = globalThis
  const held = Promise.withResolvers<void>()
  let isHeld = false
  globalThis.fetch = async (...given) => {
    isHeld = true
    await held.promise
    return fetch(...given)
  }
  const before = ask('bridge')
  while (!isHeld) await new Promise(setImmediate)
  globalThis.fetch = fetch
  await ask('ferries')
  held.resolve()
  assert.equal((await before)?.isFound, true)
  assert.equal(textOf(await call('rest')), wanted)
})

test('asks for nothing where too little was typed', async () => {
  assert.equal(await ask('fe', true), null)
  assert.equal(await ask('', false), null)
})

test('each control changes the query as it was typed', async () => {
  await ask('ferries outlet:coast-wire')
  const { facets, sort, without } = await call('narrow')
  assert.deepEqual(
    [facets.find(({ by }) => by === 'outlet')?.options.find(({ isOn }) => isOn)?.id, sort, without],
    ['coast-wire', 'best', ''],
  )
  assert.equal(await call('edit', 'ferries outlet:coast-wire', 'outlet', 'coast-wire'), 'ferries')
  assert.equal(
    await call('edit', 'ferries outlet:coast-wire', 'thing', 'quote'),
    'ferries outlet:coast-wire kind:quote',
  )
  assert.equal(
    await call('edit', 'ferries outlet:coast-wire', 'when', '2031-03'),
    'ferries outlet:coast-wire from:2031-03 to:2031-03',
  )
  assert.equal(await call('edit', 'ferries outlet:coast-wire', 'without', 'town'), 'ferries outlet:coast-wire -town')
  assert.equal(
    await call('edit', 'ferries outlet:coast-wire', 'sort', 'newest'),
    'ferries outlet:coast-wire sort:newest',
  )
})
