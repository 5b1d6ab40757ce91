/** Words of twenty languages in a real browser: they are found, and run their own way. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { hasLettersOf, scriptsOf } from '../../src/words/language.ts'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

describe('a record in twenty languages', () => {
  const open = useSite(testSites.languages)
  const onePage = useOnePage(open)
  const box = 'main [data-search-panel] input[type="search"]'

  test('words of other scripts are found, each in the index of its language', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('search/'))
    for (const [typed, article, marked] of [
      ['гарантія', '2031-05-02-uk', 'гарантії'],
      ['Odessa', '2031-05-05-fr', 'd’Odessa'],
      ['سلام', '2031-05-11-ar', 'السلام'],
      ['שלום', '2031-05-13-he', 'שָׁלוֹם'],
      ['大桥', '2031-05-15-zh-hans', '大'],
      ['モスクワ', '2031-05-17-ja', 'モ'],
      ['ฟาก', '2031-05-19-th', 'ฟ'],
    ] as const) {
      await page.fill(box, typed)
      const hit = page.locator(`main .hit:has(.hit-title[href*="/articles/${article}/"])`)
      await hit.waitFor()
      await page.locator('main .hit mark', { hasText: marked }).first().waitFor()
      await page.locator('main .found-group').first().waitFor()
    }
    await page.fill(box, '雪花')
    await page.locator(box).press('Enter')
    await page.locator('main [data-results]').getByText('Nothing found for').waitFor()
    assert.deepEqual(faults, [])
  })

  test('an alias in another script says which, and runs its own way', () => {
    const file = join(projectFolder, testSites.languages.folder, 'speakers/ruta-kalder/index.html')
    const page = readFileSync(file, 'utf8').replace(/ class="[^"]*"/g, '')
    for (const shown of [
      '<bdi lang="und-Cyrl">Рута Кальдер</bdi>',
      '<bdi lang="und-Arab" dir="rtl">روتا كالدر</bdi>',
      '<bdi lang="und-Hebr" dir="rtl">רותה קלדר</bdi>',
      '<bdi lang="und-Kana">ルタ・カルダー</bdi>',
      'Ruta O’Kalder',
      '<h1>Ruta Kalder</h1>',
    ])
      assert.ok(page.includes(shown), shown)
  })

  test('a result says its language and runs its own way', async () => {
    const { page } = await onePage('as it is')
    await page.fill(box, 'السلام')
    await page.locator(box).press('Enter')
    const words = page.locator('main [data-results][aria-busy="false"] .hit-words').first()
    await words.waitFor()
    assert.deepEqual(
      await words.evaluate((one: HTMLElement) => [one.lang, getComputedStyle(one).direction, one.innerText.charAt(0)]),
      ['ar', 'rtl', '”'],
    )
  })

  test('Arabic words run from right to left in an English page, and a Latin name in them does not turn them', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('articles/2031-05-11-ar/'))
    const copy = page.locator('.copy').first()
    assert.deepEqual(await copy.evaluate((one: HTMLElement) => [one.lang, one.dir]), ['ar', 'rtl'])
    assert.equal(await page.locator('h1').getAttribute('dir'), 'rtl')
    // The line begins at the right with its opening mark, and `Port Ellis` stands left of the words before it.
    const [mark, before, name] = await copy.evaluate((one) => {
      const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
      const place = (words: string): number => {
        walker.currentNode = one
        while (walker.nextNode()) {
          const at = walker.currentNode.textContent?.indexOf(words) ?? -1
          if (at === -1) continue
          const range = document.createRange()
          range.setStart(walker.currentNode, at)
          range.setEnd(walker.currentNode, at + words.length)
          return range.getBoundingClientRect().left
        }
        return Number.NaN
      }
      return ['«', 'السلام', 'Port Ellis'].map(place)
    })
    assert.ok(Number(mark) > Number(before) && Number(before) > Number(name), `${mark} ${before} ${name}`)
    assert.deepEqual(faults, [])
  })
})

describe('a page that runs from right to left', () => {
  const open = useSite(testSites.small)

  test('has its scale turned over, and the words in it are not', async () => {
    const { page, context } = await open.open()
    await page.goto(open.address('speakers/mara-lodzinska/'))
    const svg = page.locator('figure.scale svg')
    await svg.waitFor()
    const measure = () =>
      svg.evaluate((one) => {
        const middle = (element: Element): number => {
          const { left, width } = element.getBoundingClientRect()
          const frame = one.getBoundingClientRect()
          return (left + width / 2 - frame.left) / frame.width
        }
        const turned = (element: Element): boolean =>
          new DOMMatrix(getComputedStyle(element).transform).a * new DOMMatrix(getComputedStyle(one).transform).a < 0
        const texts = [...one.querySelectorAll('text')]
        return { shapes: [...one.querySelectorAll('.shape')].map(middle), turned: texts.filter(turned).length }
      })
    const before = await measure()
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    const after = await measure()
    assert.ok(before.shapes.length > 0)
    assert.deepEqual([before.turned, after.turned], [0, 0])
    for (const [index, at] of after.shapes.entries()) assert.ok(Math.abs(at + (before.shapes[index] ?? 9) - 1) < 0.01)
    // Nothing of the page sticks out on either side.
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false)
    await context.close()
  })
})

describe('words of our own and names in them', () => {
  const all = 'Latn Cyrl Grek Arab Hebr Deva Thai Armn Geor Hang Hira Kana Hani'.split(' ')
  const unspoken = new Set(['script', 'style', 'title', 'textarea', 'option', 'code', 'kbd', 'pre', 'svg'])

  /** Texts with letters of another script than the nearest language says; somebody's own words may hold any name. */
  function findUnsaid(node: Nodes, page: string, language = page): string[] {
    if (node.type === 'text') {
      const isOurs = language === page || language.startsWith('und-')
      const text = node.value.replace(/(?:\bhttps?:|(?<!\S))\/\S+/g, '')
      const own = scriptsOf(language)
      const other = all.filter((script) => !own.includes(script) && hasLettersOf(script, text))
      // A Japanese name has letters of three scripts.
      const isName =
        own.some((script) => ['Hira', 'Kana'].includes(script)) && other.every((one) => /^H|Kana/.test(one))
      return isOurs && other.length > 0 && !isName ? [`${language}: ${text.trim()}`] : []
    }
    if (!('children' in node) || (node.type === 'element' && unspoken.has(node.tagName))) return []
    const lang = node.type === 'element' ? node.properties['lang'] : null
    return node.children.flatMap((child) => findUnsaid(child, page, typeof lang === 'string' ? lang : language))
  }

  for (const [name, page] of [
    ['languages', 'en'],
    ['uk', 'uk'],
    ['ar', 'ar'],
    ['zh', 'zh'],
  ] as const)
    test(`say of what is in another script which it is: ${name}`, () => {
      const { folder } = testSites[name]
      const pages = listFiles(folder, /\.html$/)
      assert.ok(pages.length > 20)
      const unsaid = pages.flatMap((path) =>
        findUnsaid(fromHtml(readFileSync(join(projectFolder, folder, path), 'utf8')), page).map(
          (one) => `${path} ${one}`,
        ),
      )
      assert.deepEqual(unsaid, [])
    })
})
