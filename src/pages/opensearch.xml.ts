import type { APIRoute } from 'astro'
import { toOpenSearch } from '../feeds/opensearch.ts'
import { getRecord } from '../loaders/from-disk.ts'

export const GET: APIRoute = async () =>
  new Response(toOpenSearch(await getRecord()), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
