/** Reading from a folder that others may be changing. */
import { readFileSync } from 'node:fs'

/** The text of a file. One that went away since it was listed is empty; the watcher reports the loss next. */
export function readText(file: string): string {
  return unlessGone(() => readFileSync(file, 'utf8'), '')
}

/** What `read` gives, or something else when there is no such file or folder. */
export function unlessGone<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise
    throw error
  }
}
