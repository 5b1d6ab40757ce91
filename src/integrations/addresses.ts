/** Keeps every address that was published: redirects for those that have moved, a failed build for one that is lost. */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { Content } from '../loaders/content.ts'
import { readContent } from '../loaders/from-disk.ts'
import type { LockedAddress } from '../loaders/lock.ts'
import { lockFile } from '../loaders/names.ts'
import type { Move } from '../record/types.ts'
import { contentFolder } from '../site.ts'
import { urls } from '../urls.ts'

export function keepAddresses(): AstroIntegration {
  let lock: readonly LockedAddress[] = []
  return {
    name: 'on-record:keep-addresses',
    hooks: {
      'astro:config:done': () => {
        lock = readContent().lock
      },
      'astro:build:done': ({ dir }) => {
        const lost = findLost(lock, fileURLToPath(dir))
        if (lost.length === 0) return
        const list = lost.map(({ address, line }) => `  ${contentFolder}/${lockFile}:${line}  ${address}`).join('\n')
        throw new Error(`Addresses that were published lead nowhere:\n${list}`)
      },
    },
  }
}

/** Writes the redirects of all that has moved, if anything has; says how many. */
export async function writeRedirects({ record }: Content, folder: Promise<string>): Promise<string> {
  const { moves } = record
  if (moves.length > 0) writeFileSync(join(await folder, '_redirects'), toRedirects(moves))
  return `${moves.length} redirects`
}

/** Redirects as Netlify, Cloudflare Pages and others read them. */
export function toRedirects(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${urls.page(from)} ${urls.page(to)} 301\n`).join('')
}

/** The addresses at which a built site has no file. */
export function findLost(lock: readonly LockedAddress[], folder: string): LockedAddress[] {
  return lock.filter(({ address }) => {
    const file = join(folder, decodeURIComponent(address), address.endsWith('/') ? 'index.html' : '')
    return !existsSync(file) || !statSync(file).isFile()
  })
}
