/** Writes the whole site, search index included: `npm run build`. Where to: `OUT`, `SITE` and `BASE` in the environment. */
import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { base, contentFolder, origin, outFolder } from '../site.ts'

// Read when Astro is loaded.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const { build } = await import('astro')

const started = performance.now()
try {
  // `force`: the content cache knows nothing of plugin code or of what a schema imports, and would give stale pages.
  await build({ root: resolve(import.meta.dirname, '../..'), force: true, logLevel: 'warn' })
  const pages = (await readdir(outFolder, { recursive: true })).filter((name) => name.endsWith('.html')).length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Built ${contentFolder}/ into ${outFolder}/ for ${origin}${base}: ${pages} pages in ${seconds} s.`)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  console.error(
    `\nThe build of ${contentFolder}/ failed: ${error instanceof Error ? firstLine(error.message) : 'see above'}`,
  )
  process.exitCode = 1
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
