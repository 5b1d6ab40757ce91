/** The catalogues: whole, of one shape, each message said by something; and how a message is said. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { listCatalogues, readCatalogue, toSpoken } from '../../src/loaders/catalogues.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { count } from '../../src/words/count.ts'
import { readMessage } from '../../src/words/icu.ts'
import { judgeTexts, listMissing } from '../../src/words/judge.ts'
import english from '../../src/words/languages/en.json' with { type: 'json' }
import { toText } from '../../src/words/message.ts'
import { isMissing, say, sayWith, speak } from '../../src/words/say.ts'
import { judgeCatalogues } from '../catalogues.ts'
import { listFiles, projectFolder } from '../sites.ts'

afterEach(() => speak('en'))

test('the languages that come with the software are whole', () => {
  assert.deepEqual(judgeCatalogues(), [])
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'he', 'ja', 'ru', 'uk', 'zh'])
    assert.ok(listCatalogues().includes(language), language)
})

test('every message is said somewhere', () => {
  const code = listFiles('src', /\.(ts|astro)$/)
    .map((file) => readFileSync(join(projectFolder, 'src', file), 'utf8'))
    .join('\n')
  // `say(`status.${status}`)` says all that begin so.
  const beginnings = Array.from(code.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g), ([, start = '']) => start)
  const rooms = Array.from(code.matchAll(/nameOf\('(\w+)'/g), ([, room]) => `${room}.`)
  const named = new Set(Array.from(code.matchAll(/['"]([a-zA-Z.]+)['"]/g), ([, name]) => name))
  const seasons = 'date.season.'
  const isSaid = (key: string) =>
    named.has(key) || [...beginnings, ...rooms, seasons].some((start) => key.startsWith(start))
  assert.deepEqual(
    Object.keys(english).filter((key) => !isSaid(key)),
    [],
  )
})

test('numbers choose their words in each language', () => {
  const sayIn = (language: string, numbers: number[]) => {
    speak(language, readCatalogue(language))
    return numbers.map((number) => count(number, 'events'))
  }
  assert.deepEqual(sayIn('uk', [1, 3, 5, 21]), ['1 подія', '3 події', '5 подій', '21 подія'])
  assert.deepEqual(sayIn('ru', [1, 2, 11, 1200]), ['1 событие', '2 события', '11 событий', '1\u00a0200 событий'])
  assert.deepEqual(sayIn('ar', [0, 1, 2, 3, 11, 100]), [
    'لا أحداث',
    'حدث واحد',
    'حدثان',
    '3 أحداث',
    '11 حدثًا',
    '100 حدث',
  ])
  assert.deepEqual(sayIn('he', [1, 2, 3]), ['אירוע אחד', 'שני אירועים', '3 אירועים'])
  assert.deepEqual(sayIn('zh', [1, 2]), ['1 个事件', '2 个事件'])
})

test('a language has the catalogue of its script, and what it lacks is English and says so', () => {
  assert.equal(readCatalogue('zh-CN')['nav.quotes'], '言论')
  assert.deepEqual(readCatalogue('zh-Hant'), {})
  assert.deepEqual(readCatalogue('ko'), {})
  assert.equal(readCatalogue('de-AT')['nav.quotes'], 'Äußerungen')
  speak('uk', { 'nav.quotes': 'Слова' })
  assert.deepEqual([say('nav.quotes'), isMissing('nav.quotes')], ['Слова', false])
  assert.deepEqual([isMissing('nav.search'), isMissing('colon')], [true, false])
  assert.deepEqual([count(1200, 'events'), isMissing('count.events')], ['1,200 events', true])
})

test('a story says words of its own, as text', () => {
  const { record } = parseTexts({
    'story.md': '---\nname: Record\nsubject: The bridge\nlanguage: uk\nfollowing: false\n---\n\nIt is shut.\n',
    'words.yaml': 'nav.quotes: "<b>Слова</b>"\n"count.events": "{n, plural, other {# & подій}}"\n',
  })
  const { language, texts } = toSpoken(record)
  speak(language, texts)
  assert.equal(say('nav.topics'), 'Теми')
  assert.equal(count(2, 'events'), '2 & подій')
})

test('what cannot be said is told', () => {
  const faults = judgeTexts('uk', {
    'nav.qoutes': 'Слова',
    'count.events': '{n, plural, one {# подія} other {# події}}',
    'said.on': 'сказано',
    'date.by': 'до {date} {name}',
    'frame.notSaid': 'Немає <b>тут</b>',
    'nav.topics': '{Теми',
    'nav.search': '{now, date}',
  }).map(({ found }) => found)
  assert.deepEqual(faults.slice(0, 6), [
    'message `nav.qoutes`',
    '`count.events` without the plural `few`, `many`',
    '`said.on` without {date}',
    '{name} in `date.by`',
    '<b> in `frame.notSaid`',
    '`frame.notSaid` without <link>',
  ])
  assert.match(faults[6] ?? '', /`nav\.topics`, which cannot be read/)
  assert.match(faults[7] ?? '', /`nav\.search`, which cannot be read \(\{now\} asks for a form/)
  const missing = new Set<string>(listMissing({}))
  const common = Object.entries(english).filter(([key]) => !missing.has(key))
  // Signs and their order are no English.
  assert.ok(common.some(([key]) => key === 'colon') && missing.has('nav.search'))
  assert.deepEqual(
    common.filter(([, text]) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''))),
    [],
  )
})

test('a message keeps what is no text, and misses no value', () => {
  const element = { tag: 'b' }
  assert.deepEqual(sayWith('said.on', { date: element }), ['said ', element])
  assert.deepEqual(sayWith<object>('frame.notSaid', { link: (words) => ({ words }) }).slice(1), [
    { words: ['what this record holds'] },
    '.',
  ])
  assert.throws(() => say('said.on'), /No value for \{date\}/)
  assert.equal(toText(readMessage('{a, select, x {1} other {2}}'), 'en', { a: 'constructor' }), '2')
})
