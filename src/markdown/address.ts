/** Links between the files of the record, and the pages they become. */
import { idForm } from '../schema/fields.ts'
import { folders } from '../schema/folders.ts'
import { urls } from '../urls.ts'

/** The file a link leads to. */
export interface Target {
  folder: (typeof folders)[number] | 'story'
  id: string
  fragment: string | null
}

const known: ReadonlySet<string> = new Set(folders)

/** Whether an address leaves the record: it has a scheme, or starts with a slash. */
export function isOutside(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address)
}

/** The file that a relative address in `from` (a path in the content folder) leads to; null when it is none of the record's. */
export function toTarget(address: string, from: string): Target | null {
  if (isOutside(address)) return null
  const [path = '', fragment] = address.split('#', 2)
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return null
    } else if (step !== '.' && step !== '') steps.push(step)
  }
  const file = steps.pop() ?? ''
  if (!file.endsWith('.md')) return null
  const name = file.slice(0, -3)
  const [folder = '', ...deeper] = steps
  const mark = fragment ? fragment : null
  if (folder === 'quotes' && deeper.length === 1) return { folder, id: `${deeper[0]}/${name}`, fragment: mark }
  if (deeper.length > 0 || !idForm.test(name)) return null
  if (folder === '' && name === 'story') return { folder: 'story', id: name, fragment: mark }
  return known.has(folder) ? { folder: folder as Target['folder'], id: name, fragment: mark } : null
}

/** The page that shows a target; null when there is none. */
export function toPage(target: Target): string | null {
  switch (target.folder) {
    case 'articles':
      return urls.article(target.id)
    case 'events':
      return urls.event(target.id)
    case 'corrections':
      return urls.corrections(target.id)
    case 'topics':
      return urls.topic(target.id)
    case 'speakers':
      return target.fragment ? urls.quote(target.id, target.fragment) : urls.speaker(target.id)
    case 'quotes': {
      const [speaker = '', fragment = ''] = target.id.split('/')
      return urls.quote(speaker, fragment)
    }
    case 'pages':
      return urls.ownPage(target.id)
    case 'story':
      return urls.home()
    case 'outlets':
    case 'places':
      return null
  }
}
