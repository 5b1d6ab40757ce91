/** What a path in the content folder is the name of. */

export type Noun = 'articles' | 'speakers' | 'events' | 'outlets' | 'places' | 'topics' | 'quotes' | 'story'

export interface Name {
  noun: Noun
  id: string
}

const nouns: ReadonlySet<string> = new Set(['articles', 'speakers', 'events', 'outlets', 'places', 'topics', 'quotes'])

/** The noun and id of a file; null when it is none of the record's. A quote's id is `speaker/fragment`. */
export function readName(path: string): Name | null {
  if (path === 'story.md') return { noun: 'story', id: 'story' }
  const [folder = '', ...rest] = path.slice(0, -'.md'.length).split('/')
  if (!nouns.has(folder) || rest.length !== (folder === 'quotes' ? 2 : 1)) return null
  return { noun: folder as Noun, id: rest.join('/') }
}
