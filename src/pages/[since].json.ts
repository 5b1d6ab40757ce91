import type { APIRoute, GetStaticPaths } from 'astro'
import { toChanges } from '../feeds/since.ts'
import { getRecord } from '../loaders/from-disk.ts'

/** Only a story that is being followed has it. */
export const getStaticPaths = (async () => {
  const { story } = await getRecord()
  return story.following ? [{ params: { since: 'since' } }] : []
}) satisfies GetStaticPaths

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toChanges(await getRecord())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
