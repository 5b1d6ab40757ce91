/**
 * Runs a command of a project whenever whoever started this process asks for it, with the folders, arguments and environment
 * that are asked for, and answers with the code that it ended on and what it said. Packages are loaded once; the code of the
 * project is loaded anew for each command, so that nothing of one is left in the next.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Call, Told } from './project-copy.ts'

let [project, called] = ['', '']
let number = 0
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
process.on('message', async (call: Call) => {
  process.exitCode = 0
  performance.clearMarks()
  number += 1
  output = stdout = stderr = ''
  project = pathToFileURL(`${call.project}/`).href
  process.argv = [process.execPath, join(call.project, call.script), ...call.args]
  // What an earlier one has read of a file `.env` is of its own folder.
  for (const name of Object.keys(process.env)) if (!(name in call.env)) delete process.env[name]
  Object.assign(process.env, call.env)
  process.chdir(call.from)
  const { href } = new URL(call.script, project)
  called = `${href}?command=${number}`
  await import(href).catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  process.send?.({ code: Number(process.exitCode), output, stdout, stderr } satisfies Told)
})
// What Astro has started would keep it running.
process.on('disconnect', () => process.exit())
