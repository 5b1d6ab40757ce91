/**
 * A fictional record of any size, the same bytes for the same seed: `npm run generate -- --articles 1000 --seed 1`.
 * Its shapes are those of news: articles of about 450 words with six quotes each, in four languages and three scripts; two
 * hundred speakers with aliases, of whom a few speak all the time; utterances that several outlets carry, each in words of its
 * own; about three articles for an event, and every kind of date. The time it takes is in proportion to the articles.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { hashWords } from '../src/markdown/hash.ts'

const languages = ['en', 'de', 'uk', 'el'] as const
type Language = (typeof languages)[number]
type Files = { [path: string]: string }

/** Syllables from which words are made, so that no sentence means anything. */
const syllables: { [language in Language]: string[] } = {
  en: 'ba ten mor lin dra sel wick har den fol ray ston pel mar tis cor van ley gan thor'.split(' '),
  de: 'schu ber lan gen tra wal kör mün stein dach feld hau ßen rei licht zür burg önd wer kam'.split(' '),
  uk: 'ми ко ла дер жа во ві сте пок ру їн чо гор дзе на лі щу бі ват ся'.split(' '),
  el: 'κα λη με ρα θα λά σσα πό λις τρά πε ζα νύ χτα δρό μος φως βου νό χώ'.split(' '),
}
const saying: { [language in Language]: string } = { en: 'said', de: 'sagte', uk: 'сказав', el: 'είπε' }
const storyName = 'A generated record'
const wordCount = 450
/** Quotes of an article. */
export const quotesEach = 6
const speakerCount = 200
const outletCount = 24
const placeCount = 40
const topicCount = 20
const vocabularySize = 8000
const articlesPerDay = 5
/** Events for each article. */
const eventShare = 0.32
/** An utterance is carried again only while it is news: among so many of its language. */
const newsworthy = 12

/** The files of a record with that many articles, by path; they take turns in the languages. */
export function generateRecord(articles: number, seed = 1, spoken: readonly Language[] = languages): Files {
  const chance = toChance(seed)
  const speakers = Array.from({ length: speakerCount }, toSpeaker(chance))
  const events = Math.max(1, Math.ceil(articles * eventShare))
  const written = writeArticles(chance, speakers, { articles, events }, spoken)
  return {
    'story.md': `---\nname: ${storyName}\nsubject: Nothing in particular\nlanguage: en\ncontact: mailto:desk@example.org\nfollowing: true\n---\n\nWhat happened is [on record](events/event-0.md).\n`,
    ...toFiles('outlets', outletCount, toOutlet),
    ...toFiles('places', placeCount, () => toPlace(chance)),
    ...Object.fromEntries(speakers.map(({ file }, n) => [`speakers/speaker-${n}.md`, file])),
    ...written.files,
    ...toFiles('events', events, (n) => toEvent(chance, n, { articles, events }, written.newest)),
    ...toFiles('topics', topicCount, (n) => toTopic(n, written.ofTopics[n] ?? [])),
  }
}

/** Writes the record into a folder. */
export function writeRecord(folder: string, articles: number, seed = 1): void {
  writeFiles(folder, generateRecord(articles, seed))
}

/** Writes files into a folder, by their paths from it. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

interface Sizes {
  articles: number
  events: number
}

interface Chance {
  below(limit: number): number
  /** One of so many, the n-th in proportion to 1/n (Zipf's law). */
  often(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  words(language: Language, length: number): string[]
  sentence(language: Language, length: number): string
  /** A name that nobody had yet. */
  name(language: Language): string
}

function toChance(seed: number): Chance {
  const random = randomise(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const often = (limit: number): number => Math.floor((limit + 1) ** random()) - 1
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const toWord = (language: Language, most: number): string =>
    Array.from({ length: 1 + below(most) }, () => pick(syllables[language])).join('')
  const vocabularies = Object.fromEntries(
    languages.map((language) => [language, Array.from({ length: vocabularySize }, () => toWord(language, 4))]),
  )
  const words = (language: Language, length: number): string[] =>
    Array.from({ length }, () => vocabularies[language]?.[often(vocabularySize)] ?? '')
  const names = new Set<string>()
  const name = (language: Language): string => {
    const made = capital(`${pick(syllables[language])}${toWord(language, 3)}`)
    if (names.has(made)) return name(language)
    names.add(made)
    return made
  }
  return { below, often, pick, words, name, sentence: (...of) => `${capital(words(...of).join(' '))}.` }
}

interface Speaker {
  /** As an article in that language has it. */
  names: { [language in Language]: string }
  file: string
}

function toSpeaker({ name, pick, sentence }: Chance): (_: unknown, n: number) => Speaker {
  return (_, n) => {
    const names = { en: name('en'), de: name('de'), uk: name('uk'), el: name('el') }
    const aliases = Object.values(names).join(', ')
    const kind = n % 20 === 19 ? 'organisation' : 'person'
    const roles = `roles:
  - { title: First office ${n}, from: 2019-01-01, to: 2022-06-30 }
  - { title: Second office ${n}, from: 2022-07-01 }\n`
    const front = `name: ${capital(pick(syllables.en))} ${names.en}\nkind: ${kind}\naliases: [${aliases}]\n`
    return { names, file: `---\n${front}${kind === 'person' ? roles : ''}---\n\n${sentence('en', 9)}\n` }
  }
}

const toOutlet = (n: number): string =>
  `---\nname: Outlet ${n}\nkind: ${n % 6 === 5 ? 'agency' : 'newspaper'}\nurl: https://outlet-${n}.example.org/\n---\n`

const toPlace = ({ name }: Chance): string => `---\nname: ${name('en')}\naliases: [${name('uk')}, ${name('el')}]\n---\n`

const toTopic = (n: number, quotes: readonly string[]): string =>
  `---\nname: Question ${n}?\nquotes: [${quotes.join(', ')}]\n---\n\nA question.\n`

interface Utterance {
  name: string
  speaker: number
  words: string[]
  date: string
}

interface Written {
  files: Files
  /** Names of quotes, by topic. */
  ofTopics: string[][]
  /** The last new quote of each article. */
  newest: string[]
}

function writeArticles(
  chance: Chance,
  speakers: readonly Speaker[],
  sizes: Sizes,
  spoken: readonly Language[],
): Written {
  const written: Written = { files: {}, ofTopics: Array.from({ length: topicCount }, () => []), newest: [] }
  const news: { [language in Language]: Utterance[] } = { en: [], de: [], uk: [], el: [] }
  for (let n = 0; n < sizes.articles; n += 1) {
    const language = spoken[n % spoken.length] as Language
    const day = toDay(n)
    const utterances = Array.from({ length: quotesEach }, (_, q): Utterance => {
      // Every second article begins with what another outlet had, and says it in words of its own.
      const known = q === 0 && n % 8 < 4 ? chance.pick(news[language]) : undefined
      if (known) {
        const words = known.words.map((word, at) => (at % 7 === 3 ? (chance.words(language, 1)[0] ?? word) : word))
        return { ...known, words }
      }
      const speaker = chance.often(speakerCount)
      const words = chance.words(language, 12 + chance.below(10))
      return { name: `speaker-${speaker}#said-${n}-${q}`, speaker, words, date: toSaid(q + n, day) }
    })
    const [, second, third, , , last] = utterances as [Utterance, Utterance, Utterance, unknown, unknown, Utterance]
    news[language] = [...news[language], second].slice(-newsworthy)
    written.ofTopics[n % topicCount]?.push(third.name)
    written.newest.push(last.name)
    written.files[`articles/${day}-article-${n}.md`] = toArticle(chance, n, language, speakers, utterances, sizes)
    if (n % 50 === 49)
      written.files[`quotes/${last.name.replace('#', '/')}.md`] =
        `---\nabout: [speaker-${chance.often(speakerCount)}]\nlanguage: ${language}\n---\n`
    if (n % 250 === 9) written.files[`corrections/${day}-words-${n}.md`] = toCorrection(n, day, second.name)
  }
  return written
}

function toArticle(
  chance: Chance,
  n: number,
  language: Language,
  speakers: readonly Speaker[],
  utterances: readonly Utterance[],
  sizes: Sizes,
): string {
  const { sentence, words, below, often } = chance
  const day = toDay(n)
  const foot: string[] = []
  const paragraphs = utterances.map(({ name, speaker, words: said, date }, q) => {
    foot.push(`[q${q}]: ../speakers/${name.replace('#', '.md#')} "${date ? `${date}, ` : ''}to reporters"`)
    const spoken = toSpoken((n + q) % 3, said, `q${q}`, saying[language], speakers[speaker]?.names[language] ?? '')
    return `${sentence(language, 14)} ${spoken} ${sentence(language, 12)}`
  })
  const mentioned = often(speakerCount)
  const event = Math.floor((n * sizes.events) / sizes.articles)
  paragraphs.push(
    `${sentence(language, 30)} The "Old ${n}" is a term. ${sentence(language, 20)}`,
    `${sentence(language, 18)} It [was so on that day][e]. [${speakers[mentioned]?.names[language]}][m] was there.`,
  )
  foot.push(`[e]: ../events/event-${event}.md`, `[m]: ../speakers/speaker-${mentioned}.md`)
  if (n % 3 === 2) {
    paragraphs.push(`${sentence(language, 15)} It [had been so before][b].`)
    foot.push(`[b]: ../events/event-${Math.max(0, event - 1 - below(30))}.md`)
  }
  while (countWords(paragraphs) < wordCount) paragraphs.push([0, 1, 2].map(() => sentence(language, 16)).join(' '))
  const hashes = paragraphs.map((text) => `'${hashWords(text.replace(/\[([^\]]*)\]\[\w+\]/g, '$1'))}'`)
  return `---
title: ${capital(words(language, 7).join(' '))} ${n}
outlet: outlet-${often(outletCount)}
published: ${day}
url: https://example.org/${n}
language: ${language}
topics: [topic-${n % topicCount}]
rights: ${n % 10 === 9 ? 'excerpt' : 'full'}
terms: [Old ${n}]
added: ${day}
textHash: [${hashes.join(', ')}]
---

${paragraphs.join('\n\n')}

${foot.join('\n')}
`
}

/** A direct, a mixed or an indirect quote. */
function toSpoken(kind: number, said: readonly string[], label: string, verb: string, person: string): string {
  const part = said.slice(0, 4).join(' ')
  if (kind === 0) return `["${capital(said.join(' '))},"][${label}] ${verb} ${person}.`
  if (kind === 1) return `${person} ${verb} [${said.slice(4).join(' ')} “${part}”][${label}].`
  return `${person} ${verb} [${said.join(' ')}][${label}].`
}

const toCorrection = (n: number, day: string, quote: string): string => `---
date: ${day}
kind: reworded
quotes: [${quote}]
was: The words of article ${n} were incomplete.
is: They are whole.
why: A line was lost.
---
`

/** When something was said: every kind of date, none after the day of publication, `''` for none. */
function toSaid(kind: number, published: string): string {
  const before = addDays(published, -1)
  const [year, month] = [published.slice(0, 4), published.slice(0, 7)]
  const kinds = [before, month, '', `${before}/${published}`, `../${published}`, `${year}~`, `${before}?`]
  return kinds[kind % kinds.length] ?? ''
}

/** Every kind of date that something has which was reported on a day and had happened. */
function toHappened(kind: number, reported: string): string {
  const [day, before, earlier] = [-1, -3, -40].map((days) => addDays(reported, days)) as [string, string, string]
  const year = earlier.slice(0, 4)
  const kinds = [
    day,
    day.slice(0, 7),
    `${before}/${day}`,
    `${before}~`,
    `../${day}`,
    day,
    year,
    `${earlier}/..`,
    `[${before},${day}]`,
    '',
    `${year}-XX`,
    day,
    `${Number(year) - 1}-21`,
    `{${before},${day}}`,
    `${earlier.slice(0, 7)}?`,
    `${earlier.slice(0, 7)}~/${day}`,
    `${year.slice(0, 3)}X`,
  ]
  return kinds[kind % kinds.length] ?? ''
}

/** One event in nine was announced; what came of it is known for all but the last. */
function toEvent(chance: Chance, n: number, { articles, events }: Sizes, newest: readonly string[]): string {
  const first = Math.ceil((n * articles) / events)
  const reported = toDay(first)
  const quote = newest[first] ?? ''
  const isAnnounced = n % 9 === 8
  const isOpen = isAnnounced && n >= events - Math.min(60, events / 4)
  const due = addDays(reported, 20 + (n % 30))
  const status = isOpen ? 'expected' : isAnnounced ? chance.pick(['held', 'slipped', 'cancelled']) : 'happened'
  const standing = chance.pick(['scheduled', 'promised', 'proposed', 'possible', 'wished', 'conditional'])
  const announced = isAnnounced ? `standing: ${standing}\nannouncedBy: ${quote}\n` : ''
  const outcome =
    isAnnounced && !isOpen ? `outcome: What came of it is known.\noutcomeIn: ${reported}-article-${first}\n` : ''
  const date = isAnnounced ? due : toHappened(n, reported)
  const slipped = status === 'slipped' ? `slippedTo: ${addDays(due, 30)}\n` : ''
  return `---
title: ${capital(chance.words('en', 5).join(' '))} ${toLetters(n)}
kind: ${chance.pick(['meeting', 'attack', 'agreement', 'test', 'decision', 'deployment', 'production', 'other'])}
status: ${status}
${announced}${outcome}${slipped}${date ? `date: '${date}'\n` : ''}dateBasis: the articles say so
speakers: [${[...new Set([chance.often(speakerCount), chance.often(speakerCount)])].map((at) => `speaker-${at}`).join(', ')}]
topics: [topic-${n % topicCount}]
${isAnnounced ? '' : `quotes: [${quote}]\n`}added: ${isAnnounced && !isOpen ? addDays(due, 1) : reported}
---

${chance.sentence('en', 12)}
`
}

const toFiles = (folder: string, count: number, toFile: (n: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/${folder.slice(0, -1)}-${n}.md`, toFile(n)]))

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const countWords = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, text) => sum + text.split(' ').length, 0)

const toDay = (n: number): string => addDays('2021-01-04', Math.floor(n / articlesPerDay))

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** A number in letters: titles of events have no figures. */
export const toLetters = (n: number): string =>
  [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function main(): void {
  const { values } = parseArgs({
    options: { articles: { type: 'string' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } },
  })
  const [articles, seed] = [Number(values.articles), Number(values.seed)]
  if (!Number.isSafeInteger(articles) || articles < 1 || !Number.isSafeInteger(seed)) {
    throw new Error('Expected numbers: `npm run generate -- --articles 1000 --seed 1 --out .cache/generated`.')
  }
  const folder = values.out ?? '.cache/generated'
  const isOurs = existsSync(join(folder, 'story.md')) && existsSync(join(folder, 'outlets/outlet-0.md'))
  if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`There is something else in ${folder}/: name an empty folder with --out.`)
  }
  rmSync(folder, { recursive: true, force: true })
  writeRecord(folder, articles, seed)
  console.log(`Wrote ${articles} articles to ${folder}/. \`CONTENT=${folder} npm run check\` judges them.`)
}

if (import.meta.main) {
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
