import type { APIRoute } from 'astro'
import { getRecord } from '../../loaders/record.ts'
import { toTimelineFilterView } from '../../views/timeline-filter.ts'
import { toFilterFile } from '../../words/timeline.ts'

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toFilterFile(toTimelineFilterView(getRecord()))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
