/** The pages say what the data say, and the lists nothing else: every page of every test site against its data files. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, Nodes, Root } from 'hast'
import type { z } from 'zod'
import { isEdtf } from '../../src/schema/dates.ts'
import { toWords } from '../../src/words/dates.ts'
import { BuiltSite, classOf, findAll, hasWords, notOnThePage, plain, type Thing, textOf, type Value } from '../says.ts'
import { testSites } from '../sites.ts'

// What a page says is known in English; `interface.test.ts` looks at the others.
const { ar: _ar, uk: _uk, zh: _zh, ...inEnglish } = testSites
const sites = Object.values(inEnglish).map((site) => ({ name: site.name, built: new BuiltSite(site) }))
const values = sites.flatMap(({ built }) => [...built.values()])
const byPath = Map.groupBy(values, ({ path }) => path)
const tell = ({ path, thing, value }: Value) => `${thing}: ${path}: ${JSON.stringify(value)}`

for (const { name, built } of sites) {
  test(`whatever the data of the ${name} site say of a thing stands on its page`, () => {
    const own = [...built.values()]
    assert.deepEqual(own.filter((one) => !one.isSaid(one.value)).map(tell), [])
    assert.ok(own.length > 0 || name === 'empty')
  })

  test(`the lists of the ${name} site lead to all that the data have, and to nothing else`, () => {
    for (const [list, noun] of lists) {
      const of = (path: string) => path.startsWith(list) && /^(?:\d+\/)?$/.test(path.slice(list.length))
      const things = [...built.byUrl]
        .filter(([url, { was, why }]) => noun.test(url) && (was || !why))
        .map(([url]) => url)
      const linked = built.paths.filter(of).flatMap((path) => [...built.read([built.page(path)]).links])
      assert.deepEqual(new Set(linked.filter((url) => noun.test(url))), new Set(things), list)
    }
  })

  test(`what the ${name} site calls a thing, and the words and days beside it, are those of its data`, () => {
    const wrong: string[] = []
    for (const path of built.paths) wrong.push(...findForeign(built, path, built.page(path)))
    assert.deepEqual(wrong, [])
  })

  test(`no two parts of a line of the ${name} site run into each other`, () => {
    const found = built.paths.flatMap((path) =>
      findAll(built.page(path), runsOn).map((element) => `${path}: ${built.read([element]).text}`),
    )
    assert.deepEqual(found, [])
  })

  test(`no line of the ${name} site says a word twice in a row`, () => {
    const isOurs = ({ properties: { className } }: Element) => [className].flat().includes('meta')
    const found = built.paths.flatMap((path) =>
      findAll(built.page(path), isOurs)
        .map((element) => built.read([element]).text)
        // Names may; they have capitals.
        .filter((line) => /(?<!\p{L})([a-z]+),? \1(?!\p{L})/u.test(line))
        .map((line) => `${path}: ${line}`),
    )
    assert.deepEqual(found, [])
  })
}

test('a value that is another in the data is noticed', () => {
  for (const [path, own] of byPath) {
    const known = [...new Map(own.map(({ value }) => [JSON.stringify(value), value])).values()]
    const [{ schema } = own[0] as Value] = own
    const { entries = {}, type } = (schema as z.ZodType & { def: { entries?: object } }).def
    const others = [
      ...known,
      ...Object.values(entries),
      ...(type === 'enum' || known.length > 2 ? [] : [invent(known[0])]),
    ]
    assert.ok(
      own.some((one) => others.some((other) => other !== one.value && !one.isSaid(other))),
      path,
    )
  }
})

test('a value that is taken from the page is noticed', () => {
  const empty: Root = { type: 'root', children: [] }
  assert.deepEqual(
    values
      .filter(
        (one) => !/^((?!corrections)\w+\.url|outlets\.articles)$/.test(one.path) && one.isSaid(one.value, [empty]),
      )
      .map(tell),
    [],
  )
})

test('a name, quoted words or a day that no data have are noticed in a list', () => {
  const built = sites[1]?.built as BuiltSite
  for (const path of ['/quotes/', '/timeline/'])
    for (const name of ['a', 'q', 'time']) {
      const page = structuredClone(built.page(path))
      const found = findAll(
        page,
        (element) => element.tagName === name && (name !== 'a' || thingsOf(built, element).length > 0),
      )
      const [first] = found as [Element]
      first.children = [{ type: 'text', value: 'Words that nobody said' }]
      first.properties['dateTime'] &&= '1999-07-13'
      assert.ok(findForeign(built, path, page).length > 0, `${path} ${name}`)
    }
})

test('each field that is not for the page has a reason', () => {
  for (const [path, why] of notOnThePage) assert.match(why, /\.$/, String(path))
})

/** The lists of all things of a noun, by where the list and where the things stand. */
const lists: [list: string, noun: RegExp][] = [
  ['/quotes/', /^\/quotes\/[^/]+\/[^/]+\/$/],
  ['/articles/', /^\/articles\/[^/]+\/$/],
  ['/speakers/', /^\/speakers\/[^/]+\/$/],
  ['/topics/', /^\/topics\/[^/]+\/$/],
  ['/timeline/', /^\/events\/[^/]+\/$/],
  ['/timeline/oldest/', /^\/events\/[^/]+\/$/],
]

/** Our own words in links that lead to a thing. */
const ownWords = new Set(
  `about all go to among and article as by cancelled copy direct event excerpts expected happened in indirect it mixed more next of on
  order our partly previous quote quoted quotes record reported reports said slipped speaker speech statement statements the this time topic via with
  wording wordings words`.split(/\s+/),
)

/**
 * What a part of a page says that is not of the things it leads to: what a link calls its thing, quoted words, days.
 * Copies of articles and our own prose are others' concern.
 */
function findForeign(built: BuiltSite, path: string, node: Nodes, around: Thing[] = []): string[] {
  if (!('children' in node)) return []
  const within = (things: Thing[]) => node.children.flatMap((child) => findForeign(built, path, child as Nodes, things))
  if (node.type !== 'element') return within(around)
  if ('dataCopy' in node.properties || classOf(node).includes('prose')) return []
  const leads = thingsOf(built, node)
  const told = leads.filter(({ wordings, reports, source, was }) => wordings ?? reports ?? source ?? was)
  const things = told.length > 0 ? told : around
  const own = built.byUrl.get(path)
  const corrections = (own?.['corrections'] ?? []).flatMap((id: string) => built.byId.get(id) ?? [])
  const of = [...things, ...(own ? [own] : []), ...corrections]
  const text = built.read([withoutCopy(node)]).text
  const { dateTime, href } = node.properties
  const isOwn =
    node.tagName === 'time'
      ? path === `/days/${dateTime}/` || of.some((thing) => saidOf(built, thing).includes(String(dateTime)))
      : node.tagName === 'q'
        ? isOf(text, of, built)
        : node.tagName !== 'a' ||
          leads.length === 0 ||
          String(href).includes(`${path}#`) ||
          /^(https:\/)?\//.test(text) ||
          isOf(text, leads.slice(0, 1), built)
  return [...(isOwn ? [] : [`${path}: ${node.tagName}: ${dateTime ?? text}`]), ...within(things)]
}

/** The things that a part of a page leads to. */
function thingsOf(built: BuiltSite, node: Element): Thing[] {
  return [...built.read([node]).links].flatMap((url) => built.byUrl.get(url) ?? [])
}

/** An element without what is copied from an article around the words. */
function withoutCopy(node: Element): Element {
  const children = node.children.filter((child) => child.type !== 'element' || !('dataCopy' in child.properties))
  return { ...node, children: children.map((child) => (child.type === 'element' ? withoutCopy(child) : child)) }
}

const known = new Map<Thing, string[]>()

/** All that the data say of a thing, and the names of what it names by ids; dates in words too. */
function saidOf(built: BuiltSite, thing: Thing): string[] {
  const found = known.get(thing)
  if (found) return found
  const texts = stringsIn(thing)
  const names = texts.flatMap((text) => (built.byId.get(text) ?? []).flatMap(({ name, title }) => name ?? title ?? []))
  const fragments = texts
    .filter((text) => built.byId.has(text))
    .map((text) => text.replace(/.*\//, '').replaceAll('-', ' '))
  const dates = texts
    .filter(isEdtf)
    .flatMap((text) => [toWords(text), toWords(text, 'short'), toWords(text, 'weekday')])
  const said = [...new Set([...texts, ...names, ...fragments, ...dates].map(plain))]
  known.set(thing, said)
  return said
}

/** Whether words are those of the data of these things, and otherwise our own; a part before an ellipsis may be cut. */
function isOf(text: string, things: Thing[], built: BuiltSite): boolean {
  const said = things.flatMap((thing) => saidOf(built, thing)).toSorted((a, b) => b.length - a.length)
  return text.split(/ ?… ?/).every((part, at, parts) => {
    const starts = at === parts.length - 1 ? [] : [...part.matchAll(/(?<=^|\s)\S/g)].map(({ index }) => index)
    const cut = starts.find((start) => said.some((words) => words.includes(part.slice(start))))
    const rest = said.reduce(
      (left, words) => (hasWords(left, words) ? left.replaceAll(words, ' ') : left),
      part.slice(0, cut),
    )
    return rest.split(/[^\p{L}]+/u).every((word) => word === '' || ownWords.has(word.toLowerCase()))
  })
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Another value than any that the data have. */
function invent(value: unknown): unknown {
  if (typeof value !== 'string') return typeof value === 'boolean' ? !value : Array.isArray(value) ? [0, 1] : 7
  return isEdtf(value) ? '1999-07-13' : `${value}other`
}

/** Whether a part of a line ends where the next begins, without a space: copied and read aloud they are one word. */
function runsOn(element: Element, [...ancestors]: Element[]): boolean {
  const siblings = ancestors.at(-1)?.children ?? []
  const next = siblings[siblings.indexOf(element) + 1]
  const isPart = (node: Nodes | undefined) =>
    node?.type === 'element' && /^(a|b|span|time)$/.test(node.tagName) && node.properties['ariaHidden'] === undefined
  return isPart(element) && isPart(next) && /\S$/.test(textOf(element)) && /^[\p{L}\p{N}]/u.test(textOf(next))
}
