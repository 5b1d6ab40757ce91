import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Topic } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { speakersOnTopic, urlOnTopic } from '../../src/views/standings.ts'
import { toTopicSpeakersViews } from '../../src/views/topic-page.ts'
import { type StoryEntry, toPeriods, toTopicStory } from '../../src/views/topic-story.ts'
import { storyPeriodName } from '../../src/words/timeline.ts'
import { eventOf, record } from '../record/small-record.ts'

const topic = record.topics.find(({ id }) => id === 'reopening') as Topic
const idOf = (entry: StoryEntry): string => (entry.is === 'event' ? entry.event.id : entry.quote.id)

test('events and quotes stand in one order of time, what is expected and what has no date aside', () => {
  const undated = { ...eventOf('early-inspection') }
  const built = eventOf('bridge-built')
  const story = toTopicStory({ ...topic, events: [...topic.events, undated, built] })
  assert.equal(idOf(story[0] as StoryEntry), 'bridge-built')
  assert.equal(idOf(story[1] as StoryEntry), '2031-03-01-bridge-closed')
  assert.equal(idOf(story.at(-1) as StoryEntry), 'early-inspection')
  assert.deepEqual(
    story.filter(({ is }) => is === 'quote').map(idOf),
    topic.quotes.map(({ id }) => id),
    'quotes stay in the order they were said',
  )
  assert.ok(!story.map(idOf).includes('reopening'))
})

test('of one day the event stands before the words', () => {
  const quote = topic.quotes.find(({ said }) => said)
  assert.ok(quote?.said)
  const event = { ...eventOf('2031-03-01-bridge-closed'), date: quote.said }
  assert.deepEqual(toTopicStory({ events: [event], quotes: [quote] }).map(idOf), [event.id, quote.id])
})

test('a page is told by months, longer spans by their years', () => {
  const at = (edtf: string | null): StoryEntry => ({
    is: 'event',
    event: { ...eventOf('cracks-found'), date: edtf === null ? null : toWhen(edtf) },
  })
  const names = toPeriods(
    ['2029~', '2031', '2031-02', '2031-02-28', '2031-02-28/2031-03-01', '../2031-03', null].map(at),
  ).map(({ id }) => storyPeriodName(id))
  assert.deepEqual(names, ['2029', '2031', 'February 2031', '2031', 'March 2031', 'Without a date'])
})

test('the words of one speaker on one occasion stand together', () => {
  const { quotes } = record
  const parts = toPeriods(toTopicStory({ ...topic, quotes })).flatMap((period) => period.parts)
  const words = parts.flatMap((part) => (part.is === 'words' ? [part] : []))
  assert.deepEqual(
    words.flatMap(({ occasion }) => occasion.quotes.map(({ id }) => id)),
    quotes.map(({ id }) => id),
  )
})

test('each speaker is found on the page of the list that begins with them', () => {
  const [first] = topic.quotes
  assert.ok(first)
  const [mayor, other] = record.speakers
  assert.ok(mayor && other)
  const by = (speaker: typeof mayor, number: number) =>
    Array.from({ length: number }, (_, n) => ({ ...first, id: `${speaker.id}/${n}`, speaker }))
  const long = { ...topic, quotes: [...by(mayor, 60), ...by(other, 2), ...by(mayor, 50)] }
  const speakers = speakersOnTopic(long)
  assert.deepEqual(
    speakers.map(({ pages, speaker, quotes, url }) => [speaker.id, quotes.length, url, pages]),
    [
      [
        mayor.id,
        110,
        `/topics/reopening/speakers/#${mayor.id}`,
        ['/topics/reopening/speakers/', '/topics/reopening/speakers/page/2/'],
      ],
      [other.id, 2, `/topics/reopening/speakers/page/2/#${other.id}`, ['/topics/reopening/speakers/page/2/']],
    ],
  )
  assert.deepEqual(
    toTopicSpeakersViews(long).map((page) => page.speakers.map(({ speaker }) => speaker.id)),
    [[mayor.id], [mayor.id, other.id]],
  )
  // One speaker's words alone, wherever they begin.
  assert.equal(urlOnTopic(long, other), `/topics/reopening/speakers/page/2/?with=${other.id}#${other.id}`)
})
