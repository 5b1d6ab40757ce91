/** The part of the record that an import compares with, and the place a new article takes in it. */
import { getOrMake } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import { free, toArticleId } from '../schema/names.ts'
import { tellLanguage } from './languages/language.ts'
import type { Capture } from './page/capture.ts'
import type { Facts, Known } from './propose.ts'

/** Articles that may carry the same utterance or the same text: of a month before or after. */
export function isNear(day: string | null): (article: { published: string }) => boolean {
  if (day === null) return () => true
  const month = 31 * 86_400_000
  return ({ published }) => Math.abs(Date.parse(published) - Date.parse(day)) <= month
}

/** What an import needs to know of a record. */
export function toKnown({ record, entries, files }: Content): Known {
  const fragments = new Map<string, Set<string>>()
  for (const { noun, split } of files.values()) {
    const links = noun === 'articles' ? split.body.matchAll(/speakers\/([a-z0-9-]+)\.md#([a-z0-9-]+)/g) : []
    for (const [, speaker = '', fragment = ''] of links)
      getOrMake(fragments, speaker, () => new Set<string>()).add(fragment)
  }
  const pairs = entries.quotes.flatMap(({ id, data }) =>
    data.notSameAs.map((other) => [id, other.replace('#', '/')] as const),
  )
  const refused = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
  return { record, refused, fragments }
}

/**
 * Name of the article's file, its own: one on record with the same address is the same article; another with the same name
 * is of another outlet, or the second of a day, and gives its outlet or a number to the name. `listed` are the names that
 * are taken, whether or not their files can be read.
 */
export function toOwnId(
  { published, title, url, outlet }: Facts,
  { record }: Known,
  listed: () => readonly string[],
): string {
  const same = url && record.articles.find(({ address }) => address === url)
  if (same) return same.id
  const wish = toArticleId(published, title ?? '')
  const other = record.articles.find(({ id }) => id === wish)
  // A file that cannot be read may be this very article: it is not passed over.
  if (!other) return wish
  const taken = new Set([...record.articles.map(({ id }) => id), ...listed()])
  return free(outlet && other.outlet.id !== outlet ? `${wish}-${outlet}` : wish, taken)
}

/** The facts of an article: what the editor says, else what the page does. */
export function factsOf(capture: Capture, given: Partial<Facts>, known: Known): Facts {
  return {
    title: given.title ?? capture.title,
    outlet: given.outlet ?? outletOf(capture, known),
    agency: given.agency ?? capture.agency?.name ?? null,
    published: given.published ?? capture.published?.day ?? null,
    url: given.url ?? capture.url,
    language: given.language ?? capture.language ?? tellLanguage(capture.blocks.map(({ text }) => text))?.code ?? 'en',
    rights: given.rights ?? 'quotes',
  }
}

/** The outlet on record whose page it is, by the page's own name for it or by its host; null when that tells none. */
function outletOf({ outletName, url }: Capture, { record }: Known): string | null {
  const named = outletName?.trim().toLowerCase()
  const hostOf = (address: string | null) => address && URL.parse(address)?.host.replace(/^www\./, '')
  const isIts = ({ name, aliases, url: home }: Known['record']['outlets'][number]) =>
    [name, ...aliases].some((one) => one.toLowerCase() === named) || (home && url && hostOf(home) === hostOf(url))
  return record.outlets.find(isIts)?.id ?? null
}
