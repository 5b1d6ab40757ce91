/** Judges the content once, before anything is written: every problem is printed, and a build with errors stops there. */
import { resolve, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { adoptContent, forgetContent, readContent } from '../loaders/from-disk.ts'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import { readAhead } from '../loaders/read-ahead.ts'
import { startThread } from '../loaders/thread.ts'
import type { Problem } from '../schema/problem.ts'
import { contentFolder } from '../site.ts'

export function checkContentFirst(): AstroIntegration {
  let command = 'build'
  let printed = 0
  let judging: Promise<Problem[]> | null = null
  return {
    name: 'on-record:check-content',
    hooks: {
      'astro:config:setup': (setup) => {
        command = setup.command
      },
      'astro:config:done': async () => {
        // The hook also runs for `dev`, `preview` and `sync`; only a build stops.
        if (command === 'preview') return
        if (command !== 'build') {
          printed = print(checkContent(readContent()))
          return
        }
        const parcel = await readAhead()
        judging = judge(parcel)
        // All pages of a build show one state of the folder.
        adoptContent(unpackContent(parcel, 'copies', 'files'))
      },
      // The last before anything is written. Astro has read its configuration meanwhile.
      'astro:build:start': async () => {
        printed = print((await judging) ?? [])
        judging = null
        if (printed > 0) {
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
          const errors = print(checkContent(readContent()))
          if (errors === 0 && printed > 0) console.log(`No errors in ${contentFolder} any more.`)
          printed = errors
          // Pages read the record from disk, which Vite cannot know.
          server.ws.send({ type: 'full-reload' })
        })
      },
    },
  }
}

/** What the checks find, on a thread of their own. */
function judge(parcel: Parcel): Promise<Problem[]> {
  const { worker, answer } = startThread<Problem[]>(
    new URL('./judge-thread.ts', import.meta.url),
    parcel,
    'checks the content',
  )
  worker.ref()
  return answer
}

/** Prints problems; returns the number of errors. */
function print(problems: readonly Problem[]): number {
  if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
  return problems.filter(({ severity }) => severity === 'error').length
}
