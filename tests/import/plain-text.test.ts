import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CaptureError } from '../../src/import/page/capture.ts'
import { lostOpening, readAgency, readDay, readPlainText } from '../../src/import/page/plain-text.ts'
import { propose } from '../../src/import/propose.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { firstArticles, isFirstStory, projectFolder } from '../sites.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/import/captures', name), 'utf8')

/** The articles of the record with furniture of ours around them, as such pages are captured. */
const captures = [
  { article: firstArticles[0], titled: true, tail: 'related-stories.txt' },
  { article: firstArticles[1], titled: false, tail: 'recommendations.txt' },
]

describe('the first articles, as captured', { skip: !isFirstStory }, () => {
  const { record } = readContent(join(projectFolder, 'content'))
  let rightInAll = 0
  for (const { article: id, titled, tail } of captures) {
    const article = record.articles.find((one) => one.id === id)
    assert.ok(article)
    const head = titled ? `${article.title}\n` : ''
    const capture = readPlainText(`${head}${article.blocks.map(({ text }) => text).join('\n')}\n${fixture(tail)}`)

    test(`${id}: word for word, and nothing else`, () => {
      assert.deepEqual(
        capture.blocks.map(({ kind, text }) => `${kind} ${text}`),
        article.blocks.map(({ kind, text }) => `${kind} ${text}`),
      )
      assert.equal(capture.title, titled ? article.title : null)
    })

    test(`${id}: what was cut is named with its lines`, () => {
      const last = capture.cut.at(-1)
      const lines = (titled ? 1 : 0) + article.blocks.length
      assert.equal(last?.from, lines + 1)
      assert.ok(last?.words.startsWith(fixture(tail).split(/\s+/, 1)[0] ?? ''))
    })

    test(`${id}: every quotation, and nobody wrong`, () => {
      const facts = {
        title: null,
        outlet: null,
        agency: null,
        published: '2025-08-21',
        url: null,
        language: 'en',
        rights: 'full',
      } as const
      const { quotes } = propose(capture, facts, { record: { ...record, articles: [] }, refused: new Set() })
      const spoken = quotes.filter(({ kind }) => kind !== 'indirect')
      const wordings = article.wordings.flatMap((wording) =>
        wording.parts.map((part) => ({ ...part, speaker: wording.quote.speaker.id })),
      )
      for (const { text, person, term } of spoken) {
        const part = wordings.find((one) => one.text.includes(text) || one.verbatim.includes(text))
        if (!part) assert.ok(article.terms.includes(text), `${text} is nowhere in the record`)
        assert.equal(term ? null : person?.id, part?.speaker ?? null, text)
        if (part) rightInAll++
      }
      const quoted = wordings.filter(({ kind }) => kind !== 'indirect').length
      assert.ok(spoken.filter(({ term }) => !term).length >= quoted)
    })
  }

  test('at least twelve speakers right without help', () => assert.ok(rightInAll >= 12, String(rightInAll)))

  test('a lost opening and a missing headline are told', () => {
    const [first, second] = captures.map(({ article: id, titled, tail }) => {
      const article = record.articles.find((one) => one.id === id)
      const text = article?.blocks.map((block) => block.text).join('\n')
      return readPlainText(`${titled ? `${article?.title}\n` : ''}${text}\n${fixture(tail)}`)
    })
    assert.match(first?.warnings.join() ?? '', /opening may be lost/)
    assert.match(first?.warnings.join() ?? '', /belongs to another story/)
    assert.match(second?.warnings.join() ?? '', /no headline/)
    assert.doesNotMatch(second?.warnings.join() ?? '', /opening/)
  })
})

const article = 'The last ferry left Skarholm on Sunday, and nobody waved.\nThe island has no shop now, and no school.'

const kept = (text: string) =>
  readPlainText(text)
    .blocks.map((block) => block.text)
    .join('\n')

describe('furniture', () => {
  const around: [name: string, text: string][] = [
    ['byline and date', `Ferry leaves for good\nBy Ola Nordmann\nPublished 3 November 2031\n${article}`],
    ['advertisement in the middle', article.replace('\n', '\nADVERTISEMENT\n')],
    ['link to another story in the middle', article.replace('\n', '\nRead more: The shop that sold everything\n')],
    ['comments', `${article}\nComments\nI never liked that boat anyway, to be honest with you.`],
    ['tags', `${article}\nTags: ferries, islands`],
    [
      'newsletter',
      `${article}\nSign up for our newsletter and get the news of the islands in your inbox every morning`,
    ],
    ['copyright', `${article}\n© Coast Herald. All rights reserved.`],
    [
      'other stories by their age',
      `${article}\nThe Gull\n25 minutes ago\nStorm takes the roof off the fish hall in one night.`,
    ],
    [
      'teasers',
      `${article}\nRelated stories\nStorm takes the roof\nThe fish hall lost its roof on Friday.\nA lighthouse for sale\nIt has eleven rooms and no running water.`,
    ],
    ['a rule', `${article}\n* * *`],
  ]
  for (const [name, text] of around) test(name, () => assert.equal(kept(text), article))

  test('a box in the middle does not end the article', () => {
    const more = 'The county will decide in February, it said.\nUntil then the pier stays shut to all boats.'
    assert.equal(
      kept(`${article}\nRelated stories\nA lighthouse for sale\nFish prices rise\n${more}`),
      `${article}\n${more}`,
    )
  })

  test('hard line breaks are undone', () => {
    const wrapped = `The last ferry of the season left Skarholm on a Sunday afternoon, and
with it went the only shopkeeper that the island has had since nobody
remembers when.

She took the bell of the shop with her, and the scales, and a cat that
belonged to nobody, and she did not look back at the pier until they had
passed the light.

Nobody waved at all.`
    assert.equal(readPlainText(wrapped).blocks.length, 3)
  })

  test('a sentence that begins like a label is none', () => {
    for (const line of [
      'More on that later, she said.',
      'Comments by the mayor were met with silence.',
      'Share prices fell.',
    ])
      assert.equal(kept(article.replace('\n', `\n${line}\n`)), article.replace('\n', `\n${line}\n`))
  })

  test('odd characters stay', () => {
    const odd = 'He wrote “should he held”, –- and then\u00a0nothing… at all.'
    assert.equal(kept(odd), odd)
  })
})

test('a text without an article is refused', () => {
  for (const text of ['Menu\nHome\nNews', 'hello', 'Sign in | Register']) {
    assert.throws(() => readPlainText(text), CaptureError)
  }
})

test('an opening that points back', () => {
  assert.equal(lostOpening('In comments released Thursday, he also warned of fire.'), 'he also')
  assert.equal(lostOpening('She has lived there for years.'), 'She')
  assert.equal(lostOpening('Ann Berg said she was tired.'), null)
  assert.equal(lostOpening('The mayor said he was tired.'), null)
  assert.equal(lostOpening('“He is late,” said Ann Berg.'), null)
})

test('agency and day, only where the page says so', () => {
  assert.equal(readAgency(['LONDON (Reuters) – It rained.'])?.name, 'Reuters')
  assert.equal(readAgency(['It rained, Reuters reported.']), null)
  assert.equal(readDay('Published 3 November 2031 at 07:10'), '2031-11-03')
  assert.equal(readDay('Nov 3, 2031'), '2031-11-03')
  assert.equal(readDay('31 February 2031'), null)
  for (const text of [
    ...['Publié le 5 mai 2025 à 18h04', '5. Mai 2025', '5 de mayo de 2025', '5 мая 2025, 10:00', '5 травня 2025'],
    ...['2025年5月5日 10時', '2025.05.05. 10:00', '05.05.2025 - 10:00', '5 maja 2025', '5 Mayıs 2025', '5 Μαΐου 2025'],
  ])
    assert.equal(readDay(text), '2025-05-05', text)
  // The day or the month first: it is not told.
  assert.equal(readDay('05/06/2025'), null)
  const dated =
    'Brücke bleibt zu\n5. Mai 2025, 10:00 Uhr\nDie alte Brücke bleibt bis zum Herbst gesperrt, teilte die Stadt mit.'
  assert.equal(readPlainText(dated).published?.day, '2025-05-05')
  assert.equal(readPlainText(`Ferry leaves for good\nNovember 3, 2031\n${article}`).published?.day, '2031-11-03')
})
