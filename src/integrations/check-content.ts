/** Checks the content once, before anything is written: every problem is printed, and a build with errors stops there. */
import type { AstroIntegration } from 'astro'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import type { RecordSource } from '../loaders/source.ts'
import { contentFolder } from '../site.ts'

export function checkContentFirst(source: RecordSource): AstroIntegration {
  return {
    name: 'on-record:check-content',
    hooks: {
      // The first who asks for the record has it read; nothing is written yet.
      'astro:build:start': async () => {
        const problems = checkContent(source.content())
        if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
        const errors = problems.filter(({ severity }) => severity === 'error').length
        if (errors > 0)
          throw new Error(
            `The content has ${errors === 1 ? 'an error' : `${errors} errors`}, named above; nothing was written.`,
          )
      },
    },
  }
}
