/** One page of each template, chosen from the data of a built site: the fullest of its kind. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { projectFolder, type TestSite } from '../sites.ts'
import { readData } from './open-site.ts'

export interface Template {
  name: string
  /** Path below the base. */
  path: string
}

interface Thing {
  id: string
  url: string
}

export function templatesOf(site: TestSite): Template[] {
  const { quotes } = readData<{ quotes: (Thing & { kind: string; wordings: object[] })[] }>(site, 'quotes.json')
  const { events } = readData<{ events: (Thing & { status: string; reports: object[] })[] }>(site, 'events.json')
  const { speakers } = readData<{ speakers: (Thing & { quotes: string[] })[] }>(site, 'speakers.json')
  const { articles } = readData<{ articles: (Thing & { rights: string; quotes: string[] })[] }>(site, 'articles.json')
  const { topics } = readData<{ topics: (Thing & { quotes: string[] })[] }>(site, 'topics.json')
  const most = <T extends Thing>(things: T[], size: (thing: T) => number) =>
    things.toSorted((a, b) => size(b) - size(a))[0]
  const chosen: [string, Thing | undefined][] = [
    ['event', most(events, ({ reports }) => reports.length)],
    ['expected event', events.find(({ status }) => status === 'expected')],
    ['speaker', most(speakers, (speaker) => speaker.quotes.length)],
    ['speaker without a quote', speakers.find((speaker) => speaker.quotes.length === 0)],
    ...(['direct', 'mixed', 'indirect'] as const).map((kind): [string, Thing | undefined] => [
      `${kind} quote`,
      most(
        quotes.filter((quote) => quote.kind === kind),
        ({ wordings }) => wordings.length,
      ),
    ]),
    ...(['full', 'excerpt'] as const).map((rights): [string, Thing | undefined] => [
      `article, ${rights}`,
      most(
        articles.filter((article) => article.rights === rights),
        (article) => article.quotes.length,
      ),
    ]),
    ['topic', most(topics, (topic) => topic.quotes.length)],
  ]
  const fullest = most(topics, (topic) => topic.quotes.length)
  if (fullest) chosen.push(['topic by speaker', { ...fullest, url: `${fullest.url}speakers/` }])
  return [
    { name: 'front page', path: '' },
    ...[
      'timeline',
      'ahead',
      'speakers',
      'quotes',
      'articles',
      'topics',
      'corrections',
      'feeds',
      'about',
      'verify',
      'dossier',
      'search',
    ].map((name) => ({
      name,
      path: `${name}/`,
    })),
    ...chosen.flatMap(([name, thing]) =>
      thing ? [{ name, path: new URL(thing.url, 'https://example.org').pathname.slice(site.base.length) }] : [],
    ),
    { name: 'page not found', path: '404.html' },
  ]
}

/** The HTML of a page as it was built. */
export function htmlOf(site: TestSite, { path }: Template): string {
  return readFileSync(join(projectFolder, site.folder, path.replace(/(?<!\.html)$/, 'index.html')), 'utf8')
}

/** What a built page is made of: its kinds of element, by name and classes, of which each component has one. */
export function partsOf(site: TestSite, template: Template): Set<string> {
  const parts = new Set<string>()
  visit(fromHtml(htmlOf(site, template)), 'element', ({ tagName, properties }) => {
    parts.add([tagName, properties['className'] ?? []].flat().join('.'))
  })
  return parts
}
