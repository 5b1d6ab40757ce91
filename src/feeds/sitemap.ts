/** The sitemap (sitemaps.org, protocol 0.9) and `robots.txt`, by which crawlers find every page. */
import { origin } from '../site.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { element, toXml } from './markup.ts'

/** Addresses that one file may have; of more the sitemap is a list of such files. */
const mostAddresses = 50_000

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** The days on which pages of things last changed, by their paths. */
export function toChangedDays({ articles, events, quotes }: Views): Map<string, string> {
  return new Map([articles, events, quotes].flatMap((list) => list.map(({ changed, url }) => [url, changed] as const)))
}

/** The files of a sitemap by name, for the pages at some paths; none where the site does not know its origin. */
export function toSitemaps(
  paths: readonly string[],
  changed: ReadonlyMap<string, string>,
  most = mostAddresses,
): Map<string, string> {
  if (!origin) return new Map()
  const sorted = paths.toSorted()
  const parts = Array.from({ length: Math.max(1, Math.ceil(sorted.length / most)) }, (_, index) =>
    toXml(
      element(
        'urlset',
        namespace,
        ...sorted.slice(index * most, (index + 1) * most).map((path) => {
          const day = changed.get(path)
          return element('url', {}, element('loc', {}, urls.absolute(path)), day ? element('lastmod', {}, day) : null)
        }),
      ),
    ),
  )
  const [only, ...more] = parts
  if (only !== undefined && more.length === 0) return new Map([['sitemap.xml', only]])
  const files = new Map(parts.map((part, index) => [`sitemap-${index + 1}.xml`, part]))
  const index = [...files.keys()].map((name) =>
    element('sitemap', {}, element('loc', {}, urls.absolute(urls.publicFile(name)))),
  )
  return files.set('sitemap.xml', toXml(element('sitemapindex', namespace, ...index)))
}

/** Everybody may read everything; crawlers look for this at the root of a host alone. */
export function toRobots(): string {
  const sitemap = origin ? `Sitemap: ${urls.absolute(urls.publicFile('sitemap.xml'))}\n` : ''
  return `User-agent: *\nDisallow:\n${sitemap}`
}
