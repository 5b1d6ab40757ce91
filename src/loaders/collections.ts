/** Astro's collections: filled from the one reading of the folder, and joined into the record again. */
import { relative, resolve } from 'node:path'
import type { Loader } from 'astro/loaders'
import { compare } from '../lists.ts'
import type { Entries } from '../record/entries.ts'
import { contentFolder } from '../site.ts'
import type { AnyEntry } from './content-file.ts'
import { digestOf } from './digest.ts'
import { type Noun, nouns } from './names.ts'

/** An entry as Astro's store has it. */
export interface Stored {
  id: string
  data: unknown
  rendered?: { metadata?: object }
}

/** Makes a collection what the reading says; what has not changed in it is left alone. */
export function loaderOf(noun: Noun): Loader {
  return {
    name: `on-record-${noun}`,
    load: async ({ store }) => {
      const list = listOf(globalThis.recordSource.content().entries, noun)
      const ids = new Set(list.map(({ id }) => id))
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
      for (const { data, id, path, ...others } of list) {
        const read = JSON.stringify(others)
        // Of what is stored, not of the file: what is read of an article rests on other files too.
        const digest = digestOf(path, JSON.stringify(data), read)
        if (store.get(id)?.digest === digest) continue
        store.set({
          id,
          data: data as Record<string, unknown>,
          // Astro takes no absolute path.
          filePath: relative(process.cwd(), resolve(contentFolder, path)),
          digest,
          // What was read of the body, as text: the store would write each value of it on a line of its own.
          rendered: { html: '', metadata: { path, read } },
        })
      }
    },
  }
}

/** The collections that have an entry: Astro warns of those that have none. */
export function filledOf(entries: Entries): Noun[] {
  return nouns.filter((noun) => listOf(entries, noun).length > 0)
}

/** The entries as they were read, of what the store has of each collection. */
export function toEntries(stored: { readonly [noun in Noun]: readonly Stored[] }): Entries {
  const lists = nouns.map((noun) => [noun, stored[noun].map(toEntry).sort((a, b) => compare(a.path, b.path))] as const)
  const { settings, story, words, ...others } = Object.fromEntries(lists)
  return {
    ...others,
    story: story?.[0] ?? null,
    settings: settings?.[0] ?? null,
    words: words?.[0] ?? null,
  } as unknown as Entries
}

function listOf(entries: Entries, noun: Noun): readonly AnyEntry[] {
  const own = entries[noun]
  return Array.isArray(own) ? own : own ? [own] : []
}

function toEntry({ data, id, rendered }: Stored) {
  const { path = '', read = '{}' } = (rendered?.metadata ?? {}) as { [name: string]: string }
  return { id, path, data, ...(JSON.parse(read) as object) }
}
