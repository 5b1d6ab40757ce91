import type { APIRoute, GetStaticPaths } from 'astro'
import { type CalendarName, calendars, toCalendar } from '../../feeds/icalendar.ts'
import { getViews } from '../../loaders/record.ts'

export const getStaticPaths = (() =>
  calendars.map((name) => ({ params: { calendar: name }, props: { name } }))) satisfies GetStaticPaths

export const GET: APIRoute<{ name: CalendarName }> = async ({ props: { name } }) =>
  new Response(toCalendar(getViews(), name), { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
