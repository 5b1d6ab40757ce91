/** The last hand on each page: names in other scripts say which. */
import type { MiddlewareHandler } from 'astro'
import { markNames } from './words/mark-names.ts'
import { spokenLanguage } from './words/say.ts'

export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  return new Response(markNames(await response.text(), spokenLanguage()), response)
}
