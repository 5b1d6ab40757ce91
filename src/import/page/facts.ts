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

/** Reads what a page says of itself. */
export function readFacts(tree: Root): PageFacts {
  const all = [...elements(tree)]
  const metas = all.filter(({ tagName }) => tagName === 'meta')
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const isNamed = ({ properties: { property, name: own, itemProp } }: Element) =>
        [property, own, itemProp].some((value) => String(value ?? '').toLowerCase() === name)
      const content = String(metas.find(isNamed)?.properties['content'] ?? '').trim()
      if (content) return content
    }
    return null
  }
  const canonical = all.find(
    ({ tagName, properties }) => tagName === 'link' && [properties['rel']].flat().includes('canonical'),
  )
  const url = webAddress(String(canonical?.properties['href'] ?? '')) ?? webAddress(meta('og:url') ?? '')
  const own = all.find(({ tagName }) => tagName === 'title')
  const ownTitle = own ? fold(plainText(own)) : ''
  const headings = all.filter(({ tagName }) => tagName === 'h1').map((node) => fold(plainText(node)))
  const data = readLinkedData(all, url, [meta('og:title') ?? '', ownTitle, ...headings])
  const site = meta('og:site_name') ?? data.publisher
  const language = String(all.find(({ tagName }) => tagName === 'html')?.properties['lang'] ?? '')
  const stated =
    data.published ??
    meta(
      ...'article:published_time datepublished date pubdate publishdate dc.date dc.date.issued parsely-pub-date sailthru.date'.split(
        ' ',
      ),
    )
  const titles = [meta('og:title'), data.headline, ownTitle]
    .filter((title): title is string => Boolean(title))
    .map((title) => withoutSite(title, site))
  return {
    ...{ titles, stated, url, outletName: site, isLive: data.isLive, body: data.body, bodyLine: data.line },
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : null,
  }
}

/** The day of a stamp: as its own zone has it, or in milliseconds. */
export function toDay(text: string): string | null {
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().slice(0, 10)
  const day = text.slice(0, 10)
  return isDay(day) ? day : readDay(text)
}

function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) ? text : null
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
function readLinkedData(all: readonly Element[], url: string | null, titles: readonly string[]) {
  const items: { item: Item; line: number }[] = []
  const collect = (value: unknown, line: number): void => {
    if (Array.isArray(value)) for (const one of value) collect(one, line)
    else if (value && typeof value === 'object') {
      const item = value as Item
      if ('@graph' in item) collect(item['@graph'], line)
      if (/Article|Posting|Report/.test(String(item['@type'] ?? ''))) items.push({ item, line })
      else if (item['mainEntity']) collect(item['mainEntity'], line)
    }
  }
  for (const script of all) {
    if (script.tagName !== 'script' || String(script.properties['type'] ?? '') !== 'application/ld+json') continue
    const source = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    try {
      // Line breaks inside a string are no JSON, and common.
      collect(JSON.parse(source.replace(/\s+/g, ' ')), script.position?.start.line ?? 1)
    } catch {}
  }
  const addresses = ({ item }: { item: Item }) =>
    [item['url'], item['@id'], item['mainEntityOfPage'], (item['mainEntityOfPage'] as Item | undefined)?.['@id']].map(
      String,
    )
  const found =
    items.find((one) => url !== null && addresses(one).includes(url)) ??
    items.find(({ item }) =>
      titles.some((title) => title !== '' && title.startsWith(text(item['headline']) ?? '\n')),
    ) ??
    items[0]
  const item = found?.item ?? {}
  const publisher = item['publisher'] as { name?: unknown } | undefined
  const body = text(item['articleBody']) ?? ''
  return {
    headline: decoded(text(item['headline']) ?? '') || null,
    published: text(item['datePublished']),
    publisher: text(publisher?.name),
    isLive: /LiveBlog/.test(String(item['@type'] ?? '')),
    body: body
      .split(/\s*(?:\n|<\/?(?:p|br|div|h\d|li|ul|ol)\b[^>]*>)\s*/)
      .map((paragraph) => fold(decoded(paragraph).replace(/\u00a0/g, ' ')))
      .filter((paragraph) => paragraph !== ''),
    line: found?.line ?? 1,
  }
}

/** Words whose characters are written as a page writes them, `&nbsp;&quot;`, and whose marks are a page's. */
function decoded(words: string): string {
  return /[&<]/.test(words) ? plainText(fromHtml(words.replace(/&amp;(?=#?\w+;)/g, '&'), { fragment: true })) : words
}
