import type { APIRoute } from 'astro'
import { toJsonResponse, toTopicsFile } from '../../feeds/data.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () => toJsonResponse(toTopicsFile(await getRecord()))
