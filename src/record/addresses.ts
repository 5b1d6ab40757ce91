/** The pages of a record, one for each article, event, speaker, quote and topic. */
import { base } from '../site.ts'
import type { NewsRecord } from './types.ts'

/** Their paths without the base, with a slash at either end; those of withdrawn quotes are among them. */
export function pagesOf({ articles, events, speakers, quotes, topics, withdrawn }: NewsRecord): Set<string> {
  return new Set(
    [...articles, ...events, ...speakers, ...quotes, ...topics, ...withdrawn].map(({ url }) =>
      decodeURIComponent(url.slice(base.length - 1)),
    ),
  )
}
