/** The dossier as this browser keeps it, for this site alone. */
import { type Kept, readFile, toFile } from '../../../citations/dossier.ts'
import { base } from '../base.ts'

/** Where it is kept, and what the `storage` event calls it. */
export const key = `dossier ${base}`

/** What is kept, in its order. */
export function readStore(): Kept[] {
  try {
    return readFile(localStorage.getItem(key)) ?? []
  } catch {
    return []
  }
}

/** Changes it as it is now, in whatever window it was changed last. False where the browser keeps nothing. */
export function changeStore(change: (list: Kept[]) => Kept[]): boolean {
  try {
    localStorage.setItem(key, toFile(change(readStore())))
    return true
  } catch {
    return false
  }
}
