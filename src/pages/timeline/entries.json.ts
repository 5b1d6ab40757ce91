import type { APIRoute } from 'astro'
import { getRecord } from '../../loaders/from-disk.ts'
import { toEntriesFile } from '../../timeline/entries.ts'

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toEntriesFile(await getRecord())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
