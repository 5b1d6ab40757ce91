import type { APIRoute, GetStaticPaths } from 'astro'
import { type CitationFile, listCitationFiles } from '../../feeds/citations/files.ts'
import { readContent } from '../../loaders/from-disk.ts'

/** For `astro dev`: in a build a thread beside the pages writes these files (`integrations/citation-files.ts`). */
export const getStaticPaths = (() => {
  if (!import.meta.env.DEV) return []
  const { record, lock } = readContent()
  return listCitationFiles(record, lock).map((file) => ({
    params: { file: `${file.of}.${file.format.ending}` },
    props: { ...file },
  }))
}) satisfies GetStaticPaths

export const GET: APIRoute<CitationFile> = ({ props: { format, cite } }) =>
  new Response(format.toFile(cite()), { headers: { 'content-type': `${format.type}; charset=utf-8` } })
