import type { APIRoute, GetStaticPaths } from 'astro'
import { toChanges } from '../feeds/since.ts'
import { getRecord, getViews } from '../loaders/record.ts'

/** Only a story that is being followed has it. */
export const getStaticPaths = (() => {
  const record = getRecord()
  return record.story.following ? [{ params: { since: 'since' } }] : []
}) satisfies GetStaticPaths

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toChanges(getViews())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
