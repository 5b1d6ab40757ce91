/** Asks the desk's server, and tells the page how things then stand. */
import type { Action } from '../actions.ts'
import type { View } from '../view.ts'

export interface Told {
  view: View
  /** Why it was not done. */
  refused?: string
  /** The same, field by field. */
  problems?: { readonly [field: string]: string }
}

export type Ask =
  | { ask: 'act'; action: Action }
  | { ask: 'file'; name: string; bytes: string }
  | { ask: 'undo' | 'publish' | 'leave' }

/** How things stand: `check` says what the checks find, too. */
export async function look(at: 'api' | 'check' = 'api'): Promise<Told> {
  const response = await fetch(at)
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** Has something done. */
export async function ask(asked: Ask, version: number): Promise<Told> {
  const response = await fetch('api', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...asked, version }),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
