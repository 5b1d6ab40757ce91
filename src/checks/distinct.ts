/** Which quotes an editor has found to be two. */
import type { Content } from '../loaders/content.ts'
import { isRefused } from './refused.ts'

/** Whether an editor has said of two quotes (`speaker#fragment`) that they are two. */
export function areDistinct(content: Content): (one: string, other: string) => boolean {
  const { entries } = content
  const refused = new Set(
    entries.quotes.flatMap(({ id, data }) => data.notSameAs.map((name) => `${id.replace('/', '#')} ${name}`)),
  )
  // What a quote's own file would say is not known while the file is refused.
  const isUnknown = (name: string) => isRefused(content, `quotes/${name.replace('#', '/')}`)
  return (one, other) =>
    refused.has(`${one} ${other}`) || refused.has(`${other} ${one}`) || isUnknown(one) || isUnknown(other)
}
