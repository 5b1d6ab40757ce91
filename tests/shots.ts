import type { AddressInfo } from 'node:net'
import { Desk } from '../src/desk/desk.ts'
import { createDeskServer } from '../src/desk/server.ts'
import { harbour, harbourPage, writeRecord } from './desk/harbour.ts'
import { openBrowser } from './e2e/browser.ts'
const browser = await openBrowser()
const out = '/tmp/deskshots'
const only = process.argv.slice(2)
const kinds: [string, number, 'light' | 'dark'][] = [['1280l', 1280, 'light'], ['768d', 768, 'dark'], ['1280d', 1280, 'dark'], ['768l', 768, 'light'], ['320l', 320, 'light']]
for (const [name, width, colorScheme] of kinds.filter(([n]) => only.length === 0 || only.includes(n))) {
  const folder = writeRecord(harbour)
  const { server, path } = createDeskServer(() => Desk.open(folder))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  const context = await browser.newContext({ viewport: { width, height: width > 400 ? 800 : 640 }, colorScheme })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(base).origin })
  const page = await context.newPage()
  page.setDefaultTimeout(4000)
  await page.goto(base)
  await page.locator('#paste').waitFor()
  let n = 0
  const shot = async (what: string) => { await page.waitForTimeout(120); await page.screenshot({ path: `${out}/${name}-${String(++n).padStart(2, '0')}-${what}.png` }) }
  const press = async (...keys: string[]) => { for (const key of keys) { await page.keyboard.press(key); await page.waitForTimeout(90) } }
  await shot('start')
  await press('o'); await page.keyboard.type('new'); await shot('open')
  await page.keyboard.type(' speaker'); await press('Enter'); await shot('new-speaker')
  await page.locator('#field-name').fill('Ada'); await page.locator('[id="field-roles.0.title"]').fill('Pilot'); await page.locator('[id="field-roles.0.from"]').fill('../2026-02'); await shot('new-speaker-filled')
  await press('Control+Enter'); await shot('taken')
  await press('u', 'Escape')
  await page.evaluate((text) => navigator.clipboard.writeText(text), harbourPage)
  await press('Control+V'); await page.waitForTimeout(200); await shot('facts')
  await press('Enter'); await shot('event-mark')
  await press('Enter'); await shot('event-form')
  await page.keyboard.type('Ferry gone'); await press('Enter'); await shot('mark')
  await press('Enter'); await shot('same')
  await press('Enter', 'n'); await page.keyboard.type('b'); await shot('choose'); await press('Escape')
  await press('d'); await shot('said'); await press('Escape')
  await press('e', '.', ); await shot('marking'); await press('Escape')
  await press('p'); await shot('readers'); await press('p')
  for (let i = 0; i < 40; i++) { const q = await page.locator('#question').innerText(); if (q.startsWith('A new speaker')) await shot('speaker-form'); if (q === 'All is decided') break; await press('Enter') }
  await shot('publish')
  await press('Enter'); await shot('published')
  await press('Enter', 'o'); await page.keyboard.type('bridge'); await shot('open-again'); await press('Enter'); await shot('again')
  await press('1'); await page.keyboard.type('bj'); await press('Enter'); await shot('attributed')
  await press('c'); await shot('correction')
  await press('Escape', 'f'); await shot('facts-again')
  server.close(); await context.close()
}
await browser.close()
process.exit(0)
