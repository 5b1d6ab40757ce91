/** Checks the content once, before anything is written: every problem is printed, and a build with errors stops there. */
import { resolve, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import type { Content } from '../loaders/content.ts'
import type { RecordSource } from '../loaders/content-loader.ts'
import { contentFolder } from '../site.ts'

export function checkContentFirst(source: RecordSource): AstroIntegration {
  return {
    name: 'on-record:check-content',
    hooks: {
      // The collections are read by now, and nothing is written yet.
      'astro:build:start': async () => {
        const errors = check(await source.content())
        if (errors > 0)
          throw new Error(
            `The content has ${errors === 1 ? 'an error' : `${errors} errors`}, named above; nothing was written.`,
          )
      },
      'astro:server:setup': ({ server }) => {
        const root = resolve(process.cwd(), contentFolder)
        let printed = 0
        const report = (content: Content): void => {
          const errors = check(content)
          if (errors === 0 && printed > 0) console.log(`No errors in ${contentFolder} any more.`)
          printed = errors
        }
        void source.content().then(report)
        server.watcher.add(root)
        server.watcher.on('all', async (_, path) => {
          if (path.startsWith(root + sep)) report(await source.reload())
        })
      },
    },
  }
}

/** Prints problems; returns the number of errors. */
function check(content: Content): number {
  const problems = checkContent(content)
  if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
  return problems.filter(({ severity }) => severity === 'error').length
}
