/** Writes the whole site, search index included: `npm run build`. Where to: `OUT`, `SITE` and `BASE` in the environment. */
import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { base, cacheFolder, contentFolder, origin, outFolder } from '../site.ts'

// Read when Astro is loaded.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const { build } = await import('astro')

const started = performance.now()
try {
  // The content cache knows nothing of plugin code or of what a schema imports, and would give stale pages. `force`
  // clears it, and warns when it finds one.
  await rm(join(cacheFolder, 'data-store.json'), { force: true })
  await build({ root: resolve(import.meta.dirname, '../..'), force: true, logLevel: 'warn' })
  const pages = (await readdir(outFolder, { recursive: true })).filter((name) => name.endsWith('.html')).length
  if (pages === 0) throw new Error('There is no page in it.')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Built ${pages} pages from ${contentFolder}/ into ${outFolder}/, for ${origin}${base}, in ${seconds} s.`)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  console.error(`\nThe site was not built: see above what is wrong with ${contentFolder}/ or with the code.`)
  process.exitCode = 1
}
