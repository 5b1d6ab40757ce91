/** What `astro dev` answers beside the pages: what is wrong with the record, and what a build writes that no page is. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lookup } from 'mrmime'
import { checkContent } from '../checks/check-content.ts'
import { isPageOfRefused } from '../checks/refused.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { getOrMake } from '../lists.ts'
import { toSpoken } from '../loaders/catalogues.ts'
import type { Content } from '../loaders/content.ts'
import type { Problem } from '../schema/problem.ts'
import { base, contentFolder, outFolder } from '../site.ts'
import { urls } from '../urls.ts'
import { toViews } from '../views/views.ts'
import { speak } from '../words/say.ts'

/** What a page of `astro dev` is told when it has loaded. */
export interface Notes {
  /** The errors of the record, those of the page's own file first; empty when there are none. */
  errors: string
  /** Paths of the pages whose files nobody has confirmed. */
  drafts: string[]
  /** What a search goes through. */
  search: string
}

/** Where it asks for them. */
export const notesPath = `${base}@notes.json`

/** Where the files stand that are written beside the pages. */
const isWritten =
  /^(?:since\.json|favicon\.\w+|(?:apple-touch-)?icon(?:-\d+)?\.png|site\.webmanifest|(?:feeds|share|data|look|oembed|embed)\/.+\.\w+)$/

interface Answer {
  type: string
  body: string | Buffer
}

/** The answer to a request that Astro has none for. */
export async function answerTo({ pathname, searchParams }: URL, content: Content): Promise<Answer | null> {
  if (pathname === notesPath) {
    const notes = toNotes(content, searchParams.get('page') ?? '')
    return { type: 'application/json', body: JSON.stringify(notes) }
  }
  const body = isWritten.test(pathname.slice(base.length))
    ? await (await filesOf(content)).get(pathname)?.()
    : readIndex(pathname)
  return body === undefined ? null : { type: lookup(pathname) ?? 'application/octet-stream', body }
}

function toNotes(content: Content, page: string): Notes {
  const problems = problemsOf(content)
  const isOwn = ({ file }: Problem) => pageOf(file) === page
  const errors = problems.filter(isError).toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
  const drafts = problems.filter(({ rule }) => rule === 'draft').map(({ file }) => pageOf(file))
  const built = statSync(join(outFolder, 'pagefind'), { throwIfNoEntry: false })?.mtime
  return {
    errors: toTerminal(errors, contentFolder),
    drafts: [...new Set(drafts)],
    search: built
      ? `Here a search goes through the build of ${built.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}.`
      : 'Here nothing can be searched before the first npm run build.',
  }
}

/** Path of the page that a file is for. */
function pageOf(file: string): string {
  return urls.page(`${encodeURI(file.replace(/\.md$/, ''))}/`)
}

/** Whether a page is missing because a file is refused. */
export function isLost(content: Content, pathname: string): boolean {
  const { articles, events, quotes, speakers } = content.record
  return (
    pathname.startsWith(base) &&
    isPageOfRefused(content, `/${decodeURI(pathname.slice(base.length))}`) &&
    ![articles, events, quotes, speakers].flat().some(({ url }) => url === pathname)
  )
}

/** A file of the index of the last build; not one that lies elsewhere. */
function readIndex(pathname: string): Buffer | undefined {
  const name = pathname.startsWith(urls.searchIndex()) ? pathname.slice(urls.searchIndex().length) : ''
  const file = join(outFolder, 'pagefind', name)
  const isThere = /^(?:[\w-]+\/)?[\w.-]+$/.test(name) && statSync(file, { throwIfNoEntry: false })?.isFile()
  return isThere ? readFileSync(file) : undefined
}

/** All problems of a reading, looked for once. */
export const problemsOf = once((content) => checkContent(content))

/** What is written beside the pages. The type and what paints it are loaded when somebody asks. */
const filesOf = once(async (content) => {
  const { makeFiles } = await import('./written-files.ts')
  const { language, texts } = toSpoken(content.record)
  speak(language, texts)
  return makeFiles(toViews(content.record))
})

/** Whether it stops a build. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

/** Does it once for each reading. */
function once<Made>(make: (content: Content) => Made): (content: Content) => Made {
  const known = new WeakMap<Content, Made>()
  return (content) => getOrMake(known, content, () => make(content))
}
