/**
 * Keeps every address that was published: what hung on a page that has moved, or stood on a list that has become shorter,
 * stays where it was. A build in which an address is lost fails.
 */
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { LockedAddress } from '../loaders/lock.ts'
import { lockFile } from '../loaders/names.ts'
import type { RecordSource } from '../loaders/source.ts'
import type { Move } from '../record/types.ts'
import { contentFolder } from '../site.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'

export function keepAddresses(source: RecordSource): AstroIntegration {
  return {
    name: 'on-record:keep-addresses',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const { entries, lock, record } = source.content()
        // The record is not built for nothing.
        keepFiles(lock, entries.corrections.some(({ data }) => data.moved) ? record.moves : [], folder)
        const lost = findLost(lock, folder)
        if (lost.length === 0) return
        const list = lost.map(({ address, line }) => `  ${contentFolder}/${lockFile}:${line}  ${address}`).join('\n')
        throw new Error(`Addresses that were published lead nowhere:\n${list}`)
      },
    },
  }
}

/** Writes the redirects of all that has moved, if anything has; says how many. */
export async function writeRedirects({ moves }: Views, folder: string): Promise<string> {
  if (moves.length > 0) writeFileSync(join(folder, '_redirects'), toRedirects(moves))
  return `${moves.length} redirects`
}

/** Redirects as Netlify, Cloudflare Pages and others read them. */
export function toRedirects(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${urls.page(from)} ${urls.page(to)} 301\n`).join('')
}

/** The addresses at which a built site has no file. */
export function findLost(lock: readonly LockedAddress[], folder: string): LockedAddress[] {
  return lock.filter(({ address }) => !isThere(join(folder, fileOf(address))))
}

/** Puts the file of its heir at each address that was published and has no file now. Copies name their own page as canonical. */
export function keepFiles(lock: readonly LockedAddress[], moves: readonly Move[], folder: string): void {
  const moved = new Map(moves.map(({ from, to }) => [from.slice(1, -1), to.slice(1, -1)]))
  for (const { address } of findLost(lock, folder)) {
    const heir = heirsOf(address, moved).find((candidate) => isThere(join(folder, fileOf(candidate))))
    if (heir) copy(fileOf(heir), fileOf(address), folder)
  }
}

/**
 * Where what stood at an address can be found now, the likeliest first: the same of the page's new address, and of the
 * further pages of a list the list itself. The page of a thing has none: whether it has moved is for the editor to say.
 */
export function heirsOf(address: string, moved: ReadonlyMap<string, string>): string[] {
  const [, section = '', rest = ''] = /^\/((?:feeds|timeline)\/)?(.*)$/.exec(address) ?? []
  const [, thing = '', more = ''] = /^(quotes\/[^/.]+\/[^/.]+|[^/.]+\/[^/.]+)(.*)$/.exec(rest) ?? []
  const to = moved.get(thing)
  const pages = [...(to === undefined ? [] : [`/${section}${to}${more}`]), address].filter((page) => page.endsWith('/'))
  return [
    ...(to === undefined ? [] : [`/${section}${to}${more}`]),
    ...pages.flatMap((page) => shorten(page)),
    // Whatever a page had below it, the page itself is there.
    ...(to !== undefined && section === '' && more.endsWith('/') ? [`/${to}/`] : []),
  ]
}

/** The lists of which a page is a further page or a part. */
function shorten(page: string): string[] {
  const list = page.replace(/page\/\d+\/$/, '')
  return [
    ...(list === page ? [] : [list]),
    ...(/^\/topics\/[^/]+\/speakers\//.test(page) ? [page.replace(/speakers\/.*$/, '')] : []),
    ...(page.startsWith('/timeline/') ? ['/timeline/'] : []),
  ]
}

function fileOf(address: string): string {
  return `${decodeURIComponent(address)}${address.endsWith('/') ? 'index.html' : ''}`
}

function isThere(file: string): boolean {
  return existsSync(file) && statSync(file).isFile()
}

function copy(from: string, to: string, folder: string): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true })
  copyFileSync(join(folder, from), join(folder, to))
}
