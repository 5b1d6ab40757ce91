/** Edits of the small record, and of the code, as an editor makes them one after the other; each leaves it sound. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './sites.ts'

type Edit = (project: Project, turn: number) => void

interface Project {
  /** Folder of the project, whose record is in `record`. */
  folder: string
  /** Throws when nothing is changed by it. */
  change: (path: string, from: RegExp, to: string | ((text: string) => string)) => void
  /** The first of the articles that an edit has added; where there is none, null, and one is added. */
  extra: (turn: number) => string | null
}

const added = (turn: number) => `record/articles/2031-03-11-extra-${turn}.md`

const edits: { [name: string]: Edit } = {
  'the words of a copy': ({ change }, turn) =>
    change(
      'record/articles/2031-03-10-meeting-put-off.md',
      /to the end of the month[^.]*\./,
      `to the end of the month, ${turn} said.`,
    ),
  'a speaker renamed': ({ change }, turn) =>
    change('record/speakers/harbour-office.md', /^name: .*$/m, `name: Harbour Office ${turn}`),
  'an alias': ({ change }, turn) =>
    change('record/speakers/jonas-bjork.md', /^aliases: .*$/m, `aliases: [Björk, Jonas Björk, Bjork the ${turn}th]`),
  'a role': ({ change }, turn) =>
    change('record/speakers/jonas-bjork.md', /title: Minister .*$/m, `title: Minister of ${turn} Works`),
  'a quote renamed': ({ change }, turn) => {
    const old = /(?<=#)figures-not-hopes(?:-\d+)?/
    change('record/articles/2031-03-10-meeting-put-off.md', old, `figures-not-hopes-${turn}`)
    change('record/events/public-meeting.md', old, `figures-not-hopes-${turn}`)
  },
  'the date of an event': ({ change }, turn) =>
    change('record/events/cracks-found.md', /^date: .*$/m, `date: ${1950 + (turn % 80)}-02-28`),
  'what came of an event': ({ change }, turn) =>
    change('record/events/public-meeting.md', /^outcome: .*$/m, `outcome: put off for the ${turn}th time`),
  'an article added': ({ folder }, turn) => writeFileSync(join(folder, added(turn)), toArticle(turn)),
  'an article withdrawn': ({ folder, extra }, turn) => {
    const file = extra(turn)
    if (file) rmSync(join(folder, file))
  },
  'an article renamed': ({ folder, extra }, turn) => {
    const file = extra(turn)
    if (file) renameSync(join(folder, file), join(folder, added(turn)))
  },
  'a correction': ({ folder }, turn) =>
    writeFileSync(
      join(folder, `record/corrections/2031-03-12-extra-${turn}.md`),
      `---\ndate: 2031-03-12\nkind: corrected\nevents: [cracks-found]\nwas: There were ${turn} cracks.\nis: There were two.\nwhy: The article says so.\n---\n`,
    ),
  'a topic removed, or put back': ({ folder, change }) => {
    const file = join(folder, 'record/topics/reopening.md')
    const has = existsSync(file)
    if (has) rmSync(file)
    else cpSync(join(folder, 'tests/fixtures/small/content/topics/reopening.md'), file)
    change('record/articles/2031-03-10-meeting-put-off.md', /^topics: .*$/m, `topics: [${has ? '' : 'reopening'}]`)
    change(
      'record/articles/2031-03-02-bridge-closes.md',
      /^topics: .*$/m,
      `topics: [ferries${has ? '' : ', reopening'}]`,
    )
    for (const name of ['2031-03-01-bridge-closed', 'reopening'])
      change(`record/events/${name}.md`, /^topics: .*$/m, `topics: [${has ? '' : 'reopening'}]`)
  },
  'an outlet in a file of another name': ({ folder, change }, turn) => {
    const outlets = join(folder, 'record/outlets')
    const old = readdirSync(outlets).find((name) => name.startsWith('coast-wire')) ?? ''
    renameSync(join(outlets, old), join(outlets, `coast-wire-${turn}.md`))
    change('record/articles/2031-03-03-no-ferries.md', /^outlet: .*$/m, `outlet: coast-wire-${turn}`)
  },
  // By these two an article is read in another way, and its own file stays as it is.
  'an event come about, or expected again': ({ change }) =>
    change('record/events/ferry-service.md', /^status: [\s\S]*?^date:.*$/m, (text) =>
      text.includes('expected') ? 'status: happened\ndate: 2031-03-11' : 'status: expected\nstanding: possible\ndate:',
    ),
  'a quote withdrawn, or put back': ({ folder }) => {
    const own = join(folder, 'record/quotes/jonas-bjork/not-a-promise.md')
    if (existsSync(own)) rmSync(own)
    else writeFileSync(own, '---\nwithdrawn: { date: 2031-03-12, why: The words were not his. }\n---\n')
  },
  'the name of the story': ({ change }, turn) =>
    change('record/story.md', /^name: .*$/m, `name: Kestrel Bay, part ${turn}`),
  'the code of a component': ({ change }, turn) =>
    change('src/components/Corrected.astro', /$(?![\s\S])/, `<style>.turn { order: ${turn}; }</style>\n`),
  'a word of the interface': ({ change }, turn) =>
    change(
      'src/words/languages/en.json',
      /(?<="frame\.notSaid": "Not found here does not mean )[^:]*/,
      `${turn} not said`,
    ),
  'the code of a feed': ({ change }, turn) =>
    change('src/feeds/rss.ts', /, \{\}, feed\.title.*\),/, `, {}, feed.title + ' ${turn}'),`),
  'the code of the index': ({ change }, turn) =>
    change('src/search/content.ts', /aliasMark = '; .*'/, `aliasMark = '; ${turn} '`),
  'how pictures are drawn': ({ change }, turn) =>
    change('src/images/layout.ts', /'50px \d+px 48px'/, `'50px ${70 + (turn % 50)}px 48px'`),
}

export const kinds = Object.keys(edits)

/** Those that change every page. */
export const everywhere = new Set([
  'the name of the story',
  'the code of a component',
  'a word of the interface',
  'the code of a feed',
  'the code of the index',
  'how pictures are drawn',
])

/** The files of code that they change. */
const code = [
  'src/components/Corrected.astro',
  'src/words/languages/en.json',
  'src/feeds/rss.ts',
  'src/search/content.ts',
  'src/images/layout.ts',
] as const

/** Lays the small record out for them in a project. */
export function layOut(folder: string): void {
  cpSync(join(folder, 'tests/fixtures/small/content'), join(folder, 'record'), { recursive: true })
  // The words of a copy are changed here, and nobody has to be told.
  for (const name of readdirSync(join(folder, 'record/articles'))) {
    const file = join(folder, 'record/articles', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^textHash: .*\n/m, ''))
  }
  // What may be withdrawn or renamed before any was added.
  for (const turn of [2000, 2001]) writeFileSync(join(folder, added(turn)), toArticle(turn))
}

/** Makes an edit in a project, by its name. */
export function edit(folder: string, name: string, turn: number): void {
  const change: Project['change'] = (path, from, to) => {
    if (!path.startsWith('record/') && !code.some((one) => one === path)) throw new Error(`Unexpected ${path}.`)
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8')
    const changed = text.replace(from, typeof to === 'string' ? () => to : to)
    if (changed === text) throw new Error(`In ${path}, ${from} finds nothing to change: ${name} is no edit.`)
    writeFileSync(file, changed)
  }
  const extra: Project['extra'] = (turn) => {
    const first = readdirSync(join(folder, 'record/articles')).find((file) => file.includes('-extra-'))
    if (!first) writeFileSync(join(folder, added(turn)), toArticle(turn))
    return first ? `record/articles/${first}` : null
  }
  const make = edits[name]
  if (!make) throw new Error(`There is no edit ${name}.`)
  make({ folder, change, extra }, turn)
}

/** Copies what edits change from a project into another folder, or back; what was there before goes. */
export function copyEdited(from: string, to: string): void {
  for (const name of ['record', ...code]) {
    rmSync(join(to, name), { recursive: true, force: true })
    cpSync(join(from, name), join(to, name), { recursive: true })
  }
}

/** A digest of what edits change in a project. */
export function digestEdited(folder: string): string {
  const hash = createHash('sha256')
  const paths = listFiles(join(folder, 'record'), /\.\w+$/).map((path) => `record/${path}`)
  for (const path of [...paths, ...code]) hash.update(path).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

/**
 * One step after the other, the same for the same seed: the names of edits made at once, or the number of the state to go
 * back to, 0 before the first step and one more after each that edits. Each edit comes once before any comes again; a third
 * of the steps go back, as an editor does who takes something out again. What changes every page is never together with
 * what changes some: those would be made anew for another reason.
 */
export function chooseSteps(seed: number, number: number, atOnce: number): (string[] | number)[] {
  const steps: (string[] | number)[] = []
  let state = seed
  // A linear congruential generator (Numerical Recipes, 2nd edition, section 7.1).
  const below = (limit: number): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * limit)
  }
  const draw = <T>(from: T[]): T[] => from.splice(below(from.length), 1)
  let left: string[] = []
  let [made, edited, at] = [0, 0, 0]
  let turns: boolean[] = []
  while (made < number) {
    if (turns.length === 0) turns = [true, true, false]
    const [isEdit] = edited === 0 ? [true] : draw(turns)
    if (isEdit) {
      if (left.length === 0) left = [...kinds]
      const together = draw(left)
      const isEverywhere = everywhere.has(together[0] ?? '')
      const alike = left.filter((name) => everywhere.has(name) === isEverywhere)
      // Of those that change every page each has something of its own that they alone change.
      const most = Math.min(isEverywhere && atOnce > 1 ? everywhere.size : atOnce, number - made)
      while (together.length < most && alike.length > 0) together.push(...draw(alike))
      left = left.filter((name) => !together.includes(name))
      steps.push(together)
      made += together.length
      edited += 1
      at = edited
    } else {
      // Any state but the one that it is in.
      const to = below(edited)
      at = to < at ? to : to + 1
      steps.push(at)
    }
  }
  return steps
}

function toArticle(turn: number): string {
  return `---
title: Buses, report ${turn}
outlet: the-ledger
published: 2031-03-11
url: https://ledger.example.org/2031/03/11/buses-${turn}
language: en
topics: [ferries]
rights: full
terms: []
added: 2031-03-12
---

[“The buses carried ${turn} hundred people and a dog,”][carried] Łodzińska said. [The bridge would reopen by May][reopen], she said.

[carried]: ../speakers/mara-lodzinska.md#carried-${turn} "2031-03-11"
[reopen]: ../speakers/mara-lodzinska.md#reopen-before-summer "2031-03-02"
`
}
