import type { APIRoute, GetStaticPaths } from 'astro'
import { type DataFile, dataFiles } from '../../feeds/data.ts'
import { getViews } from '../../loaders/record.ts'

export const getStaticPaths = (() =>
  dataFiles.map((file) => ({ params: { file: file.path }, props: { file } }))) satisfies GetStaticPaths

export const GET: APIRoute<{ file: DataFile }> = async ({ props: { file } }) =>
  new Response(file.write(getViews()), { headers: { 'content-type': `${file.type}; charset=utf-8` } })
