/** OpenSearch 1.1: how a browser searches the site from its bar. */
import { urls } from '../urls.ts'
import type { SiteView } from '../views/site.ts'
import { say } from '../words/say.ts'
import { element, toXml } from './markup.ts'

/** `opensearch.xml`; a browser takes it only where the site knows its origin. */
export function toOpenSearch(site: SiteView): string {
  const results = `${urls.absolute(urls.search())}?q={searchTerms}`
  return toXml(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      // Longer names are against the specification.
      element('ShortName', {}, [...site.name].slice(0, 16).join('').trim()),
      element('Description', {}, say('opensearch.about', { subject: site.subject })),
      element('InputEncoding', {}, 'UTF-8'),
      element('Url', { type: 'text/html', method: 'get', template: results }),
    ),
  )
}
