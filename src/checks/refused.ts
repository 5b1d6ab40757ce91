/** What the record lacks because a file is refused: its own problem is told, and need not be told by all that names it. */
import { getOrMake } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import type { EventData } from '../schema/index.ts'

/** Links of the articles, whether or not what they lead to is on record. */
export interface Linked {
  /** Quotes, as `speaker/fragment`. */
  quotes: ReadonlySet<string>
  /** Events and quotes that refused articles link to, as far as can be seen without reading them. */
  refused: ReadonlySet<string>
}

const found = new WeakMap<Content, Linked>()

/** What the articles link to, the refused ones too. */
export function linksOf(content: Content): Linked {
  return getOrMake(found, content, () => findLinks(content))
}

function findLinks(content: Content): Linked {
  const quotes = new Set<string>()
  for (const { reading } of content.entries.articles) {
    for (const { is, target, fragment } of reading.links) if (is === 'quote') quotes.add(`${target}/${fragment}`)
  }
  const refused = new Set<string>()
  // The front matter of a sound file may not have been read: its `split` is not asked for.
  for (const file of content.files.values()) {
    if (file.noun !== 'articles' || file.data) continue
    const links = file.split.body.matchAll(/\b(speakers|events)\/([a-z0-9-]+)\.md(?:#([a-z0-9-]+))?/g)
    for (const [, folder, id = '', fragment] of links) {
      if (folder === 'events') refused.add(id)
      else if (fragment) refused.add(`${id}/${fragment}`)
    }
  }
  return { quotes, refused }
}

/** Whether the file of something is there and refused: `events/bridge-closed`, `quotes/mara-lodzinska/not-wait`. */
export function isRefused({ files }: Content, page: string): boolean {
  const file = files.get(`${page}.md`)
  return file !== undefined && !file.data
}

/** Whether something that an event rests on is refused: an article that reports it, a quote or its speaker. */
export function restsOnRefused(content: Content, id: string, data: EventData): boolean {
  const { refused } = linksOf(content)
  if (refused.has(id) || (data.outcomeIn !== null && isRefused(content, `articles/${data.outcomeIn}`))) return true
  return [...data.reportedIn, ...data.quotes, ...(data.announcedBy ? [data.announcedBy] : [])].some((name) => {
    const [speaker = ''] = name.split('#')
    return refused.has(name.replace('#', '/')) || isRefused(content, `speakers/${speaker}`)
  })
}

/** Whether the page at an address, `/quotes/mara-lodzinska/not-wait/`, would be there but for a file that is refused. */
export function isPageOfRefused(content: Content, address: string): boolean {
  const page = address.slice(1, -1)
  if (isRefused(content, page)) return true
  const [, speaker] = /^quotes\/([^/]+)\//.exec(page) ?? []
  if (
    speaker &&
    (linksOf(content).refused.has(page.slice('quotes/'.length)) || isRefused(content, `speakers/${speaker}`))
  )
    return true
  // Where it has moved to, a correction says.
  for (const file of content.files.values()) {
    if (file.noun === 'corrections' && !file.data && `${file.split.source}\n`.includes(`from: ${page}`)) return true
  }
  return false
}
