import type { APIRoute } from 'astro'
import { toJsonResponse, toQuotesFile } from '../../feeds/data.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () => toJsonResponse(toQuotesFile(await getRecord()))
