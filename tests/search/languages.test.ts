/** The promise that search makes, a language at a time: what stands in a text is found, and nothing that does not. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type Answer, ask as askIndex } from '../../src/search/browser/ask.ts'
import { showGroup } from '../../src/search/browser/show.ts'
import type { Tree } from '../../src/search/browser/tree.ts'
import { toViews } from '../../src/views/views.ts'
import { languages, toRecord } from '../sample.ts'
import { absentWords } from './absent-words.ts'
import { openTestIndex } from './open-index.ts'

const views = toViews(toRecord(languages))
const made = await openTestIndex(views)
after(() => made[Symbol.asyncDispose]())

const limits = { quote: 99, event: 99, article: 99, speaker: 99, topic: 99 }

async function ask(text: string): Promise<Answer> {
  const answer = await askIndex(made.index, text, { limits, toPage: (query) => `?q=${query}` })
  assert.ok(answer, text)
  await answer.loadRest()
  return answer
}

async function find(text: string): Promise<string[]> {
  const { groups, showing } = await ask(text)
  return showing === null ? groups.flatMap(({ hits }) => hits.map(({ url }) => url)) : []
}

const speaker = '/speakers/ruta-kalder/'
const pageOf = (language: string): string =>
  views.articles.find((article) => article.language === language)?.url ?? assert.fail(language)

for (const [number, { language, title, url }] of views.articles.entries()) {
  describe(`a text in ${language}`, () => {
    const text = [title, ...(views.texts[number] ?? []).map(({ text }) => text)].join('\n')
    // As a dictionary cuts it, which is not how search does.
    const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    const words = [...new Set(segments.flatMap(({ isWordLike, segment }) => (isWordLike ? segment : [])))]

    test('each of its words finds it, every sixth however it is typed: composed or not, in small letters or large', async () => {
      const lost: string[] = []
      for (const [number, word] of words.entries())
        for (const typed of number % 6 === 0
          ? new Set([word, word.normalize('NFD'), word.toLocaleUpperCase(language)])
          : [word])
          if (!(await find(typed)).includes(url)) lost.push(typed)
      assert.deepEqual(lost, [])
    })

    test('what stands between two signs finds it as a phrase', async () => {
      const lost: string[] = []
      for (const phrase of text.split(/[^\p{L}\p{N}\p{M}\s'’·・\u200C]+/u).map((one) => one.trim()))
        if (phrase && !(await find(`"${phrase}"`)).includes(url)) lost.push(phrase)
      assert.deepEqual(lost, [])
    })

    test('no word that is not there finds anything', async () => {
      const found: string[] = []
      for (const word of absentWords[language] ?? assert.fail()) if ((await find(word)).length > 0) found.push(word)
      assert.deepEqual(found, [])
      assert.equal(absentWords[language]?.length, 40)
    })
  })
}

test('each alias finds whose it is, composed or not', async () => {
  const lost: string[] = []
  for (const name of views.speakers.flatMap(({ aliases, name }) => [name, ...aliases]))
    for (const typed of new Set([name, name.normalize('NFD'), name.split(/[ ·・]/).at(-1) ?? '']))
      if (!(await find(typed)).includes(speaker)) lost.push(typed)
  assert.deepEqual(lost, [])
})

test('a Cyrillic name is found with an ending, in the index of another language too', async () => {
  assert.ok((await find('Кальдером')).includes(speaker))
})

const cases: [typed: string, language: string][] = [
  ['гарантія', 'uk'],
  ['Київ', 'uk'],
  ['Обʼєднання', 'uk'],
  ["об'єднання", 'uk'],
  ['gwarancja', 'pl'],
  ['Neill', 'en'],
  ['O’Neill', 'en'],
  ['oneill', 'en'],
  ['facade', 'en'],
  ['schon', 'de'],
  ['strasse', 'de'],
  ['Odessa', 'fr'],
  ['"accepteront jamais"', 'fr'],
  ['"n’accepteront jamais"', 'fr'],
  ['ouvrage', 'fr'],
  ['Ucraina', 'it'],
  ['ispezione', 'it'],
  ['inşaat', 'tr'],
  ['ırmak', 'tr'],
  ['سلام', 'ar'],
  ['السلام', 'ar'],
  ['مدينة', 'ar'],
  ['بضائع', 'ar'],
  ['العبارات', 'ar'],
  ['اصلاح', 'ar'],
  ['كشتيهاي', 'fa'],
  ['1409', 'fa'],
  ['گذرند', 'fa'],
  ['שלום', 'he'],
  ['מהנדסים', 'he'],
  ['2032', 'hi'],
  ['जमीन', 'hi'],
  ['大桥', 'zh-Hans'],
  ['安全', 'zh-Hans'],
  ['“在确保安全之前，我们不会重新开放大桥。”', 'zh-Hans'],
  ['在确保安全之前，我们不会重新开放大桥。', 'zh-Hans'],
  ['大橋', 'zh-Hant'],
  ['モスクワ', 'ja'],
  ['ﾓｽｸﾜ', 'ja'],
  ['バス', 'ja'],
  ['ABC', 'ja'],
  ['서울', 'ko'],
  ['승객', 'ko'],
  ['ฟาก', 'th'],
  ['ปลอดภัย', 'th'],
  ['γεφυρα', 'el'],
  ['ΓΈΦΥΡΑ', 'el'],
]
for (const [typed, language] of cases)
  test(`finds the text in ${language} for ${typed}`, async () => {
    const found = await find(typed)
    assert.ok(found.includes(pageOf(language)), `found ${found.join(', ') || 'nothing'}`)
  })

test('voiced kana, vowels of Hindi and tones of Thai tell words apart', async () => {
  for (const typed of ['パス', 'सूरक्षा', 'नदि', 'เรือ้']) assert.deepEqual(await find(typed), [], typed)
})

test('two letters are enough while somebody types, where they are a word', async () => {
  for (const [typed, isEnough] of [
    ['大桥', true],
    ['다리', true],
    ['br', false],
    ['мі', false],
  ] as const) {
    const answer = await askIndex(made.index, typed, { isTyping: true, limits, toPage: String })
    assert.equal(answer !== null, isEnough, typed)
  }
})

test('what a query needs is loaded, and no other language', async (context) => {
  await using fresh = await openTestIndex(views)
  const { fetch } = globalThis
  const asked: string[] = []
  context.mock.method(globalThis, 'fetch', (...given: Parameters<typeof fetch>) => {
    asked.push(...(/pagefind\.(\w+)_\w+\.pf_meta/.exec(String(given[0]))?.slice(1) ?? []))
    return fetch(...given)
  })
  for (const [typed, languages] of [
    ['bridge', ['en']],
    ['гарантії', ['uk']],
    ['大桥', ['und']],
    ['orchid', []],
  ] as const) {
    await askIndex(fresh.index, typed, { limits, toPage: String })
    assert.deepEqual(asked.splice(0), languages, typed)
  }
})

test('what was asked for is marked where it stands, in letters that part no words too', async () => {
  const marked = async (typed: string): Promise<string[]> => {
    const { groups, query } = await ask(typed)
    const options = { language: 'en', heading: 2, more: 9, toPage: String } as const
    return groups.flatMap((group) => toMarked(showGroup(group, query, options)))
  }
  assert.deepEqual([...new Set(await marked('大桥'))].join(''), '大桥')
  assert.ok((await marked('Odessa')).includes('d’Odessa'))
  assert.ok((await marked('سلام')).includes('السلام'))
  assert.ok((await marked('гарантія')).includes('гарантії'))
})

const toMarked = (one: Tree | string): string[] =>
  typeof one === 'string' ? [] : one.tag === 'mark' ? [one.children.join('')] : one.children.flatMap(toMarked)
