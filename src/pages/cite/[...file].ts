import type { APIRoute, GetStaticPaths } from 'astro'
import { type CitationFile, listCitationFiles } from '../../feeds/citations/files.ts'
import { getRecord } from '../../loaders/from-disk.ts'

export const getStaticPaths = (async () =>
  listCitationFiles(await getRecord()).map((file) => ({
    params: { file: `${file.of}.${file.format.ending}` },
    props: { ...file },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<CitationFile> = ({ props: { format, cite } }) =>
  new Response(format.toFile(cite()), { headers: { 'content-type': `${format.type}; charset=utf-8` } })
