/** The page's end of search: starts the worker and puts questions to it. */
import type { Calls } from './worker.ts'

export interface Client {
  /** Asks the worker for something; throws when it could not be had, and starts another worker when there is none. */
  call<Name extends keyof Calls>(name: Name, ...given: Parameters<Calls[Name]>): ReturnType<Calls[Name]>
}

declare global {
  /** Trusted Types, where a browser has them (W3C Trusted Types, 4.1). */
  var trustedTypes: undefined | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown }
}

// The policy that goes with every page lets no script run whose address was not looked at.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`${url} is not of this site.`)
    return url
  },
})

/** Starts a worker, which loads while somebody still looks for the box. */
export function openClient(): Client {
  const waiting = new Map<number, { done: (answer: never) => void; fail: (error: Error) => void }>()
  let worker: Worker | null = null
  let number = 0
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data: { answer, error, id } }) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.done(answer as never)
      else one?.fail(new Error(error))
    })
    started.addEventListener('error', () => {
      worker = null
      for (const { fail } of waiting.values()) fail(new Error('Search could not be started.'))
      waiting.clear()
    })
    return started
  }
  worker = start()
  const call = (name: string, ...given: unknown[]): Promise<never> => {
    const id = ++number
    worker ??= start()
    const answer = new Promise<never>((done, fail) => waiting.set(id, { done, fail }))
    worker.postMessage({ id, name, given })
    return answer
  }
  return { call: call as Client['call'] }
}
