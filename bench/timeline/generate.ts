/**
 * A fictional record whose timeline is long, the same on every run: each event is reported by two outlets, every third one
 * with a figure that they give differently, and has words of two speakers. `node bench/timeline/generate.ts 3000
 * folder` writes it.
 */
import { eventKinds } from '../../src/schema/index.ts'
import { capital, toLetters, writeFiles } from '../generate.ts'

const eventsEach = 10
const sizes = { speakers: 120, topics: 15, outlets: 12, places: 40 }
const syllables = 'ba ten mor lin dra sel wick har den fol ray ston pel mar tis cor van ley gan thor'.split(' ')
const settled = ['held', 'slipped', 'cancelled'] as const

/** The files of a record with that many events, by path. */
function generateTimeline(count: number): { [path: string]: string } {
  const random = randomise(7)
  const below = (limit: number): number => Math.floor(random() * limit)
  const lexicon = Array.from({ length: 900 }, () =>
    Array.from({ length: 1 + below(3) }, () => syllables[below(syllables.length)]).join(''),
  )
  const words = (length: number): string => Array.from({ length }, () => lexicon[below(900)]).join(' ')
  const files: { [path: string]: string } = {
    'story.md':
      '---\nname: A long story\nsubject: Nothing in particular\nlanguage: en\nfollowing: false\n---\n\nWhat happened is [on record](events/event-0.md).\n',
  }
  const named = (folder: string, number: number, front: (n: number) => string): void => {
    for (let n = 0; n < number; n += 1)
      files[`${folder}/${folder.slice(0, -1)}-${n}.md`] = `---\n${front(n)}\n---\n\nFictional.\n`
  }
  const names = Array.from(
    { length: sizes.speakers },
    (_, n) => `${capital(words(1))} ${capital(words(1))}${toLetters(n)}`,
  )
  named('outlets', sizes.outlets, (n) => `name: Outlet ${n}\nkind: newspaper\nurl: https://outlet-${n}.example.org/`)
  named('speakers', sizes.speakers, (n) => `name: ${names[n]}\nkind: person`)
  const topics = Array.from({ length: sizes.topics }, (): string[] => [])
  const quotesOf = Array.from({ length: count }, (): string[] => [])
  const articlesOf = Array.from({ length: count }, (): string[] => [])
  const articleCount = Math.ceil(count / eventsEach) * 2
  for (let a = 0; a < articleCount; a += 1) {
    const published = dayOf(a, articleCount)
    const id = `${published}-article-${a}`
    const foot: string[] = []
    const paragraphs = Array.from({ length: eventsEach }, (_, k) => {
      const event = Math.floor(a / 2) * eventsEach + k
      if (event >= count) return ''
      const speaker = below(sizes.speakers)
      const quote = `speaker-${speaker}#said-${a}-${k}`
      quotesOf[event]?.push(quote)
      articlesOf[event]?.push(id)
      topics[event % sizes.topics]?.push(quote)
      foot.push(
        `[e${k}]: ../events/event-${event}.md`,
        `[q${k}]: ../speakers/${quote.replace('#', '.md#')} "${published}, to reporters"`,
      )
      const said = capital(words(12 + below(10)))
      return `On that day [${words(10 + below(8))}][e${k}]. ["${said},"][q${k}] ${names[speaker]} said. ${capital(words(12))}.`
    }).filter(Boolean)
    files[`articles/${id}.md`] = `---
title: ${capital(words(7))} ${a}
outlet: outlet-${a % sizes.outlets}
published: ${published}
url: https://outlet-${a % sizes.outlets}.example.org/${a}
language: en
topics: [topic-${a % sizes.topics}]
rights: full
terms: []
added: ${published}
---

${paragraphs.join('\n\n')}

${foot.join('\n')}
`
  }
  named('topics', sizes.topics, (n) => `name: ${capital(words(5))}?\nquotes: [${topics[n]?.join(', ')}]`)
  for (let n = 0; n < count; n += 1) {
    const a = Math.floor(n / eventsEach) * 2
    const day = dayOf(a, articleCount)
    const before = toDay(Date.parse(day) - 86_400_000)
    const date = [before, `${before}/${day}`, before, day.slice(0, 7), before, day.slice(0, 4)][n % 6]
    const status = n % 20 === 19 ? 'expected' : n % 25 === 24 ? (settled[n % 3] ?? 'held') : 'happened'
    const [first = '', second = ''] = quotesOf[n] ?? []
    const [one = '', other = ''] = articlesOf[n] ?? []
    const figure = (value: number, article: string): string =>
      `\n  - { what: people counted, value: ${value}, words: ${value} people, scope: Place ${n % sizes.places}, article: ${article} }`
    files[`events/event-${n}.md`] = `---
title: ${capital(words(6))} ${toLetters(n)}
kind: ${eventKinds[below(eventKinds.length)]}
status: ${status}${status === 'expected' ? '\nstanding: promised' : ''}${status === 'expected' || status === 'happened' ? '' : `\noutcome: so it was\noutcomeIn: ${articlesOf[n]?.[1]}`}${status === 'slipped' ? '\nslippedTo: 2040' : ''}
date: ${status === 'expected' ? '2040' : date}
dateBasis: ${words(6)}
place: Place ${n % sizes.places}
speakers: [speaker-${below(sizes.speakers)}]
topics: [topic-${n % sizes.topics}]${status === 'expected' ? `\nannouncedBy: ${first}` : ''}
quotes: [${(status === 'expected' ? [second] : [first, second]).join(', ')}]
figures: ${n % 3 === 0 ? figure(n + 2, one) + figure(n + 3, other) : '[]'}
added: ${day}
---

${capital(words(9))}.
`
  }
  return files
}

/** Writes the record into a folder. */
export function writeTimeline(folder: string, count: number): void {
  writeFiles(folder, generateTimeline(count))
}

/** Numbers from 0 to 1, the same on every run (a linear congruential generator, Numerical Recipes). */
function randomise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Five years of articles. */
function dayOf(n: number, count: number): string {
  return toDay(Date.UTC(2021, 0, 2) + Math.floor((n * 5 * 365) / count) * 86_400_000)
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2)
  if (!Number(count) || !folder) {
    console.error(
      'Expected a number of events and a folder: `node bench/timeline/generate.ts 3000 .cache/bench/timeline`.',
    )
    process.exitCode = 1
  } else writeTimeline(folder, Number(count))
}
