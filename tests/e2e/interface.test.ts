/** The interface in other languages than English: another alphabet, from right to left, and without spaces between words. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'
import { walk } from './walk.ts'

/** Two words of Latin letters side by side are English: names of formats stand alone. */
const english = /\b(?!JSON Feed|Atom RSS|RSS JSON|Ctrl K|npm run)[A-Za-z]{2,} [A-Za-z]{2,}/

/** Pages whose words and marks stand side by side in all ways there are. */
const kinds = ['', 'timeline/', 'quotes/ruta-kalder/safe/', 'articles/2031-03-02-closed/', 'search/']

// By the rules of accessibility a language differs in its letters and in how long its words are, and one in all that has sides.
const languages = [
  {
    name: 'uk',
    looked: kinds.slice(2, 4),
    dir: null,
    heading: 'Хроніка',
    typed: 'міст',
    found: 'Висловлювання · 2',
    none: 'нічого не знайдено',
  },
  {
    name: 'ar',
    looked: kinds,
    dir: 'rtl',
    heading: 'الخط الزمني',
    typed: 'الجسر',
    found: 'الأقوال · 2',
    none: 'لم يُعثر على شيء',
  },
  {
    name: 'zh',
    looked: kinds.slice(0, 2),
    dir: null,
    heading: '时间线',
    typed: '大桥',
    found: '言论 · 2',
    none: '没有找到',
  },
] as const

for (const { name, looked, dir, heading, typed, found, none } of languages)
  describe(`the interface: ${name}`, () => {
    const open = useSite(testSites[name])
    const onePage = useOnePage(open)

    test('every page is in the language, at 320 px and without JavaScript', async () => {
      const { visits, faults } = await walk(open)
      const pages = [...visits.values()].filter(({ type }) => type.startsWith('text/html'))
      assert.ok(pages.length > 20)
      const wrong = pages.flatMap(({ path, status, look }) => {
        // Words to copy for an encyclopedia in English.
        const text = look.text.replace(/\{\{cite [^\n]*/g, '').replace(/https?:\S+/g, '')
        // Where words are checked, the page speaks English, as the verifier does.
        const own = path.endsWith('/verify/') ? '' : text
        const words = [own, look.title, look.description].join('\n').match(english)
        return status !== 200 || words || look.wide.length + look.tiny.length > 0
          ? [{ path, status, words: words?.[0], wide: look.wide, tiny: look.tiny }]
          : []
      })
      assert.deepEqual(wrong, [])
      assert.deepEqual(faults, [])
    })

    test('a page says its language and direction, and keeps to the rules of accessibility', async () => {
      const { page, faults } = await onePage()
      for (const path of looked) {
        await page.goto(open.address(path))
        assert.deepEqual(await findFaults(page), [], path)
      }
      const html = page.locator('html')
      assert.deepEqual([await html.getAttribute('lang'), await html.getAttribute('dir')], [name, dir])
      assert.deepEqual(faults, [])
    })

    test('what scripts say is in the language too', async () => {
      const { page, faults } = await onePage()
      await page.goto(open.address('timeline/?status=happened'))
      await page.locator('[data-status]').getByText('1').first().waitFor()
      assert.equal(await page.locator('h1').innerText(), heading)
      assert.doesNotMatch(await page.locator('main').innerText(), english)
      await page.keyboard.press('Control+k')
      await page.keyboard.type(typed)
      await page.locator('dialog [data-state="results"]').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/quotes/ruta-kalder/safe/')
      await page.goto(open.address(`search/?q=${encodeURIComponent(typed)}`))
      await page.locator('main .found-group').getByText(found).first().waitFor()
      assert.doesNotMatch(await page.locator('main').innerText(), english)
      await page.fill('main [data-search-panel] input', 'xyzzy')
      await page.keyboard.press('Enter')
      await page.locator('main [data-results]').getByText(none).first().waitFor()
      assert.deepEqual(faults, [])
    })
  })
