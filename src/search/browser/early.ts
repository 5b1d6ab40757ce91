/** Asks for what every search starts with, while the code that reads it is still on its way. */

/** Files by their address; what did not arrive is nothing, and is asked for again. */
export type Early = Map<string, Promise<Response | undefined>>

/** Starts to load an index in a folder, `/pagefind/`. */
export function fetchEarly(folder: string): Early {
  const early: Early = new Map()
  const get = (name: string): Promise<Response | undefined> => {
    const response = fetch(folder + name).then(
      (response) => (response.ok ? response : undefined),
      () => undefined,
    )
    early.set(folder + name, response)
    return response
  }
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = `${folder}pagefind.js`
  document.head.append(link)
  void get('start.json')
  void get('pagefind-entry.json')
    .then((response): Promise<Entry> | undefined => response?.clone().json())
    .then((entry) => {
      for (const { hash, wasm } of Object.values(entry?.languages ?? {})) {
        void get(`pagefind.${hash}.pf_meta`)
        void get(`wasm.${wasm ?? 'unknown'}.pagefind`)
      }
    })
    .catch(() => {})
  return early
}

/** Pagefind's own list of what it wrote; ours has one language. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>
}
