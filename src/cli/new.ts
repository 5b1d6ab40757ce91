/**
 * Starts another story: `npm run new -- story`, or a file of the record: `npm run new -- article|speaker|event|outlet|topic`.
 * Asks for what is not given; never overwrites.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cancel, intro, isCancel, outro, text } from '@clack/prompts'
import { stringify } from 'yaml'
import { TakenError, writeFiles } from '../loaders/write-files.ts'
import { story } from '../schema/index.ts'
import { contentFolder } from '../site.ts'
import { entryNouns, newEntry } from './new-entry.ts'

const folders = ['articles', 'events', 'outlets', 'places', 'quotes', 'speakers', 'topics']

const questions = {
  name: { ask: 'Name of the site', example: 'Harbour Record' },
  subject: { ask: 'What the story is about, in a few words', example: 'The rebuilding of the harbour' },
  language: { ask: 'Language of the site (en, uk, pt-BR, …)', example: 'en' },
  contact: { ask: 'Where corrections go: an e-mail address or a web address', example: 'corrections@example.org' },
}
type Field = keyof typeof questions
const fields = Object.keys(questions) as Field[]

const usage = `npm run new -- story ${fields.map((field) => `--${field} "${questions[field].example}"`).join(' ')}`

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const [wanted = ''] = process.argv.slice(2)
  if (entryNouns.includes(wanted)) return newEntry(wanted, process.argv.slice(3))
  const { noun, into, given } = readArguments()
  if (noun !== 'story')
    throw new Error(
      `Unexpected ${noun ? `\`${noun}\`` : 'end'}, expected ${entryNouns.map((name) => `\`${name}\``).join(', ')} or \`story\`:\n  ${usage}`,
    )
  await refuseTaken(into)
  for (const field of fields) {
    const problem = given[field] === undefined ? undefined : problemOf(field, given[field])
    if (problem) throw new Error(`--${field}: ${problem}`)
  }
  const missing = fields.filter((field) => given[field] === undefined)
  if (missing.length > 0 && !(process.stdin.isTTY && process.stdout.isTTY)) {
    const names = missing.map((field) => `--${field}`).join(', ')
    throw new Error(`Missing ${names}, and nobody to ask. Nothing was written. Pass:\n  ${usage}`)
  }
  const answers = missing.length > 0 ? await ask(given, missing) : given
  if (answers) await write(into, answers)
}

type Answers = { [field in Field]?: string | undefined }

function readArguments(): { noun: string | undefined; into: string; given: Answers } {
  try {
    const option = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      options: { name: option, subject: option, language: option, contact: option, into: option },
      allowPositionals: true,
    })
    const { into = contentFolder, ...given } = values
    return { noun: positionals[0], into, given }
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nExpected:\n  ${usage}`)
  }
}

/** A folder that holds anything but its manual and dot-files is somebody's work. */
async function refuseTaken(into: string): Promise<void> {
  const names = await listNames(into)
  const isEmpty = async (name: string) =>
    folders.includes(name) && (await listNames(join(into, name))).every((inner) => inner.startsWith('.'))
  const taken = await Promise.all(
    // Empty folders are what a start that was cut short has left.
    names.map(async (name) => name !== 'README.md' && !name.startsWith('.') && !(await isEmpty(name))),
  )
  if (!taken.includes(true)) return
  throw new Error(
    [
      `${into}/ holds a ${names.includes('story.md') ? 'story' : 'record'} already. Nothing was written.`,
      'To start another beside it, name a new folder, and name it again to build it:',
      '  npm run new -- story --into another-story',
      '  CONTENT=another-story npm start',
      `To start in its place, first move its files out of ${into}/; README.md, the editor's manual, can stay.`,
    ].join('\n'),
  )
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Error(`Cannot start a story in ${folder}: ${error.message}. Nothing was written.`)
  })
}

/** Asks for what is missing; null when the person breaks off. */
async function ask(given: Answers, missing: Field[]): Promise<Answers | null> {
  intro('A new story')
  // Stands when the terminal goes away in the middle of a question.
  process.exitCode = 1
  const answers = { ...given }
  for (const field of missing) {
    const answer = await text({
      message: questions[field].ask,
      placeholder: questions[field].example,
      validate: (value) => problemOf(field, value ?? ''),
    })
    if (isCancel(answer)) {
      cancel('Nothing was written.')
      return null
    }
    answers[field] = answer
  }
  outro('Thank you.')
  process.exitCode = 0
  return answers
}

function problemOf(field: Field, value: string): string | undefined {
  const result = story.shape[field].safeParse(toField(field, value))
  if (field === 'contact' && (!result.success || !result.data)) {
    return 'Expected an e-mail address or an address that starts with https://.'
  }
  if (result.success) return undefined
  return field === 'language' ? 'Expected a language tag, as en or pt-BR.' : 'Expected a few words.'
}

function toField(field: Field, value: string): string {
  const trimmed = value.trim()
  return field === 'contact' && /^[^\s@:/]+@[^\s@]+$/.test(trimmed) ? `mailto:${trimmed}` : trimmed
}

async function write(into: string, answers: Answers): Promise<void> {
  const data = Object.fromEntries(fields.map((field) => [field, toField(field, answers[field] ?? '')]))
  const front = stringify({ ...data, following: true }, { lineWidth: 0 })
  const manual = await readFile(resolve(import.meta.dirname, '../../content/README.md'), 'utf8').catch(() => null)
  const hasManual = (await listNames(into)).includes('README.md')
  const written = [
    // Git keeps no empty folder.
    ...folders.map((folder) => ({ path: `${folder}/.gitkeep`, text: '' })),
    ...(manual === null || hasManual ? [] : [{ path: 'README.md', text: manual }]),
    { path: 'story.md', text: `---\n${front}---\n` },
  ]
  const kept = new Set(written.map(({ path }) => path).filter((path) => path.endsWith('.gitkeep')))
  // Two people may start at the same time.
  await writeFiles(into, written, kept).catch((error: unknown) => {
    throw error instanceof TakenError
      ? new Error(`${into}/${error.path} is there already. Nothing was written.`)
      : error
  })
  const own = relative(contentFolder, into) === '' ? '' : `CONTENT=${into} `
  console.log(
    [
      `Wrote ${into}/story.md and a folder for each kind of file.`,
      `Next: ${own}npm run dev, and your first article, as ${into}/README.md explains.`,
    ].join('\n'),
  )
}
