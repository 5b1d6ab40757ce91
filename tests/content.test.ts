/** What the two articles that the project comes with hold, whatever else is added to the record. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readContent } from '../src/loaders/from-disk.ts'
import { firstArticles, isFirstStory } from './sites.ts'

const { record } = readContent()
const isFirst = ({ article }: { article: { id: string } }) => firstArticles.some((id) => id === article.id)
const wordings = record.quotes.flatMap((quote) => quote.wordings.filter(isFirst))

if (isFirstStory)
  describe('the first two articles', () => {
    test('know some speakers by report alone', () => {
      for (const id of ['sergei-lavrov', 'donald-trump', 'maksym-kozytskyi', 'ukrainian-officials', 'moscow']) {
        const own = wordings.filter(({ quote }) => quote.speaker.id === id)
        assert.ok(own.length > 0, id)
        assert.ok(
          own.every(({ kind }) => kind !== 'direct'),
          id,
        )
      }
    })

    test('share utterances, each of which is one quote with two wordings', () => {
      const texts = [...Map.groupBy(wordings, ({ quote }) => quote).values()]
        .filter((own) => new Set(own.map(({ article }) => article.id)).size > 1)
        .map((own) => own.map(({ text }) => text).join(' | '))
      assert.ok(
        texts.some((text) => text.includes('We do not need guarantors') && text.includes('We don’t need guarantors')),
        texts.join('\n'),
      )
      // What one article quotes and another only reports is one quote too.
      for (const words of ['Moscow', 'neutral', 'seven to 10 days']) {
        assert.ok(
          texts.some((text) => text.split(words).length > 2),
          words,
        )
      }
    })

    test('report what is expected with who announced it, or without anybody', () => {
      const expected = record.events.filter(({ status, reports }) => status === 'expected' && reports.some(isFirst))
      assert.ok(expected.length > 0)
      for (const { id, announcedBy, dateBasis } of expected) {
        assert.ok(
          announcedBy || /no one|nobody|not (say|said|named|announced)|unnamed/i.test(dateBasis),
          `${id}: ${dateBasis}`,
        )
      }
    })
  })
