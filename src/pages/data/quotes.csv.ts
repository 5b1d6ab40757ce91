import type { APIRoute } from 'astro'
import { toQuotesCsv } from '../../feeds/csv.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () =>
  new Response(toQuotesCsv(await getRecord()), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
