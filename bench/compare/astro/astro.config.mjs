// An Astro site of templates alone. As many pages at a time as ours: the default of one is slower.
import { defineConfig } from 'astro/config'

export default defineConfig({ trailingSlash: 'always', build: { concurrency: 16 }, devToolbar: { enabled: false } })
