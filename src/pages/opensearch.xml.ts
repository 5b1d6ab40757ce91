import type { APIRoute } from 'astro'
import { toOpenSearch } from '../feeds/opensearch.ts'
import { getSite } from '../loaders/record.ts'

export const GET: APIRoute = async () =>
  new Response(toOpenSearch(getSite()), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
