/**
 * Name and address of the site, and where its files are. Everything a host decides comes from the environment:
 * `SITE` (the origin, `https://example.org`), `BASE` (the path below it, `/on-record`), `CONTENT` (the record's
 * folder), `OUT` (where the built site goes) and `CACHE` (what builds keep for the next), or from lines in a file `.env`,
 * which hold for every command; what stands before a command goes before them.
 */

try {
  // Pages run this in a browser too, where there is neither.
  globalThis.process?.loadEnvFile?.()
} catch {
  // There is no such file.
}

const env: { [name: string]: string | undefined } = typeof process === 'undefined' ? {} : process.env

/** The name of the software; a story has a name of its own in `content/settings.yaml`. */
export const siteName = 'On Record'

/** The origin, without a trailing slash; empty when the builder did not say (`SITE`). */
export const origin = (env['SITE'] ?? '').replace(/\/+$/, '')

/** The path below the origin, with a slash at either end (`BASE`). */
export const base = `/${env['BASE'] ?? ''}/`.replace(/\/+/g, '/')

/** Folder of the record, relative to the project (`CONTENT`). */
export const contentFolder = env['CONTENT'] || 'content'

/** Whether somebody said which folder that is. */
export const isContentNamed = Boolean(env['CONTENT'])

/** Folder of the built site, relative to the project (`OUT`). */
export const outFolder = env['OUT'] || 'dist'

/** Folder of what one build keeps for the next, relative to the project; a folder of its own in that of `CACHE`. */
export const keptFolder = `${env['CACHE'] || '.cache'}/kept`

/** Whether one file holds all data, for those who want everything (`ZIP=yes`); it is as large as they are, compressed. */
export const isZipped = env['ZIP'] === 'yes'

/** Whether there is a letter of the newest week for each feed (`DIGEST=yes`): three more files a feed. */
export const hasDigests = env['DIGEST'] === 'yes'

/** Whether each quote can be embedded elsewhere (`OEMBED=yes`): two more files a quote. */
export const isEmbeddable = env['OEMBED'] === 'yes'

/** All that is made only where somebody asks for it. */
export const extras = [isZipped, hasDigests, isEmbeddable]

/** Whether pages carry the policy themselves, for hosts that send no headers of ours, as GitHub Pages (`POLICY=page`). */
export const policyInPage = env['POLICY'] === 'page'
