/**
 * Runs a command of a project whenever whoever started this process asks for it, with the folder and the environment that
 * are asked for, and answers with the code that it ended on and what it said. Packages are loaded once; the code of the
 * project is loaded anew for each command, so that nothing of one is left in the next.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

let project = ''
let number = 0
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context)
    const isOurs = resolved.url.startsWith(project) && !resolved.url.includes('/node_modules/')
    // What has another address is another module.
    return isOurs
      ? { ...resolved, url: `${resolved.url}${resolved.url.includes('?') ? '&' : '?'}command=${number}` }
      : resolved
  },
})
let output = ''
for (const stream of [process.stdout, process.stderr])
  stream.write = (text: string | Uint8Array) => {
    output += typeof text === 'string' ? text : Buffer.from(text).toString()
    return true
  }

interface Asked {
  folder: string
  script: string
  env: NodeJS.ProcessEnv
}

process.on('message', async ({ folder, script, env }: Asked) => {
  process.exitCode = 0
  performance.clearMarks()
  number += 1
  output = ''
  process.chdir(folder)
  project = pathToFileURL(`${folder}/`).href
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
  await import(new URL(script, project).href)
  process.send?.({ code: process.exitCode, output })
})
// What Astro has started would keep it running.
process.on('disconnect', () => process.exit())
