/**
 * Scripts that are loaded later: each is asked for by its address and nothing else. Vite would add a helper of its own to every
 * page, which waits for the style sheets of what comes; there are none, and it was a fifth of what a page that is only read loads.
 */
const later = /\bimport\((['"])(\.[^'"]+)\1\)/g

/** As much of Rolldown's plugin context as is used (its documentation, "Plugin API"). */
interface Context {
  environment?: { name: string }
  resolve: (path: string, from: string) => Promise<{ id: string } | null>
  emitFile: (chunk: { type: 'chunk'; id: string; preserveSignature: 'strict' }) => string
}

/** For Vite, in a build. */
export const laterScripts = {
  name: 'on-record:later-scripts',
  apply: 'build' as const,
  // Of what was written, before types are taken out of it.
  enforce: 'pre' as const,
  async transform(this: Context, code: string, id: string) {
    if (this.environment?.name !== 'client' || id.includes('/node_modules/')) return
    let changed = code
    for (const [whole, , path = ''] of code.matchAll(later)) {
      const found = await this.resolve(path, id)
      if (!found) throw new Error(`${id}: there is no ${path}.`)
      const chunk = this.emitFile({ type: 'chunk', id: found.id, preserveSignature: 'strict' })
      changed = changed.replace(whole, `import(/* @vite-ignore */ import.meta.ROLLDOWN_FILE_URL_${chunk})`)
    }
    return changed === code ? undefined : changed
  },
}
