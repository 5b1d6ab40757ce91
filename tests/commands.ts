/**
 * Runs a command of the project whenever whoever started this process asks for it, with the environment that is asked for,
 * and answers with the code that it ended on and what it said. Packages are loaded once; the code of the project is loaded
 * anew for each command, so that nothing of one is left in the next.
 */
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Call, Told } from './project-copy.ts'

const project = new URL('../', import.meta.url).href
let [number, called] = [0, '']
registerHooks({
  // The script of a command is the main one, though this here was started.
  load: (url, context, next) => {
    const loaded = next(url, context)
    return url === called ? { ...loaded, source: String(loaded.source).replaceAll('import.meta.main', 'true') } : loaded
  },
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context)
    const isOurs = resolved.url.startsWith(project) && !resolved.url.includes('/node_modules/')
    // What has another address is another module.
    return isOurs
      ? { ...resolved, url: `${resolved.url}${resolved.url.includes('?') ? '&' : '?'}command=${number}` }
      : resolved
  },
})
let [output, stdout, stderr] = ['', '', '']
const keep = (add: (text: string) => void) => (text: string | Uint8Array) => {
  const words = typeof text === 'string' ? text : Buffer.from(text).toString()
  output += words
  add(words)
  return true
}
process.stdout.write = keep((words) => (stdout += words))
process.stderr.write = keep((words) => (stderr += words))
process.on('message', async ({ script, args, env, folder }: Required<Call>) => {
  process.exitCode = 0
  performance.clearMarks()
  number += 1
  output = stdout = stderr = ''
  const path = new URL(script, project)
  process.argv = [process.execPath, fileURLToPath(path), ...args]
  // What an earlier one has read of a file `.env` is of its own folder.
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  Object.assign(process.env, env)
  process.chdir(folder)
  called = `${path.href}?command=${number}`
  await import(path.href)
  process.send?.({ code: Number(process.exitCode), output, stdout, stderr } satisfies Told)
})
// What Astro has started would keep it running.
process.on('disconnect', () => process.exit())
