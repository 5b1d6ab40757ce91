import { readFileSync } from 'node:fs'

export default function configure(config) {
  config.addGlobalData('pages', () => JSON.parse(readFileSync(process.env.PAGES, 'utf8')))
  config.setQuietMode(true)
}

export const config = { dir: { input: 'pages', includes: '../_includes' } }
