/** What a path in the content folder is the name of. */

import { folders } from '../schema/folders.ts'

/** What a record is made of: a folder each, and the story, which is one file. */
export const nouns = [...folders, 'story'] as const
export type Noun = (typeof nouns)[number]

export interface Name {
  noun: Noun
  id: string
}

/** Addresses that were published. */
export const lockFile = 'urls.lock'

/** Files that belong to the folder and are none of the record. */
export const besides: ReadonlySet<string> = new Set(['README.md', lockFile])

/** The noun and id of a file; null when it is none of the record's. A quote's id is `speaker/fragment`. */
export function readName(path: string): Name | null {
  if (!path.endsWith('.md')) return null
  if (path === 'story.md') return { noun: 'story', id: 'story' }
  const [folder = '', ...rest] = path.slice(0, -'.md'.length).split('/')
  const noun = folders.find((name) => name === folder)
  if (!noun || rest.length !== (noun === 'quotes' ? 2 : 1)) return null
  return { noun, id: rest.join('/') }
}
