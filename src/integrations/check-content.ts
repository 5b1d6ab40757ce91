/** Judges the content once, before anything is written: every problem is printed, and a build with errors stops there. */
import { resolve, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { forgetContent, holdContent, readContent } from '../loaders/from-disk.ts'
import { contentFolder } from '../site.ts'

export function checkContentFirst(): AstroIntegration {
  let command = 'build'
  let printed = 0
  return {
    name: 'on-record:check-content',
    hooks: {
      'astro:config:setup': (setup) => {
        command = setup.command
      },
      'astro:config:done': () => {
        // The hook also runs for `dev`, `preview` and `sync`; only a build stops.
        if (command === 'preview') return
        if (command === 'build') holdContent()
        printed = printProblems()
        if (command === 'build' && printed > 0) {
          throw new Error(
            `The content has ${printed === 1 ? 'an error' : `${printed} errors`}, named above; nothing was written.`,
          )
        }
      },
      'astro:server:setup': ({ server }) => {
        const root = resolve(process.cwd(), contentFolder)
        server.watcher.add(root)
        server.watcher.on('all', (_, path) => {
          if (!path.startsWith(root + sep)) return
          forgetContent()
          const errors = printProblems()
          if (errors === 0 && printed > 0) console.log(`No errors in ${contentFolder} any more.`)
          printed = errors
          // Pages read the record from disk, which Vite cannot know.
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}

/** Prints what the checks find; returns the number of errors. */
function printProblems(): number {
  const problems = checkContent(readContent())
  if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
  return problems.filter(({ severity }) => severity === 'error').length
}
