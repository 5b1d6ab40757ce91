/** Counts the pages that a build makes anew. In a terminal it says what the build is doing, and how far it is. */
import type { AstroIntegration, AstroPrerenderer } from 'astro'

/** Where it is said: standard error, of which scripts read nothing. */
interface Screen {
  isTTY?: boolean
  write(text: string): unknown
}

/** Milliseconds between two counts. */
const pause = 100

export function showProgress(screen: Screen = process.stderr): AstroIntegration {
  let isBundling = false
  const shown: Screen = screen.isTTY ? screen : { write: () => {} }
  const say = (text: string) => shown.write(`${text}\n`)
  return {
    name: 'on-record:show-progress',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') say('Reading and checking the record …')
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => countPages(own, shown))
      },
      // Once for the pages and once for what runs in the browser.
      'astro:build:setup': () => {
        if (!isBundling) say('Putting the code of the pages together …')
        isBundling = true
      },
      'astro:build:generated': () => {
        say('Finishing the search index, pictures and feeds …')
      },
    },
  }
}

/**
 * Astro's own prerenderer, counting. A count ends in a return to the start of its line, so that an error does not stand
 * behind it. Pages that Astro takes over from the build before are not rendered: they are told at the end.
 */
export function countPages(own: AstroPrerenderer, screen: Screen): AstroPrerenderer {
  let all = 0
  let done = 0
  let made = 0
  let shown = 0
  let failed = false
  const show = (ending: string) => {
    shown = Date.now()
    screen.write(`Pages and data files: ${done.toLocaleString('en')} of ${all.toLocaleString('en')}${ending}`)
  }
  return {
    ...own,
    getStaticPaths: async () => {
      const paths = await own.getStaticPaths()
      all = paths.length
      show('\r')
      return paths
    },
    render: async (request, options) => {
      const page = await own.render(request, options).catch((error: unknown) => {
        failed = true
        throw error
      })
      done += 1
      if (options.routeData.type === 'page') made += 1
      if (Date.now() - shown >= pause) show('\r')
      return page
    },
    teardown: async () => {
      await own.teardown?.()
      // For the command that builds.
      performance.mark('made', { detail: made })
      const kept = failed ? 0 : all - done
      done += kept
      show(kept > 0 ? `, ${kept.toLocaleString('en')} of them as they were\n` : '\n')
    },
  }
}
