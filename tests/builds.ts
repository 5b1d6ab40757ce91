/**
 * Builds the site whenever whoever started this process asks for it, with the environment that is asked for, and answers
 * with the code that it ended on. Packages are loaded once; the code of the project is loaded anew for each build, so that
 * nothing of one is left in the next.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const project = pathToFileURL(`${process.cwd()}/`).href
let number = 0
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context)
    const isOurs = resolved.url.startsWith(project) && !resolved.url.includes('/node_modules/')
    // What has another address is another module.
    return isOurs
      ? { ...resolved, url: `${resolved.url}${resolved.url.includes('?') ? '&' : '?'}build=${number}` }
      : resolved
  },
})
process.on('message', async (env: NodeJS.ProcessEnv) => {
  process.exitCode = 0
  performance.clearMarks()
  number += 1
  Object.assign(process.env, env)
  await import('../src/cli/build.ts')
  process.send?.(process.exitCode)
})
// What Astro has started would keep it running.
process.on('disconnect', () => process.exit())
