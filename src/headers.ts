/**
 * The headers that every answer of the site carries, written once: `npm start` sends them, a build writes them as
 * `_headers`, and the README has them for other servers. Nothing of ours is inline, so the policy needs no hashes.
 */

/** A script of another host that the story's settings allow, with the hosts it may ask. */
export type Script = { address: string; hosts: readonly string[] } | null

/** What the settings allow is added to ours; nothing else is. */
function directivesFor(script: Script): readonly (readonly [name: string, value: string])[] {
  const asked = script ? [new URL(script.address).origin, ...script.hosts].map((host) => ` ${host}`).join('') : ''
  return [
    ['default-src', "'none'"],
    // Pagefind's index is searched by WebAssembly.
    ['script-src', `'self' 'wasm-unsafe-eval'${script ? ` ${script.address.replace(/[?#].*$/, '')}` : ''}`],
    ['style-src', "'self'"],
    ['img-src', `'self' data:${asked}`],
    ['font-src', "'self'"],
    ['connect-src', `'self'${asked}`],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'default'],
  ]
}

/** What a `<meta>` may not say (HTML Standard, pragma directive "content security policy"). */
const headerOnly = ['frame-ancestors', 'report-uri', 'sandbox']

/** The policy as a header. */
export function toPolicy(script: Script = null): string {
  return join(directivesFor(script))
}

/** The policy as a `<meta>` for hosts that send no headers of ours; it cannot forbid being framed. */
export function toMetaPolicy(script: Script = null): string {
  return join(directivesFor(script).filter(([name]) => !headerOnly.includes(name)))
}

function join(list: ReturnType<typeof directivesFor>): string {
  return list.map(([name, value]) => `${name} ${value}`).join('; ')
}

/** Headers of every answer. */
export function toHeaders(script: Script = null): { readonly [name: string]: string } {
  return {
    'content-security-policy': toPolicy(script),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  }
}

/** Pages that other sites may frame. */
export const framedFolder = 'embed/'
export const framedHeaders = (script: Script = null): { readonly [name: string]: string } => {
  const { 'x-frame-options': _, ...rest } = toHeaders(script)
  return { ...rest, 'content-security-policy': toMetaPolicy(script) }
}

/** What other sites may read in a browser: the open data and the feeds (Fetch Standard, "CORS protocol"). */
export const openFolders = ['data/', 'feeds/'] as const
export const openHeaders: { readonly [name: string]: string } = { 'access-control-allow-origin': '*' }

/** Folders whose files carry a hash of their content in their names: bundled files, and most of the search index. */
export const hashedFolders = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'] as const

/** What the search index begins with; it carries a hash too, but stands beside files that do not. */
const hashedFile = /(^|\/)pagefind\/pagefind\.[^/]+\.pf_meta$/

/** For good: another content has another name. */
export const kept = 'public, max-age=31536000, immutable'

/** A browser asks every time whether there is a newer one, and mostly hears that there is none. */
export const asked = 'no-cache'

/** How long a browser may keep an answer, by its path in the site. */
export function cachingOf(path: string): string {
  const isHashed = hashedFolders.some((folder) => path.startsWith(folder) || path.includes(`/${folder}`))
  return isHashed || hashedFile.test(path) ? kept : asked
}

/** Every header of an answer, by its path in the site, without the base. */
export function headersOf(path: string, script: Script = null): { readonly [name: string]: string } {
  const own = openFolders.some((folder) => path.startsWith(folder)) ? openHeaders : {}
  const all = path.startsWith(framedFolder) ? framedHeaders(script) : toHeaders(script)
  return { ...all, ...own, 'cache-control': cachingOf(path) }
}

/**
 * The headers in the form that Netlify and Cloudflare Pages read, for a site under `base`. Cloudflare joins the values of a
 * header that two rules give, so none of them gives one twice. No rule can take back what one for all paths has said: where
 * there are pages that may be framed, the other folders of the site are named, which may not.
 */
export function toHeadersFile(base: string, script: Script = null, unframed: readonly string[] = []): string {
  const frame = { 'x-frame-options': toHeaders()['x-frame-options'] ?? '' }
  const all =
    unframed.length === 0
      ? [block(`${base}*`, toHeaders(script))]
      : [block(`${base}*`, framedHeaders(script)), ...unframed.map((path) => block(`${base}${path}`, frame))]
  return `${[
    ...all,
    ...openFolders.map((folder) => block(`${base}${folder}*`, openHeaders)),
    ...hashedFolders.map((folder) => block(`${base}${folder}*`, { 'cache-control': kept })),
  ].join('\n\n')}\n`
}

function block(path: string, own: { readonly [name: string]: string }): string {
  return [path, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
}
