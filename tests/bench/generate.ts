/**
 * A fictional record of any size, the same on every run: articles of about 450 words with six quotes each, in four languages
 * and three scripts, by two hundred speakers; every fourth quote is an utterance that another article has too, in other
 * words; every kind of date; an event for every four articles. `node tests/bench/generate.ts 1000 folder` writes it.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const languages = ['en', 'de', 'uk', 'el'] as const
type Language = (typeof languages)[number]

/** Syllables from which words are made, so that no sentence means anything. */
const syllables: { [language in Language]: string[] } = {
  en: 'ba ten mor lin dra sel wick har den fol ray ston pel mar tis cor van ley gan thor'.split(' '),
  de: 'schu ber lan gen tra wal kör mün stein dach feld hau ßen rei licht zür burg önd wer kam'.split(' '),
  uk: 'ми ко ла дер жа во ві сте пок ру їн чо гор дзе на лі щу бі ват ся'.split(' '),
  el: 'κα λη με ρα θα λά σσα πό λις τρά πε ζα νύ χτα δρό μος φως βου νό χώ'.split(' '),
}
const saying: { [language in Language]: string } = { en: 'said', de: 'sagte', uk: 'сказав', el: 'είπε' }
const speakerCount = 200
const outletCount = 12
const topicCount = 20
const quotesEach = 6

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The files of a record with that many articles, by path. */
export function generateRecord(count: number, seed = 1): { [path: string]: string } {
  const random = randomise(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const lexicon = Object.fromEntries(
    languages.map((language) => [language, Array.from({ length: 900 }, () => toWord(language, random))]),
  ) as { [language in Language]: string[] }
  const words = (language: Language, length: number): string[] =>
    Array.from({ length }, () => lexicon[language][below(900)] as string)
  const files: { [path: string]: string } = {
    'story.md':
      '---\nname: A generated record\nsubject: Nothing in particular\nlanguage: en\nfollowing: false\n---\n\nWhat happened is [on record](events/event-0.md).\n',
  }
  for (let n = 0; n < outletCount; n += 1)
    files[`outlets/outlet-${n}.md`] =
      `---\nname: Outlet ${n}\nkind: newspaper\nurl: https://outlet-${n}.example.org/\n---\n`
  const names: string[] = []
  for (let n = 0; n < speakerCount; n += 1) {
    const surname = capital(words('en', 1)[0] ?? '') + toLetters(n)
    names.push(surname)
    const greek = capital(words('el', 1)[0] ?? '')
    files[`speakers/speaker-${n}.md`] =
      `---\nname: Ada ${surname}\nkind: person\naliases: [${surname}, ${greek} ${toLetters(n)}]\nroles: [{ title: Speaker ${n}, from: 2020-05 }]\n---\n\nOne of two hundred.\n`
  }
  const shared: { name: string; words: string[]; language: Language; date: string }[] = []
  const ofTopics: string[][] = Array.from({ length: topicCount }, () => [])
  const ofEvents = new Map<number, string[]>()
  const eventCount = Math.max(1, Math.floor(count / 4))
  for (let n = 0; n < count; n += 1) {
    const language = languages[n % 4 === 3 ? below(4) : n % 4] as Language
    const published = dayOf(n, count)
    const event = n % eventCount
    const paragraphs: string[] = []
    const foot: string[] = []
    for (let q = 0; q < quotesEach; q += 1) {
      const known = q === 0 && shared.length > 0 && n % 2 === 0 ? shared[below(shared.length)] : undefined
      const own = `speaker-${below(speakerCount)}#said-${n}-${q}`
      const said = known?.words ?? words(language, 12 + below(10))
      const name = known?.name ?? own
      const date = known ? known.date : toDate(q, n, published)
      const outlet = known ? said.map((word, at) => (at % 7 === 3 ? (words(language, 1)[0] ?? word) : word)) : said
      const text = `${capital(outlet.join(' '))},`
      const person = names[Number(/\d+/.exec(name)?.[0])] ?? ''
      const kind = (n + q) % 3
      const part = outlet.slice(0, 4).join(' ')
      const link =
        kind === 0
          ? `["${text}"][q${q}] ${saying[language]} ${person}.`
          : kind === 1
            ? `${person} ${saying[language]} [${outlet.slice(4).join(' ')} “${part}”][q${q}].`
            : `${person} ${saying[language]} [${outlet.join(' ')}][q${q}].`
      paragraphs.push(`${sentence(words(language, 14))} ${link} ${sentence(words(language, 12))}`)
      foot.push(
        `[q${q}]: ../speakers/${name.replace('#', '.md#')}${date ? ` "${date}, to reporters"` : ' "to reporters"'}`,
      )
      if (!known && q === 1) shared.push({ name, words: said, language, date })
      if (q === 2) ofTopics[n % topicCount]?.push(name)
      if (q === 3 && !ofEvents.has(event)) ofEvents.set(event, [name])
    }
    paragraphs.push(`${sentence(words(language, 30))} The "Old ${n}" is a term. ${sentence(words(language, 20))}`)
    paragraphs.push(
      `${sentence(words(language, 18))} It [was so on that day][e]. [${names[n % speakerCount]}][m] was there.`,
    )
    foot.push(`[e]: ../events/event-${event}.md`, `[m]: ../speakers/speaker-${n % speakerCount}.md`)
    while (paragraphs.join(' ').split(/\s+/).length < 450)
      paragraphs.push([0, 1, 2].map(() => sentence(words(language, 16))).join(' '))
    files[`articles/${published}-article-${n}.md`] = `---
title: ${capital(words(language, 7).join(' '))} ${n}
outlet: outlet-${n % outletCount}
published: ${published}
url: https://outlet-${n % outletCount}.example.org/${n}
language: ${language}
topics: [topic-${n % topicCount}]
rights: ${n % 10 === 9 ? 'excerpt' : 'full'}
terms: [Old ${n}]
added: ${published}
---

${paragraphs.join('\n\n')}

${foot.join('\n')}
`
  }
  for (let n = 0; n < eventCount; n += 1) {
    const date = ['2020-03-01', '2020-03', '2020~', '2020-03-01/2020-03-04', '../2020-05', '2019'][n % 6]
    const expected = n % 9 === 8
    files[`events/event-${n}.md`] = `---
title: Event ${n}
kind: other
status: ${expected ? 'expected\nstanding: promised' : 'happened'}
date: ${expected ? '2040' : date}
dateBasis: the articles say so
quotes: [${(ofEvents.get(n) ?? []).join(', ')}]
added: 2030-01-01
---

Something happened.
`
  }
  for (const [n, quotes] of ofTopics.entries())
    files[`topics/topic-${n}.md`] = `---\nname: Question ${n}?\nquotes: [${quotes.join(', ')}]\n---\n\nA question.\n`
  return files
}

/** Writes the record into a folder. */
export function writeRecord(folder: string, count: number): void {
  for (const [path, text] of Object.entries(generateRecord(count))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function toWord(language: Language, random: () => number): string {
  const list = syllables[language]
  const length = 1 + Math.floor(random() * 3)
  return Array.from({ length }, () => list[Math.floor(random() * list.length)]).join('')
}

function sentence(words: string[]): string {
  return `${capital(words.join(' '))}.`
}

/** Days from 2021 on, five articles a day. */
function dayOf(n: number, count: number): string {
  const days = Math.floor((n * Math.max(1, count / 5)) / count)
  return new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10)
}

/** When something was said: every kind of date, none after the day of publication. */
function toDate(quote: number, article: number, published: string): string {
  const before = new Date(Date.parse(published) - 86_400_000).toISOString().slice(0, 10)
  const kinds = [
    before,
    published.slice(0, 7),
    '',
    `${before}/${published}`,
    `../${published}`,
    `${published.slice(0, 4)}~`,
  ]
  return kinds[(quote + article) % kinds.length] ?? ''
}

/** A number in letters, for names. */
function toLetters(n: number): string {
  return [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2)
  if (!Number(count) || !folder) {
    console.error(
      'Expected a number of articles and a folder: `node tests/bench/generate.ts 1000 .cache/bench/content`.',
    )
    process.exitCode = 1
  } else writeRecord(folder, Number(count))
}
