/** Lines for servers of one's own: the site's folder and address, its headers, compression, and where moved pages lead. */
import {
  asked,
  framedFolder,
  framedHeaders,
  hashedFolders,
  kept,
  openFolders,
  openHeaders,
  type Script,
  toHeaders,
} from '../headers.ts'

/** Where the site stands on the server. */
export interface Place {
  base: string
  /** Its folder, a full path. */
  folder: string
  /** Its host, `example.org`; empty when the builder did not say. */
  host: string
  redirects: readonly Redirect[]
  /** A script of another host, which the policy has to allow. */
  script: Script
}

export interface Redirect {
  from: string
  to: string
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

/** What the search index begins with, as a pattern below the base. */
const indexFile = 'pagefind/pagefind\\.[^/]+\\.pf_meta'

const moved =
  'Pages that have moved, as of the build that stands in the folder now: print this again when more of them do.'

/** The redirects that a build has written as `_redirects`: lines of an old address, a new one and a status. */
export function readRedirects(text: string): Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [, from, to] = /^(\/[\w./%~-]*) (\/[\w./%~-]*) 301$/.exec(line) ?? []
    return from && to ? [{ from, to }] : []
  })
}

/** Lines for a `server` block. nginx drops inherited headers where a `location` adds its own, so each has them all. */
export function toNginx({ base, folder, redirects, script }: Place): string {
  const headers = toHeaders(script)
  const location = (
    match: string,
    file: string,
    own: { readonly [name: string]: string },
    more: string[] = [],
    all = headers,
  ): string =>
    [
      `location ${match} {`,
      `  alias $site_folder/${file};`,
      ...more.map((line) => `  ${line}`),
      ...Object.entries({ ...all, ...own }).map(([name, value]) => `  add_header ${name} "${value}" always;`),
      '}',
    ].join('\n')
  const opened = `~ ^${toPattern(base)}((?:${openFolders.map((name) => toPattern(name)).join('|')}).*`
  const open = { ...openHeaders, 'cache-control': asked }
  const typed = (ending: string, type: string): string =>
    location(`${opened}\\.${ending})$`, '$1', open, ['types { }', `default_type ${type};`])
  const bare = base === '/' ? '' : `location = ${base.slice(0, -1)} {\n  return 301 ${base};\n}\n`
  const leading = redirects.map(({ from, to }) => `location = ${decodeURI(from)} {\n  return 301 ${to};\n}`)
  return `# Where the site stands on this server: the link that a build switches in one step. Leave open_file_cache off, or a
# reader gets two builds mixed.
set $site_folder "${folder}";
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
${bare}${location(base, '', { 'cache-control': asked })}
${hashedFolders.map((name) => location(`^~ ${base}${name}`, name, { 'cache-control': kept })).join('\n')}
${location(`^~ ${base}${framedFolder}`, framedFolder, { 'cache-control': asked }, [], framedHeaders(script))}
${location(`~ ^${toPattern(base)}(${indexFile})$`, '$1', { 'cache-control': kept })}
${typed('ics', 'text/calendar')}
${typed('csv', 'text/csv')}
${location(`${opened})$`, '$1', open)}
${leading.length > 0 ? `# ${moved}\n${leading.join('\n')}\n` : ''}`
}

/** A whole `server` block of nginx. */
export function toNginxServer(place: Place): string {
  return `server {
  listen 80;
  listen [::]:80;
  server_name ${place.host || '_'};
${indent(toNginx(place), '  ')}}
`
}

/** Lines for a site block of a Caddyfile. */
export function toCaddy({ base, folder, redirects, script }: Place): string {
  const block = (own: { readonly [name: string]: string }): string =>
    Object.entries(own)
      .map(([name, value]) => `${name} "${value}"`)
      .join('\n    ')
  // Caddy sorts the lines of a kind, those for some paths before those for all: these two exclude each other.
  const hashed = [...hashedFolders.map((name) => `/${name}*`), '/pagefind/pagefind.*.pf_meta'].join(' ')
  const bare = base === '/' ? '' : `redir ${base.slice(0, -1)} ${base} permanent\n`
  const leading = redirects.map(({ from, to }) => `redir ${decodeURI(from)} ${to} permanent\n`).join('')
  return `# Where the site stands on this server: the link that a build switches in one step.
vars site_folder "${folder}"
${bare}${leading && `# ${moved}\n${leading}`}handle_path ${base}* {
  root * {vars.site_folder}
  @framed path /${framedFolder}*
  header @framed {
    ${block(framedHeaders(script))}
  }
  @unframed not path /${framedFolder}*
  header @unframed {
    ${block(toHeaders(script))}
  }
  @hashed path ${hashed}
  header @hashed cache-control "${kept}"
  @named not path ${hashed}
  header @named cache-control "${asked}"
  @open path ${openFolders.map((name) => `/${name}*`).join(' ')}
  header @open {
    ${block(openHeaders)}
  }
  encode zstd gzip
  file_server
}
handle_errors {
  root * {vars.site_folder}
  rewrite * /404.html
  header cache-control "${asked}"
  file_server
}
`
}

/** A whole site block of a Caddyfile. */
export function toCaddyServer(place: Place): string {
  return `${place.host || ':80'} {\n${indent(toCaddy(place), '  ')}}\n`
}

/** Lines for a \`VirtualHost\` of Apache, which needs its modules alias, deflate, dir, headers and mime. */
export function toApache(place: Place): string {
  const bare =
    place.base === '/' ? '' : `RedirectMatch permanent "^${toPattern(place.base.slice(0, -1))}$" "${place.base}"\n`
  return `# Where the site stands on this server: the link that a build switches in one step.
Define SITE_FOLDER "${place.folder}"
${bare}Alias "${place.base}" "\${SITE_FOLDER}/"
<Directory "\${SITE_FOLDER}">
  Require all granted
  AllowOverride None
  Options FollowSymLinks
${indent(toHtaccess(place), '  ')}</Directory>
`
}

/** A whole `VirtualHost` of Apache. */
export function toApacheServer(place: Place): string {
  const name = place.host ? `  ServerName ${place.host}\n` : ''
  return `<VirtualHost *:80>\n${name}${indent(toApache(place), '  ')}</VirtualHost>\n`
}

/** The same for a host that reads `.htaccess` in the folder of the site. */
export function toHtaccess({ base, redirects, script }: Place): string {
  const set = (own: { readonly [name: string]: string }): string[] =>
    Object.entries(own).map(([name, value]) => `Header always set ${name} "${value}"`)
  const where = (pattern: string, lines: string[]): string =>
    `<If "%{REQUEST_URI} =~ m#^${toPattern(base)}${pattern}#">\n${indent(`${lines.join('\n')}\n`, '  ')}</If>`
  const hashed = `(?:${[...hashedFolders.map((name) => toPattern(name)), `${indexFile}$`].join('|')})`
  const leading = redirects.map(({ from, to }) => `RedirectMatch permanent "^${toPattern(decodeURI(from))}$" "${to}"\n`)
  return `DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 ${base}404.html
AddDefaultCharset utf-8
AddCharset utf-8 .css .csv .ics .js .json .svg .xml
AddType text/calendar .ics
AddType text/csv .csv
AddType application/wasm .wasm
AddOutputFilterByType DEFLATE text/html ${compressed.join(' ')}
${set({ ...toHeaders(script), 'cache-control': asked }).join('\n')}
${where(toPattern(framedFolder), [...set({ 'content-security-policy': framedHeaders(script)['content-security-policy'] ?? '' }), 'Header always unset x-frame-options'])}
${where(hashed, set({ 'cache-control': kept }))}
${where(`(?:${openFolders.map((name) => toPattern(name)).join('|')})`, set(openHeaders))}
${leading.length > 0 ? `# ${moved}\n${leading.join('')}` : ''}`
}

const toPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by)
