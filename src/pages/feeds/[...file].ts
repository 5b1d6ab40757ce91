import type { APIRoute, GetStaticPaths } from 'astro'
import { type Feed, toFeeds } from '../../feeds/feeds.ts'
import { feedFormats } from '../../feeds/formats.ts'
import { getRecord } from '../../loaders/from-disk.ts'

/** For `astro dev`: in a build a thread beside the pages writes these files (`integrations/feed-files.ts`). */
export const getStaticPaths = (async () => {
  if (!import.meta.env.DEV) return []
  return toFeeds(await getRecord()).flatMap((feed) =>
    feedFormats.map((format) => ({ params: { file: `${feed.name}/${format.file}` }, props: { feed, format } })),
  )
}) satisfies GetStaticPaths

interface Props {
  feed: Feed
  format: (typeof feedFormats)[number]
}

export const GET: APIRoute<Props> = ({ props: { feed, format } }) =>
  new Response(format.write(feed), { headers: { 'content-type': `${format.type}; charset=utf-8` } })
