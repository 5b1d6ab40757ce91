/**
 * Prints how a server or a host is to send the site: `npm run headers -- nginx` (or `caddy`, `apache`, `htaccess`,
 * `netlify`, `netlify.toml`, `cloudflare`, `meta`). With `--server` the whole block of a server of one's own. The address
 * comes from `SITE` and `BASE`, the folder from `OUT`, and the pages that have moved from the site that is built there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { toHeadersFile, toMetaPolicy } from '../headers.ts'
import { readSettings } from '../loaders/from-disk.ts'
import { base, origin, outFolder } from '../site.ts'
import { readArguments, run } from './run.ts'
import {
  type Place,
  readRedirects,
  toApache,
  toApacheServer,
  toCaddy,
  toCaddyServer,
  toHtaccess,
  toNginx,
  toNginxServer,
} from './servers.ts'

/** The forms, by what they are for. */
export const forms: { readonly [name: string]: (place: Place) => string } = {
  nginx: toNginx,
  caddy: toCaddy,
  apache: toApache,
  htaccess: toHtaccess,
  netlify: ({ base, script }) => toHeadersFile(base, script),
  'netlify.toml': toNetlify,
  cloudflare: toCloudflare,
  meta: ({ script }) => `<meta http-equiv="content-security-policy" content="${toMetaPolicy(script)}">\n`,
}

/** Whole blocks, for those that have one. */
export const serverForms: typeof forms = { nginx: toNginxServer, caddy: toCaddyServer, apache: toApacheServer }

/**
 * `netlify.toml`; the headers are in the build's own `_headers`. What is published is a copy, because a host may not follow
 * the link that `dist` is.
 */
function toNetlify(): string {
  return `[build]
  command = "SITE=$URL npm run build && rm -rf site && cp -rL ${outFolder} site"
  publish = "site"

[build.environment]
  NODE_VERSION = "24"
`
}

/** `wrangler.toml` for Cloudflare Pages; the headers are in the build's own `_headers`. */
function toCloudflare(): string {
  return `# Build command: npm run build && rm -rf site && cp -rL ${outFolder} site
# Variables: SITE, the address of the site; NODE_VERSION = 24
name = "on-record"
compatibility_date = "2026-01-01"
pages_build_output_dir = "site"
`
}

/** Prints the form that is asked for. */
export function printHeaders(args: string[]): void {
  const usage = `npm run headers -- ${Object.keys(forms).join('|')}\n  npm run headers -- --server ${Object.keys(serverForms).join('|')}`
  const options = { server: { type: 'boolean' } } as const
  const { values, positionals } = readArguments(usage, { args, options, allowPositionals: true })
  const wanted = positionals.join(' ')
  const known = values.server ? serverForms : forms
  const form = Object.hasOwn(known, wanted) ? known[wanted] : undefined
  if (!form) {
    const what = values.server ? 'whole server block' : 'form'
    const found = wanted === '' ? `No ${what} is named` : `Unexpected ${what} "${wanted}"`
    throw new Error(`${found}, expected one of ${Object.keys(known).join(', ')}.`)
  }
  const folder = resolve(outFolder)
  const file = join(folder, '_redirects')
  const redirects = existsSync(file) ? readRedirects(readFileSync(file, 'utf8')) : []
  process.stdout.write(
    form({ base, folder, host: origin.replace(/^https?:\/\//, ''), redirects, script: readSettings().script }),
  )
}

if (import.meta.main) await run(() => printHeaders(process.argv.slice(2)))
