/**
 * Prints how a server or a host is to send the site: `npm run headers -- nginx` (or `caddy`, `netlify`, `netlify.toml`,
 * `cloudflare`, `meta`). The address comes from `BASE`, the folder from `OUT`.
 */
import { resolve } from 'node:path'
import { asked, hashedFolders, headers, kept, metaPolicy, toHeadersFile } from '../headers.ts'
import { base, outFolder } from '../site.ts'

/** Where the site stands on the server: its address and its folder. */
interface Place {
  base: string
  folder: string
}

/** The forms, by what they are for. */
export const forms: { readonly [name: string]: (place: Place) => string } = {
  nginx: toNginx,
  caddy: toCaddy,
  netlify: (place) => toHeadersFile(place.base),
  'netlify.toml': toNetlify,
  cloudflare: toCloudflare,
  meta: () => `<meta http-equiv="content-security-policy" content="${metaPolicy}">\n`,
}

/** What is smaller when it is compressed; pictures, fonts and the search index are compressed already. */
const compressed = [
  'text/css',
  'text/plain',
  'text/xml',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/xml',
  'image/svg+xml',
  'text/calendar',
  'text/csv',
]

/** Lines for a `server` block. nginx drops inherited headers where a `location` adds its own, so each has them all. */
function toNginx({ base, folder }: Place): string {
  const site = resolve(folder)
  const location = (match: string, file: string, caching: string, own: readonly string[] = []): string =>
    [
      `location ${match} {`,
      `  alias ${site}/${file};`,
      ...own.map((line) => `  ${line}`),
      ...[...Object.entries(headers), ['cache-control', caching] as const].map(
        ([name, value]) => `  add_header ${name} "${value}" always;`,
      ),
      '}',
    ].join('\n')
  const typed = (ending: string, type: string): string =>
    location(`~ ^${toPattern(base)}(.+\\.${ending})$`, '$1', asked, ['types { }', `default_type ${type};`])
  const bare = base === '/' ? '' : `location = ${base.slice(0, -1)} {\n  return 301 ${base};\n}\n`
  return `# The folder is a symbolic link that a build switches in one step: leave open_file_cache off, or a reader gets two builds mixed.
absolute_redirect off;
index index.html;
charset utf-8;
charset_types ${compressed.join(' ')};
gzip on;
gzip_vary on;
gzip_comp_level 6;
gzip_min_length 1024;
gzip_types ${compressed.join(' ')};
# Smaller still, where nginx has the brotli module:
# brotli on;
# brotli_types ${compressed.join(' ')};
error_page 404 ${base}404.html;
${bare}${location(base, '', asked)}
${hashedFolders.map((name) => location(`^~ ${base}${name}`, name, kept)).join('\n')}
${location(`~ ^${toPattern(base)}(pagefind/pagefind\\.[^/]+\\.pf_meta)$`, '$1', kept)}
${typed('ics', 'text/calendar')}
${typed('csv', 'text/csv')}
`
}

/** Lines for a site block of a Caddyfile. */
function toCaddy({ base, folder }: Place): string {
  const lines = Object.entries(headers).map(([name, value]) => `    ${name} "${value}"`)
  // Caddy sorts the lines of a kind, those for some paths before those for all: these two exclude each other.
  const hashed = [...hashedFolders.map((name) => `/${name}*`), '/pagefind/pagefind.*.pf_meta'].join(' ')
  return `handle_path ${base}* {
  root * ${resolve(folder)}
  header {
${lines.join('\n')}
  }
  @hashed path ${hashed}
  header @hashed cache-control "${kept}"
  @named not path ${hashed}
  header @named cache-control "${asked}"
  encode zstd gzip
  file_server
}
handle_errors {
  root * ${resolve(folder)}
  rewrite * /404.html
  header cache-control "${asked}"
  file_server
}
`
}

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

const toPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

if (import.meta.main) {
  const [wanted = ''] = process.argv.slice(2)
  const form = forms[wanted]
  if (form) process.stdout.write(form({ base, folder: outFolder }))
  else {
    console.error(`Unexpected form "${wanted}", expected one of ${Object.keys(forms).join(', ')}.`)
    process.exitCode = 1
  }
}
