/** Begins a file of the record: `npm run new -- article|speaker|event|outlet|topic`. Asks for what is not given; never overwrites. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { toFileText } from '../import/write.ts'
import { parseTexts } from '../loaders/content.ts'
import { readContent } from '../loaders/from-disk.ts'
import { TakenError, writeFiles } from '../loaders/write-files.ts'
import { idForm } from '../schema/fields.ts'
import {
  article,
  event,
  eventKinds,
  eventStatuses,
  isDay,
  isEdtf,
  outlet,
  outletKinds,
  speaker,
  speakerKinds,
  topic,
} from '../schema/index.ts'
import { slug, toArticleId } from '../schema/names.ts'
import type { Problem } from '../schema/problem.ts'
import { contentFolder } from '../site.ts'

interface Field {
  ask: string
  example: string
  /** The values to choose from. */
  choices?: readonly string[]
  /** May be left out. */
  optional?: boolean
  /** Why a value will not do. */
  problem?: (value: string) => string | undefined
}

interface EntryNoun {
  folder: string
  /** The field the file is named after. */
  named: string
  fields: { [name: string]: Field }
  toFront: (answers: Answers) => { [field: string]: unknown }
  /** The file's name, from the words it is named after; else their letters. */
  toName?: (answers: Answers, words: string) => string
  /** What is to be done next. */
  next?: string
  schema: {
    safeParse: (value: unknown) => {
      success: boolean
      error?: { issues: readonly { path: PropertyKey[]; message: string }[] }
    }
  }
}

type Answers = { [name: string]: string | undefined }

const country: Field = {
  ask: 'Country, in two letters (leave empty when not certain)',
  example: 'UA',
  optional: true,
  problem: (value) => (/^[A-Z]{2}$/.test(value) ? undefined : 'Expected two capital letters, as UA.'),
}

const nouns: { [noun: string]: EntryNoun } = {
  article: {
    folder: 'articles',
    named: 'title',
    fields: {
      title: { ask: 'The headline, as published', example: 'Bridge closes' },
      outlet: {
        ask: 'Whose page it is: the name of a file in outlets/',
        example: 'the-ledger',
        problem: (value) => (idForm.test(value) ? undefined : 'Expected the name of a file, as the-ledger.'),
      },
      published: {
        ask: 'The day it was published',
        example: '2031-03-02',
        problem: (value) => (isDay(value) ? undefined : 'Expected a day, as 2031-03-02.'),
      },
      url: {
        ask: 'The address of the page',
        example: 'https://ledger.example.org/bridge-closes',
        problem: (value) =>
          /^https?:\/\/[^\s/]+\.\S+$/.test(value) ? undefined : 'Expected an address that starts with https://.',
      },
      language: { ask: 'Its language (en, uk, …)', example: 'en' },
    },
    toFront: ({ title, outlet: id, published, url, language }) => ({
      title,
      outlet: id,
      published,
      url,
      language,
      topics: [],
      rights: 'quotes',
      terms: [],
      added: new Date().toISOString().slice(0, 10),
    }),
    toName: ({ published = '' }, words) => (slug(words) === '' ? '' : toArticleId(published, words)),
    schema: article,
    next: 'Below the lines, paste the sentences that carry a quote or a report, and link them, as content/README.md explains.',
  },
  speaker: {
    folder: 'speakers',
    named: 'name',
    fields: {
      name: { ask: 'Name, as the site will use it', example: 'Mara Lodzinska' },
      kind: { ask: 'What sort of speaker', example: 'person', choices: speakerKinds },
      role: { ask: 'Office (leave empty when there is none)', example: 'Mayor of Port Ellis', optional: true },
      country,
    },
    toFront: ({ name, kind, role, country: code }) => ({
      name,
      kind,
      aliases: [],
      roles: role ? [{ title: role }] : [],
      country: code || undefined,
    }),
    schema: speaker,
  },
  event: {
    folder: 'events',
    named: 'title',
    fields: {
      title: { ask: 'What happened, neutral and without figures', example: 'The bridge is shut' },
      kind: { ask: 'What sort of event', example: 'decision', choices: eventKinds },
      status: { ask: 'Its status', example: 'happened', choices: eventStatuses },
      date: {
        ask: 'When, in EDTF (leave empty when nobody says)',
        example: '2031-03-01',
        optional: true,
        problem: (value) =>
          isEdtf(value) ? undefined : 'Expected EDTF, as 2031-03-01, 2031-03 or 2031-03-01/2031-03-04.',
      },
      dateBasis: { ask: 'The words the date rests on', example: 'on Monday, in an article of 2 March 2031' },
      announcedBy: {
        ask: 'The quote that announces it (leave empty when it has happened)',
        example: 'mara-lodzinska#not-wait',
        optional: true,
        problem: (value) =>
          /^[a-z0-9-]+#[a-z0-9-]+$/.test(value) ? undefined : 'Expected speaker#fragment, as mara-lodzinska#not-wait.',
      },
    },
    toName: ({ date = '' }, words) => (isDay(date) && slug(words) !== '' ? `${date}-${slug(words)}` : slug(words)),
    toFront: ({ title, kind, status, date, dateBasis, announcedBy }) => ({
      title,
      kind,
      status,
      ...(status === 'expected' ? { standing: 'possible' } : {}),
      date: date || null,
      dateBasis,
      ...(announcedBy ? { announcedBy } : {}),
      speakers: [],
      topics: [],
      added: new Date().toISOString().slice(0, 10),
    }),
    schema: event,
  },
  outlet: {
    folder: 'outlets',
    named: 'name',
    fields: {
      name: { ask: 'Name', example: 'The Ledger' },
      kind: { ask: 'What sort of outlet', example: 'newspaper', choices: outletKinds },
      url: {
        ask: 'Its home page (leave empty when there is none)',
        example: 'https://ledger.example.org',
        optional: true,
        problem: (value) =>
          /^https?:\/\/[^\s/]+\.\S+$/.test(value) ? undefined : 'Expected an address that starts with https://.',
      },
      country,
    },
    toFront: ({ name, kind, url, country: code }) => ({
      name,
      kind,
      url: url || undefined,
      country: code || undefined,
    }),
    schema: outlet,
  },
  topic: {
    folder: 'topics',
    named: 'name',
    fields: { name: { ask: 'A question people ask', example: 'Will there be a ferry?' } },
    toFront: ({ name }) => ({ name, aliases: [], quotes: [] }),
    schema: topic,
  },
}

/** What `npm run new` can begin, besides a story. */
export const entryNouns: readonly string[] = Object.keys(nouns)

/** Begins a file of one noun. `args` are the words after it. */
export async function newEntry(noun: string, args: string[]): Promise<void> {
  const entry = nouns[noun]
  if (!entry) throw new Error(`Unexpected \`${noun}\`, expected ${entryNouns.join(', ')} or story.`)
  const names = Object.keys(entry.fields)
  const usage = `npm run new -- ${noun} ${names.map((name) => (entry.fields[name]?.optional ? `[--${name} "${entry.fields[name]?.example}"]` : `--${name} "${entry.fields[name]?.example}"`)).join(' ')}`
  const given = readGiven(names, args, usage)
  for (const name of names) {
    const value = given[name]
    const problem = value === undefined ? undefined : problemOf(entry.fields[name] as Field, value)
    if (problem) throw new Error(`--${name}: ${problem} Nothing was written.`)
  }
  const talks = Boolean(process.stdin.isTTY && process.stdout.isTTY)
  const missing = names.filter((name) => given[name] === undefined && (talks || !entry.fields[name]?.optional))
  if (missing.length > 0 && !talks) {
    throw new Error(
      `Missing ${missing.map((name) => `--${name}`).join(', ')}, and nobody to ask. Nothing was written. Pass:\n  ${usage}`,
    )
  }
  const answers = missing.length > 0 ? await ask(noun, entry, given, missing) : given
  if (answers) await write(entry, answers)
}

function readGiven(names: readonly string[], args: string[], usage: string): Answers {
  try {
    const options = Object.fromEntries([...names, 'file'].map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ args, options }).values as Answers
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nExpected:\n  ${usage}`)
  }
}

function problemOf({ choices, optional, problem }: Field, value: string): string | undefined {
  const words = value.trim()
  if (words === '') return optional ? undefined : 'Expected a few words.'
  if (choices && !choices.includes(words)) return `Unexpected ${words}, expected ${choices.join(', ')}.`
  return problem?.(words)
}

async function ask(
  noun: string,
  entry: EntryNoun,
  given: Answers,
  missing: readonly string[],
): Promise<Answers | null> {
  intro(`A new ${noun}`)
  const answers = { ...given }
  for (const name of missing) {
    const field = entry.fields[name] as Field
    const answer = field.choices
      ? await select({ message: field.ask, options: field.choices.map((value) => ({ value, label: value })) })
      : await text({
          message: field.ask,
          placeholder: field.example,
          validate: (value) => problemOf(field, value ?? ''),
        })
    if (isCancel(answer)) {
      cancel('Nothing was written.')
      process.exitCode = 1
      return null
    }
    answers[name] = answer ?? ''
  }
  outro('Thank you.')
  return answers
}

async function write(entry: EntryNoun, given: Answers): Promise<void> {
  const answers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value?.trim()]))
  const front = entry.toFront(answers)
  const { success, error } = entry.schema.safeParse(front)
  if (!success)
    throw new Error(
      `${error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')}\nNothing was written.`,
    )
  const words = answers[entry.named] ?? ''
  const name = answers['file'] || (entry.toName?.(answers, words) ?? slug(words))
  if (answers['file'] && !idForm.test(name))
    throw new Error(`--file: Expected small letters a to z, digits and single hyphens. Nothing was written.`)
  if (name === '')
    throw new Error(
      `A file cannot be named after “${words}”: its letters have none in a to z. Choose a name for the file, and pass it as --file a-name. Nothing was written.`,
    )
  const path = `${entry.folder}/${name}.md`
  const body = toFileText(front)
  const problems = checkWith(path, body)
  if (problems.length > 0) {
    throw new Error(
      `The file would not pass the checks. Nothing was written.\n${toTerminal(problems, contentFolder).trimEnd()}`,
    )
  }
  await writeFiles(contentFolder, [{ path, text: body }]).catch((cause: unknown) => {
    throw cause instanceof TakenError
      ? new Error(`${contentFolder}/${cause.path} is there already. Nothing was written.`)
      : cause
  })
  console.log(
    `Wrote ${contentFolder}/${path}\n${entry.next ?? 'Below the lines, add one or two neutral sentences of your own.'}`,
  )
}

/** What the checks would say of the file if it stood in the record. */
function checkWith(path: string, body: string): Problem[] {
  const texts: { [path: string]: string } = { [path]: body }
  for (const known of readContent().files.keys()) {
    if (known !== path) texts[known] = readFileSync(join(contentFolder, known), 'utf8')
  }
  return checkContent(parseTexts(texts)).filter(({ file, severity }) => file === path && severity === 'error')
}
