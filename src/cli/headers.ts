/** Prints the site's headers in the form of a server: `npm run headers -- nginx`, `caddy`, `netlify` or `meta`. */
import { cachingOf, headers, metaPolicy, toHeadersFile } from '../headers.ts'
import { base } from '../site.ts'

const kept = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/']

/** The forms, by the name of the server they are for. */
export const forms: { readonly [server: string]: () => string } = {
  nginx: toNginx,
  caddy: toCaddy,
  netlify: () => toHeadersFile(base),
  meta: () => `<meta http-equiv="content-security-policy" content="${metaPolicy}">\n`,
}

/** Lines for a `server` block. nginx drops inherited headers where a `location` adds its own, so each has them all. */
function toNginx(): string {
  const lines = (caching: string, indent: string): string =>
    [...Object.entries(headers), ['cache-control', caching] as const]
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
      .join('\n')
  const folders = kept.map((folder) => folder.replace(/\/$/, '')).join('|')
  return `location ${base} {
  try_files $uri $uri/index.html =404;
${lines(cachingOf(''), '  ')}
}
location ~ ^${base}(${folders})/ {
${lines(cachingOf('_astro/'), '  ')}
}
error_page 404 ${base}404.html;
gzip on;
gzip_vary on;
gzip_types text/css text/javascript application/javascript application/json application/xml application/atom+xml application/rss+xml text/calendar text/csv image/svg+xml;
`
}

/** Lines for a site block of a Caddyfile. */
function toCaddy(): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name} "${value}"`)
  return `header {
${lines.join('\n')}
  cache-control "${cachingOf('')}"
}
@hashed path ${kept.map((folder) => `${base}${folder}*`).join(' ')}
header @hashed cache-control "${cachingOf('_astro/')}"
encode zstd gzip
file_server
handle_errors {
  rewrite * ${base}404.html
  file_server
}
`
}

if (import.meta.main) {
  const [wanted = ''] = process.argv.slice(2)
  const form = forms[wanted]
  if (form) process.stdout.write(form())
  else {
    console.error(`Unexpected server "${wanted}", expected one of ${Object.keys(forms).join(', ')}.`)
    process.exitCode = 1
  }
}
