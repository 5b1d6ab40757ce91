/** The real record, built for the address it is served at, as a published site is. */
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { listen } from '../src/cli/serve.ts'
import { type TestSite, testSites } from '../tests/sites.ts'

export interface BenchSite {
  site: TestSite
  port: number
}

let built: Promise<BenchSite> | null = null

/** Builds it, once for all parts of a run. */
export function buildSite(): Promise<BenchSite> {
  built ??= build()
  return built
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0)
  await new Promise((done) => server.close(done))
  return port
}

async function build(): Promise<BenchSite> {
  console.log('Building …')
  const port = await freePort()
  const site: TestSite = { ...testSites.real, origin: `http://127.0.0.1:${port}`, folder: '.cache/bench/site' }
  const { content, origin, base, folder } = site
  const env = { CONTENT: content, SITE: origin, BASE: base, OUT: folder, CACHE: '.cache/bench/astro-cache' }
  execFileSync(process.execPath, ['-r', './src/cli/guard.cjs', 'src/cli/build.ts'], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return { site, port }
}
