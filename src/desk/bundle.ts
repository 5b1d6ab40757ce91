/** The scripts of the desk's page as one, made when the desk is opened: nothing of it is kept, or built into the site. */
import { join } from 'node:path'

/** The script and its licences. */
export async function bundlePage(): Promise<string> {
  // Loaded when somebody comes: every build would wait for it.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'browser/start.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // EDTF tells its kinds of date apart by the names of their classes.
    keepNames: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
