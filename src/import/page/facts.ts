/** What a page says of itself: its meta elements, and its data for search engines (schema.org as JSON-LD). */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isDay } from '../../schema/index.ts'
import { elements, fold, plainText } from './dom.ts'
import { readDay } from './plain-text.ts'

export interface PageFacts {
  /** The page's headline as data, the best one first. */
  titles: string[]
  /** When it was published, as the page states it. */
  stated: string | null
  url: string | null
  outletName: string | null
  language: string | null
  isLive: boolean
  /** The text, when the page gives it as data: paragraphs. */
  body: string[]
  bodyLine: number
}

const dayNames =
  'article:published_time datepublished date pubdate publishdate dc.date dc.date.issued parsely-pub-date sailthru.date'

/** Reads what a page says of itself. */
export function readFacts(tree: Root): PageFacts {
  const all = [...elements(tree)]
  const wordsOf = (tag: string) => all.filter(({ tagName }) => tagName === tag).map((node) => fold(plainText(node)))
  const metas = new Map<string, string>()
  let canonical: unknown = null
  for (const { tagName, properties } of all) {
    const { content, property, name, itemProp, rel, href } = properties
    const said = String(content ?? '').trim()
    const keys = tagName === 'meta' && said ? [property, name, itemProp].map((key) => String(key).toLowerCase()) : []
    for (const key of keys) if (!metas.has(key)) metas.set(key, said)
    if (tagName === 'link' && [rel].flat().includes('canonical')) canonical ??= href
  }
  const url =
    [canonical, metas.get('og:url')].map(String).find((one) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(one)) ?? null
  const shown = [metas.get('og:title'), ...wordsOf('title').slice(0, 1)]
  const { item, line } = findItem(all, url, [...shown, ...wordsOf('h1')])
  const publisher = item['publisher'] as Item | undefined
  const site = metas.get('og:site_name') ?? text(publisher?.['name'])
  const stamps = dayNames.split(' ').map((name) => metas.get(name) ?? null)
  const [ogTitle, ownTitle] = shown
  const language = String(all.find(({ tagName }) => tagName === 'html')?.properties['lang'] ?? '')
  return {
    titles: [ogTitle, decoded(text(item['headline']) ?? ''), ownTitle].flatMap((title) =>
      title ? withoutSite(title, site) : [],
    ),
    stated: [text(item['datePublished']), ...stamps].find((stamp) => stamp !== null) ?? null,
    ...{ url, outletName: site },
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : null,
    isLive: /LiveBlog/.test(String(item['@type'])),
    body: (text(item['articleBody']) ?? '')
      .split(/\s*(?:\n|<\/?(?:p|br|div|h\d|li|ul|ol)\b[^>]*>)\s*/)
      .map((paragraph) => fold(decoded(paragraph).replace(/\u00a0/g, ' ')))
      .filter((paragraph) => paragraph !== ''),
    bodyLine: line,
  }
}

/** The day of a stamp: as its own zone has it, or in milliseconds. */
export function toDay(text: string): string | null {
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10)
  const day = text.slice(0, 10)
  return isDay(day) ? day : readDay(text)
}

function withoutSite(title: string, site: string | null): string {
  if (site && title.length > site.length && title.endsWith(site))
    return title.slice(0, -site.length).replace(/\s*[|–—:·-]\s*$/, '')
  return title.replace(/\s+[|–—]\s+[^|–—]{2,40}$/, '')
}

type Item = { [field: string]: unknown }

const text = (field: unknown): string | null =>
  typeof field === 'number' ? String(field) : typeof field === 'string' && field.trim() !== '' ? field.trim() : null

/** The page's own article among the data: the one with its address or its headline, else the first. */
function findItem(all: readonly Element[], url: string | null, titles: readonly (string | undefined)[]) {
  const items: { item: Item; line: number }[] = []
  const collect = (value: unknown, line: number): void => {
    if (!value || typeof value !== 'object') return
    const item = value as Item
    if (/Article|Posting|Report/.test(String(item['@type']))) items.push({ item, line })
    else for (const one of Array.isArray(value) ? value : [item['@graph'], item['mainEntity']]) collect(one, line)
  }
  for (const { tagName, properties, children, position } of all) {
    if (tagName !== 'script' || properties['type'] !== 'application/ld+json') continue
    const source = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    try {
      // Line breaks inside a string are no JSON, and common.
      collect(JSON.parse(source.replace(/\s+/g, ' ')), position?.start.line ?? 1)
    } catch {}
  }
  const isHere = ({ item: { url: own, '@id': id, mainEntityOfPage: page } }: { item: Item }) =>
    url !== null && [own, id, page, (page as Item | undefined)?.['@id']].includes(url)
  const isNamed = ({ item }: { item: Item }) =>
    titles.some((title) => title?.startsWith(text(item['headline']) ?? '\n'))
  return items.find(isHere) ?? items.find(isNamed) ?? items[0] ?? { item: {}, line: 1 }
}

/** Words whose characters are written as a page writes them, `&nbsp;&quot;`, and whose marks are a page's. */
function decoded(words: string): string {
  return /[&<]/.test(words) ? plainText(fromHtml(words.replace(/&amp;(?=#?\w+;)/g, '&'), { fragment: true })) : words
}
