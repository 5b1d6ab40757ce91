import type { APIRoute } from 'astro'
import { toEventsFile, toJsonResponse } from '../../feeds/data.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () => toJsonResponse(toEventsFile(await getRecord()))
