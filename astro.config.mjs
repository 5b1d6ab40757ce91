import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import { keepAddresses } from './src/integrations/addresses.ts'
import { writeInBackground } from './src/integrations/background.ts'
import { addBrowserWords } from './src/integrations/browser-words.ts'
import { checkContentFirst } from './src/integrations/check-content.ts'
import { addOwnLook } from './src/integrations/own-look.ts'
import { showProgress } from './src/integrations/progress.ts'
import { storeApart } from './src/integrations/store-apart.ts'
import { whileWriting } from './src/integrations/while-writing.ts'
import { createRecordSource } from './src/loaders/source.ts'
import { base, keptFolder, origin, outFolder } from './src/site.ts'

const source = createRecordSource()

/** What a script loads later finds for itself what it needs: every page would carry the names of all of it. */
const loadLater = {
  name: 'on-record:load-later',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : null),
}

export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base,
  outDir: outFolder,
  cacheDir: keptFolder,
  trailingSlash: 'always',
  // `'jsx'`, the default, eats the space at a line break between inline elements.
  compressHTML: true,
  // As short as it gets: it stands on every element of a component that has rules of its own.
  scopedStyleStrategy: 'class',
  integrations: [
    showProgress(),
    storeApart(),
    whileWriting(source),
    addOwnLook(),
    addBrowserWords(source),
    checkContentFirst(source),
    writeInBackground(source),
    keepAddresses(source),
  ],
  // No inline code, so that one static policy header serves every page.
  // A page is made again when what it is given is another, or the code that makes it.
  experimental: { incrementalBuild: true },
  build: { inlineStylesheets: 'never', concurrency: 256 },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  markdown: { processor: unified({ smartypants: false, gfm: false }), syntaxHighlight: false },
  // One style sheet for the whole site is fetched once, and in one go.
  // The worker of search is a module, which loads Pagefind's.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false }, worker: { format: 'es' }, plugins: [loadLater] },
})
