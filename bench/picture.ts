/** Takes the picture in the README from the site in `dist/`: `npm run picture`. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openSite } from '../tests/e2e/open-site.ts'
import { projectFolder, testSites } from '../tests/sites.ts'

const file = join(projectFolder, '.github/picture.png')
const open = await openSite({ ...testSites.real, folder: 'dist' })
const { page } = await open.open({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
await page.goto(open.address(''), { waitUntil: 'networkidle' })
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: file })
await open.close()
console.log(`Wrote .github/picture.png, ${Math.ceil(statSync(file).size / 1024)} KB.`)
