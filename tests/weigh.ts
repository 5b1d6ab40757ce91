/** What a page weighs when it is only read: bytes as they are sent, text compressed by gzip, as every host can. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { OpenSite } from './e2e/open-site.ts'
import { projectFolder } from './sites.ts'

export interface Weight {
  html: number
  css: number
  script: number
  fonts: number
  other: number
}

/** Loads pages, one after the other, and adds up the files that each asks for, whether the browser has them already or not. */
export async function weigh(open: OpenSite, paths: readonly string[]): Promise<Weight[]> {
  const { page, context } = await open.open({ viewport: { width: 1280, height: 900 } })
  const kinds: { [type: string]: keyof Weight } = {
    document: 'html',
    stylesheet: 'css',
    script: 'script',
    font: 'fonts',
  }
  const asked = new Map<string, keyof Weight>()
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:') asked.set(url.pathname, kinds[request.resourceType()] ?? 'other')
  })
  const weights: Weight[] = []
  for (const path of paths) {
    asked.clear()
    const response = await page.goto(open.address(path), { waitUntil: 'networkidle' })
    if (!response?.ok()) throw new Error(`${path || 'The front page'} is not there.`)
    await page.evaluate(() => document.fonts.ready)
    const weight: Weight = { html: 0, css: 0, script: 0, fonts: 0, other: 0 }
    for (const [pathname, kind] of asked) weight[kind] += fileSize(open, decodeURIComponent(pathname), kind !== 'fonts')
    weights.push(weight)
  }
  await context.close()
  return weights
}

function fileSize({ site }: OpenSite, pathname: string, isText: boolean): number {
  const name = pathname.slice(site.base.length).replace(/(^|\/)$/, '$1index.html')
  const content = readFileSync(join(projectFolder, site.folder, name))
  return isText ? gzipSync(content, { level: 9 }).length : content.length
}
