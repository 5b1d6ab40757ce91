import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readContent } from '../../src/loaders/from-disk.ts'
import { ask } from '../../src/search/browser/ask.ts'
import { urls } from '../../src/urls.ts'
import { toNarrow } from '../../src/views/quote-list.ts'
import { toViews } from '../../src/views/views.ts'
import { difficult, toRecord } from '../sample.ts'
import { isFirstStory, projectFolder, testSites } from '../sites.ts'
import { openTestIndex, type TestIndex } from './open-index.ts'
import { type Case, difficultNames, firstRecord, followed, kinds, small } from './queries.ts'

const limits = { quote: 99, event: 99, article: 99, speaker: 99, topic: 99 }
const records = [
  ...(isFirstStory
    ? [{ name: 'the first record', read: () => readContent().record, cases: [...firstRecord, ...kinds] }]
    : []),
  ...[
    { site: testSites.small, cases: small },
    { site: testSites.followed, cases: followed },
  ].map(({ cases, site }) => ({
    name: `the record ${site.name}`,
    read: () => readContent(join(projectFolder, site.content)).record,
    cases,
  })),
  { name: 'difficult names', read: () => toRecord(difficult), cases: difficultNames },
]

for (const { name, read, cases } of records) {
  describe(name, () => {
    let made: TestIndex
    before(async () => {
      made = await openTestIndex(toViews(read()))
    })
    after(() => made[Symbol.asyncDispose]())

    test('finds as many statements as each way to narrow them says', async () => {
      const { quotes, speakers } = read()
      for (const speaker of [null, ...speakers]) {
        const ways = toNarrow(speaker ? speaker.quotes : quotes, speaker)
        for (const { total, url } of ways.flatMap(({ choices }) => choices)) {
          const query = new URL(url, 'https://example.org').searchParams.get('q')
          if (query === null) continue
          const answer = await ask(made.index, query, { limits, toPage: urls.search })
          assert.deepEqual(
            [query, answer?.groups.map(({ thing, count }) => [thing, count])],
            [query, [['quote', total]]],
          )
        }
      }
    })

    for (const one of cases) {
      test(`${one.nothing ? 'finds nothing' : 'finds what it should'} for ${one.typed}`, async () => {
        const answer = await ask(made.index, one.typed, { limits, toPage: urls.search })
        assert.ok(answer)
        await answer.loadRest()
        judge(
          one,
          answer.groups.flatMap(({ hits }) => hits.map(({ url }) => url)),
        )
        if (one.showing) assert.equal(answer.showing, one.showing)
        if (one.instead) assert.equal(answer.instead, one.instead)
      })
    }
  })
}

function judge({ finds = [], first, not = [], nothing }: Case, found: string[]): void {
  if (nothing) assert.deepEqual(found, [])
  if (first) assert.ok([first].flat().includes(found[0] ?? ''), found.join('\n'))
  for (const url of finds) assert.ok(found.includes(url), `${url} is missing among\n${found.join('\n')}`)
  for (const url of not) assert.ok(!found.includes(url), `${url} is among\n${found.join('\n')}`)
}
