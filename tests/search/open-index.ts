/** Writes an index into a folder of its own and opens it in Node with the browser's code. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Index, openIndex } from '../../src/search/browser/pagefind.ts'
import { toDaysFile, toNames } from '../../src/search/names.ts'
import type { Fewest } from '../../src/search/parts.ts'
import { toSearchRecords } from '../../src/search/records.ts'
import { type IndexContents, writeSearchIndex } from '../../src/search/write-index.ts'
import type { Views } from '../../src/views/views.ts'

export interface TestIndex extends AsyncDisposable {
  folder: string
  index: Index
  /** Files that do not arrive from now on. */
  lose: RegExp | null
}

/** The index of these views, read from the disk in place of the network. */
export function openTestIndex(views: Views): Promise<TestIndex> {
  const { language } = views.site
  const made = { names: toNames(views), days: toDaysFile(views) }
  return openIndexOf({ records: toSearchRecords(views), language, scope: 'Searched: a sample.', ...made })
}

/** An index of these records, read from the disk in place of the network; in two parts where it has enough of them. */
export async function openIndexOf(contents: IndexContents, fewest?: Fewest): Promise<TestIndex> {
  const home = await mkdtemp(join(tmpdir(), 'search-'))
  const folder = `${join(home, 'pagefind')}/`
  await writeSearchIndex(contents, folder, undefined, fewest)
  const made = { folder, lose: null as RegExp | null }
  Object.assign(globalThis, { window: globalThis })
  globalThis.fetch = async (address) => {
    const path = String(address).split('?')[0] ?? ''
    if (made.lose?.test(path)) return new Response('', { status: 503 })
    return readFile(path).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    )
  }
  const index = await openIndex(folder, contents.language)
  return Object.assign(made, {
    index,
    [Symbol.asyncDispose]: async () => {
      await index.close()
      await rm(home, { recursive: true })
    },
  })
}
