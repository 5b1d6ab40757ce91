/** What somebody sees who writes, in `astro dev` and nowhere else: an edit at once, what is wrong, and what no page is. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroConfig, AstroIntegration } from 'astro'
import { toTerminal } from '../checks/reporters/terminal.ts'
import type { RecordSource } from '../loaders/source.ts'
import { contentFolder, outFolder } from '../site.ts'
import { answerTo, isError, isLost, notesPath, problemsOf } from './answers.ts'
import { ownLookFile } from './own-look.ts'

const fileOf = (path: string) => toUnix(fileURLToPath(new URL(path, import.meta.url)))
/** The module by which pages come to the record. */
const recordModule = fileOf('../loaders/record.ts')
/** What every page runs. */
const script = `import { showNotes } from ${JSON.stringify(fileOf('./browser/notes.ts'))}; showNotes('${notesPath}')`

/** In place of a page whose file is refused. */
const refusedPage = `<!doctype html>
<html lang="en">
  <head><title>Refused</title></head>
  <body><p>Nothing can be shown here until this is mended.</p><script type="module">${script}</script></body>
</html>`

/** Milliseconds between an edit and the checks for the terminal: sooner, they would keep the page waiting. */
const pause = 1500

export function whileWriting(source: RecordSource): AstroIntegration {
  const root = resolve(contentFolder)
  let next: NodeJS.Timeout | undefined
  let printed = 0
  let desk: Server | undefined
  const check = async () => {
    const problems = problemsOf(source.content())
    if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
    const errors = problems.filter(isError).length
    if (errors === 0 && printed > 0) console.log(`No errors in ${contentFolder} any more.`)
    printed = errors
  }
  const plugin: NonNullable<AstroConfig['vite']['plugins']>[number] = {
    name: 'on-record:while-writing',
    // An edit of the record is one of the module that gives it: what was made of it is made again, and browsers reload.
    hotUpdate({ file }) {
      // What is hidden there is no part of the record: the desk keeps its answers so.
      if (!isIn(root, file) || file.slice(root.length).includes('/.')) return
      source.outdate()
      clearTimeout(next)
      next = setTimeout(check, pause)
      const graph = this.environment.moduleGraph
      // What is Markdown has no part in it.
      if (!file.endsWith('.md'))
        for (const module of graph.getModulesByFile(toUnix(ownLookFile)) ?? []) graph.invalidateModule(module)
      return [...(graph.getModulesByFile(recordModule) ?? [])]
    },
    // In front of Vite, which would take the search index for source code.
    configureServer(server) {
      server.watcher.add(root)
      server.middlewares.use(async (request, response, pass) => {
        try {
          const url = new URL(request.originalUrl ?? '', 'http://localhost')
          const content = source.content()
          if (isLost(content, url.pathname)) {
            response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
            response.end(await server.transformIndexHtml(url.pathname, refusedPage))
            return
          }
          const answer = await answerTo(url, content)
          if (!answer) return pass()
          response.setHeader('content-type', `${answer.type}; charset=utf-8`)
          response.end(answer.body)
        } catch (error) {
          pass(error)
        }
      })
    },
  }
  return {
    name: 'on-record:while-writing',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return
        updateConfig({ vite: { plugins: [plugin], server: { watch: { ignored: isMade } } } })
        injectScript('page', script)
        // There the styles of components come before those of the site, and the layer that is named first is the weakest.
        injectScript('page-ssr', `import ${JSON.stringify(fileOf('../styles/layers.css'))}`)
        source.outdate()
        next = setTimeout(check, pause)
      },
      'astro:server:start': async ({ logger }) => {
        // Loaded here: a build has no use for it.
        const { createDeskServer } = await import('../desk/server.ts')
        const { server, path } = createDeskServer(async () =>
          (await import('../desk/desk.ts')).Desk.open(contentFolder),
        )
        desk = server
        await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
        logger.info(`the desk: http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
      },
      'astro:server:done': () => {
        desk?.close()
      },
    },
  }
}

/**
 * Whether a build or Git has made it: tens of thousands of files, which no edit is of. To watch them takes minutes, and more
 * than a system allows.
 */
function isMade(path: string): boolean {
  const isHidden = /^\.[^./][^/]*\//.test(toUnix(relative('.', path)))
  return isIn(outFolder, path) || (isHidden && !isIn(contentFolder, path))
}

/** Whether a path is below a folder. */
function isIn(folder: string, path: string): boolean {
  return toUnix(path).startsWith(`${toUnix(resolve(folder))}/`)
}

/** A path as Vite writes it. */
function toUnix(path: string): string {
  return path.replaceAll('\\', '/')
}
