import type { APIRoute } from 'astro'
import { toJsonResponse, toSpeakersFile } from '../../feeds/data.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const GET: APIRoute = async () => toJsonResponse(toSpeakersFile(await getRecord()))
