import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import { keepAddresses } from './src/integrations/addresses.ts'
import { besidePages } from './src/integrations/beside-pages.ts'
import { checkContentFirst } from './src/integrations/check-content.ts'
import { showProgress } from './src/integrations/progress.ts'
import { renderOnThreads } from './src/integrations/render-threads.ts'
import { searchIndex } from './src/integrations/search-index.ts'
import { timed } from './src/integrations/timed.ts'
import { base, cacheFolder, origin, outFolder } from './src/site.ts'

export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base,
  outDir: outFolder,
  cacheDir: cacheFolder,
  trailingSlash: 'always',
  // `'jsx'`, the default, eats the space at a line break between inline elements.
  compressHTML: true,
  integrations: [
    showProgress(),
    checkContentFirst(),
    searchIndex(),
    renderOnThreads(),
    besidePages(),
    keepAddresses(),
  ].map(timed),
  // No inline code, so that one static policy header serves every page.
  build: { inlineStylesheets: 'never', concurrency: 256 },
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  markdown: { processor: unified({ smartypants: false, gfm: false }), syntaxHighlight: false },
  // One style sheet for the whole site is fetched once, and in one go.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
})
