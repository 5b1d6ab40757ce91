/**
 * A real Chromium for the tests: `CHROME_PATH`, else the one that the lockfile pins (x64 Linux; it brings the system
 * libraries it needs), else an installed Chrome or Chromium.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

export type { Browser, Page } from 'playwright-core'

interface Chrome {
  executablePath: string
  /** What its process needs beyond our own environment. */
  env: Record<string, string>
}

/** Finds the browser, unpacking the pinned one the first time. */
async function findChrome(): Promise<Chrome> {
  const named = process.env['CHROME_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`)
    return { executablePath: named, env: {} }
  }
  if (platform() === 'linux' && arch() === 'x64') return unpackPinned()
  const installed = installedPaths[platform()]?.find((path) => existsSync(path))
  if (!installed) throw new Error('Found no Chrome or Chromium. Install one, or name its executable in CHROME_PATH.')
  return { executablePath: installed, env: {} }
}

/**
 * With these it paints nothing: a page is drawn in tiles, and one of these takes more room (16 MB) than there is (1 MB). What is
 * laid out, shown, hit and told is the same, and no test looks at pixels. Of 0.14 s of processor time for a visit 0.03 s go.
 */
export const unpainted = ['--force-gpu-mem-available-mb=1', '--default-tile-width=2048', '--default-tile-height=2048']

/** Starts the browser, headless. */
export async function openBrowser(args: string[] = []): Promise<Browser> {
  const { executablePath, env } = await findChrome()
  return chromium.launch({
    executablePath,
    env: { ...definedEnv(), ...env },
    // A page begins as an empty one, and the process of that one is left for another when it goes somewhere: with a limit it
    // stays. That is a fifth of the work of twelve pages (12.0 s of processor time, 9.6 with it). To compile scripts and to
    // collect what they leave in threads of their own is sooner done, and more work: a run of axe is 0.38 s with them and
    // 0.29 s without, a page of search 0.86 s and 0.73 s.
    args: ['--no-sandbox', '--disable-gpu', '--renderer-process-limit=1', '--js-flags=--single-threaded', ...args],
  })
}

const installedPaths: { [system: string]: string[] } = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    `${process.env['PROGRAMFILES']}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env['LOCALAPPDATA']}\\Google\\Chrome\\Application\\chrome.exe`,
  ],
}

async function unpackPinned(): Promise<Chrome> {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `on-record-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  }
}

/** Test processes start together: each unpacks into a folder of its own, and the first to finish gives it the name. */
async function unpackInto(folder: string): Promise<void> {
  const changed = ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']
  const before = changed.map((name) => [name, process.env[name]] as const)
  const own = await mkdtemp(`${folder}-`)
  try {
    // The package unpacks into the temporary folder, and its libraries only under this name; both are read on import.
    process.env['TMPDIR'] = own
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x'
    const { default: pinned } = await import('@sparticuz/chromium')
    await pinned.executablePath()
    // Its own settings look for the fonts in the system's temporary folder alone.
    await writeFile(join(own, 'fonts/fonts.conf'), fontSettings(folder))
    await rename(own, folder)
  } catch (error) {
    await rm(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

function fontSettings(folder: string): string {
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('')
  return `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

if (import.meta.main) await findChrome()
