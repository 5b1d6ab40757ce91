import type { APIRoute } from 'astro'
import { toArticlesFile, toJsonResponse } from '../../feeds/data.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () => toJsonResponse(toArticlesFile(await getRecord()))
