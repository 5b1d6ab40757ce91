/** What the record that the project comes with must hold, whatever else is added to it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readContent } from '../src/loaders/from-disk.ts'
import { isFirstStory } from './sites.ts'

const { record } = readContent()

if (isFirstStory)
  describe('the record', () => {
    test('those who speak in the articles only by report are among them', () => {
      for (const id of ['sergei-lavrov', 'donald-trump', 'maksym-kozytskyi', 'ukrainian-officials', 'moscow']) {
        const speaker = record.speakers.find((candidate) => candidate.id === id)
        assert.ok(speaker && speaker.quotes.length > 0, id)
        assert.ok(
          speaker.quotes.every(({ kind }) => kind !== 'direct'),
          id,
        )
      }
    })

    test('the utterance that both articles carry is one quote with two wordings', () => {
      const texts = record.quotes
        .filter(({ wordings }) => new Set(wordings.map(({ article }) => article.id)).size > 1)
        .map(({ wordings }) => wordings.map(({ text }) => text).join(' | '))
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

    test('what is expected says who announced it, or that nobody is named', () => {
      const expected = record.events.filter(({ status }) => status === 'expected')
      for (const { id, announcedBy, dateBasis } of expected) {
        assert.ok(
          announcedBy || /no one|nobody|not (say|said|named|announced)|unnamed/i.test(dateBasis),
          `${id}: ${dateBasis}`,
        )
      }
    })

    test('every event has a report of an article', () => {
      assert.deepEqual(
        record.events.filter(({ reports }) => reports.length === 0).map(({ id }) => id),
        [],
      )
    })
  })
