/**
 * The pages of a built site as plain data, for site builders that know nothing of the record: as many pages, at the same
 * addresses, with the same words. What they lack is all that has to be found out: it is written down for them.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import type { Article, NewsEvent, NewsRecord, Quote } from '../../src/record/types.ts'
import { pageSize } from '../../src/views/pages.ts'

export interface PlainPage {
  /** Below the root: `quotes/ada-barros/not-now/`, `` for the front page. */
  path: string
  title: string
  facts: { name: string; value: string }[]
  /** The copy of an article, in HTML. */
  html: string
  entries: PlainEntry[]
}

export interface PlainEntry {
  href: string
  title: string
  words: string
  isSaid: boolean
  note: string
}

/** Writes the pages into one file of JSON, and gives their number. */
export function writePlainPages(record: NewsRecord, site: string, file: string): number {
  const describe = toDescriber(record)
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '/'))
    .sort()
  writeFileSync(file, JSON.stringify(paths.map((path): PlainPage => ({ path, ...describe(path) }))))
  return paths.length
}

type Content = Omit<PlainPage, 'path'>

function toDescriber(record: NewsRecord): (path: string) => Content {
  const things = new Map<string, (page: number) => Content>([
    ...record.articles.map((one) => [one.url, () => toArticle(one)] as const),
    ...record.quotes.map((one) => [one.url, () => toQuote(one)] as const),
    ...record.events.map((one) => [one.url, () => toEvent(one)] as const),
    ...record.speakers.map(
      (one) => [one.url, (page: number) => toList(one.name, one.quotes.map(ofQuote), page)] as const,
    ),
    ...record.topics.map(
      (one) => [one.url, (page: number) => toList(one.name, one.quotes.map(ofQuote), page)] as const,
    ),
  ])
  const lists: { [path: string]: PlainEntry[] } = {
    '/articles/': record.articles.map(ofArticle),
    '/speakers/': record.speakers.map(({ url, name, summary }) => toEntry(url, name, summary, '')),
    '/timeline/': record.events.map(ofEvent),
  }
  const quotes = record.quotes.map(ofQuote)
  return (path) => {
    const [, list = '/', number = '1'] = /^(.*?)(?:page\/(\d+)\/)?$/.exec(`/${path}`) ?? []
    const known = things.get(list)
    if (known) return known(Number(number))
    const entries = lists[list] ?? quotes
    return toList(list, entries, Number(number), list === '/timeline/' ? pageSize.events : pageSize.quotes)
  }
}

const toEntry = (href: string, title: string, words: string, note: string, isSaid = false): PlainEntry => ({
  href,
  title,
  words,
  isSaid,
  note,
})

const ofQuote = ({ url, speaker, wordings, said, kind, reported }: Quote): PlainEntry =>
  toEntry(url, speaker.name, wordings[0]?.text ?? '', (said ?? reported).edtf, kind === 'direct')

const ofArticle = ({ url, title, outlet, published }: Article): PlainEntry =>
  toEntry(url, title, outlet.name, published.edtf)

const ofEvent = ({ url, title, summary, date }: NewsEvent): PlainEntry => toEntry(url, title, summary, date?.edtf ?? '')

const toFact = (name: string, value: string | null | undefined): { name: string; value: string }[] =>
  value ? [{ name, value }] : []

function toArticle(article: Article): Content {
  const paragraphs = article.rights === 'full' ? article.blocks : []
  return {
    title: article.title,
    facts: [
      ...toFact('Outlet', article.outlet.name),
      ...toFact('Published', article.published.edtf),
      ...toFact('Source', article.address),
    ],
    html: paragraphs.map(({ text }) => `<p>${toHtml(text)}</p>`).join('\n'),
    entries: [
      ...article.wordings.map(({ quote, text, kind }) =>
        toEntry(quote.url, quote.speaker.name, text, quote.role ?? '', kind === 'direct'),
      ),
      ...article.reports.map(({ event, text }) => toEntry(event.url, event.title, text, event.date?.edtf ?? '')),
    ],
  }
}

function toQuote(quote: Quote): Content {
  return {
    title: quote.speaker.name,
    facts: [
      ...toFact('Said', quote.said?.edtf),
      ...toFact('To', quote.context),
      ...toFact('Role', quote.role),
      ...toFact('Reported', quote.reported.edtf),
      ...quote.topics.flatMap(({ name }) => toFact('Topic', name)),
    ],
    html: '',
    entries: quote.wordings.map(({ article, sentence, kind }) =>
      toEntry(
        article.url,
        `${article.outlet.name}: ${article.title}`,
        sentence,
        article.published.edtf,
        kind === 'direct',
      ),
    ),
  }
}

function toEvent(event: NewsEvent): Content {
  return {
    title: event.title,
    facts: [
      ...toFact('Date', event.date?.edtf),
      ...toFact('By', event.dateBasis),
      ...toFact('Status', event.status),
      ...event.speakers.flatMap(({ name }) => toFact('Took part', name)),
    ],
    html: `<p>${toHtml(event.summary)}</p>`,
    entries: [
      ...event.reports.map(({ article, text }) =>
        toEntry(article.url, article.outlet.name, text, article.published.edtf),
      ),
      ...event.quotes.map(ofQuote),
    ],
  }
}

function toList(title: string, entries: readonly PlainEntry[], page: number, size: number = pageSize.quotes): Content {
  return { title, facts: [], html: '', entries: entries.slice((page - 1) * size, page * size) }
}

const toHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
