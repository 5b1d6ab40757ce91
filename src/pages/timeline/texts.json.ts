import type { APIRoute } from 'astro'
import { getRecord } from '../../loaders/from-disk.ts'
import { toTimelineFiles } from '../../timeline/entries.ts'

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toTimelineFiles(await getRecord()).texts), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
