/** A page of the story's own: an imprint, a word on privacy. It is of the site, not of the record: no data file has it. */
import { take } from '../lists.ts'
import type { ProseNode } from '../markdown/nodes.ts'
import { valuesIn } from '../markdown/values.ts'
import type { NewsRecord, OwnPage } from '../record/types.ts'
import { aboutId } from '../urls.ts'
import { type SiteView, toSectionId, toSiteView } from './site.ts'

/** What a page may ask for of all that is on record; null for one that asks for none, and need not be made again. */
export type Facts =
  | (Pick<SiteView, 'articles' | 'quotes' | 'events' | 'extent' | 'name' | 'subject' | 'contact' | 'following'> & {
      kinds: string[]
    })
  | null

/** What stands below a heading, or before the first; its id is made of the heading. */
interface Section {
  id: string | null
  heading: ProseNode[]
  nodes: ProseNode[]
}

export interface OwnPageView extends Pick<OwnPage, 'id' | 'url' | 'title' | 'description'> {
  sections: Section[]
  facts: Facts
}

/** All of them but the one on the record itself, which has an address of its own. */
export function toOwnPageViews(record: NewsRecord): OwnPageView[] {
  return record.pages.flatMap((page) => (page.id === aboutId ? [] : [toOwnPageView(page, record)]))
}

/** One of them, in parts. */
export function toOwnPageView(page: OwnPage, record: NewsRecord): OwnPageView {
  const sections: Section[] = [{ id: null, heading: [], nodes: [] }]
  // The frame of the page has that one.
  const taken = new Set(['', 'content'])
  for (const node of page.bodyNodes) {
    if (typeof node === 'object' && node.tag === 'h2') {
      const id = toSectionId(node)
      sections.push({ id: taken.has(id) ? null : id, heading: node.children, nodes: [] })
      taken.add(id)
    } else sections.at(-1)?.nodes.push(node)
  }
  const facts = valuesIn(page.bodyNodes).length > 0 ? toFacts(record) : null
  return { ...take(page, 'id', 'url', 'title', 'description'), sections, facts }
}

function toFacts(record: NewsRecord): Facts {
  const site = toSiteView(record)
  return {
    ...take(site, 'articles', 'quotes', 'events', 'extent', 'name', 'subject', 'contact', 'following'),
    kinds: [...new Set(record.events.map(({ kind }) => kind))].toSorted(),
  }
}
