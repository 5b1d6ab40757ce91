/**
 * What a later version asks of a record that was begun with an earlier one: one function a change of the format. Each
 * gives the files as they should be, and nothing where they are so already; `npm run update` shows them and writes them.
 */
import { stringify } from 'yaml'
import { splitFile } from '../loaders/front-matter.ts'
import { settingsFile } from '../loaders/names.ts'

export interface Migration {
  what: string
  /** Files to be written, of the texts of a record by path; null when there is nothing to do. */
  toFiles: (read: (path: string) => string | null) => { path: string; text: string }[] | null
}

export const migrations: readonly Migration[] = [
  {
    what: `The name of the site and its contact move from story.md into ${settingsFile}.`,
    toFiles: (read) => {
      const story = read('story.md')
      const fields = story === null ? null : splitFile(story).data
      const moved = ['name', 'contact'].filter((field) => fields && Object.hasOwn(fields, field))
      if (story === null || !fields || moved.length === 0) return null
      const settings = read(settingsFile) ?? ''
      // A line each: only such are moved, others the checks name.
      const line = new RegExp(`^(?:${moved.join('|')}):.*\\r?\\n`, 'gm')
      const end = story.search(/(?<=\n)---[ \t]*\r?(?:\n|$)/)
      const kept = Object.fromEntries(
        moved.flatMap((field) =>
          fields[field] == null || new RegExp(`^${field}:`, 'm').test(settings) ? [] : [[field, fields[field]]],
        ),
      )
      const added = Object.keys(kept).length > 0 ? stringify(kept, { lineWidth: 0 }) : ''
      return [
        { path: settingsFile, text: added + settings },
        { path: 'story.md', text: story.slice(0, end).replace(line, '') + story.slice(end) },
      ]
    },
  },
]
