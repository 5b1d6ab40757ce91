/**
 * Starts another story: `npm run new -- story`, or a file of the record: `npm run new -- article|speaker|event|outlet|topic`.
 * Asks for what is not given; never overwrites.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { take } from '../lists.ts'
import { readCatalogue } from '../loaders/catalogues.ts'
import { parseTexts } from '../loaders/content.ts'
import { toFileText } from '../loaders/file-text.ts'
import { readContent } from '../loaders/from-disk.ts'
import { settingsFile } from '../loaders/names.ts'
import { writeFiles } from '../loaders/write-files.ts'
import { idForm } from '../schema/fields.ts'
import { folders } from '../schema/folders.ts'
import { slug } from '../schema/names.ts'
import { suggest } from '../schema/nearest.ts'
import type { Problem } from '../schema/problem.ts'
import { contentFolder } from '../site.ts'
import { aboutPage } from '../words/about.ts'
import { speak } from '../words/say.ts'
import { type Answers, type Field, type Noun, nouns } from './nouns.ts'
import { readArguments, run } from './run.ts'

/** What the line says beside the answers: where a story goes, and what a file is called. */
interface Given {
  into: string
  file: string | undefined
  answers: Answers
}

await run(async () => {
  const [wanted = '', ...args] = process.argv.slice(2)
  const noun = Object.hasOwn(nouns, wanted) ? nouns[wanted] : undefined
  if (wanted === '--help')
    readArguments(
      Object.entries(nouns)
        .map(([name, one]) => usageOf(name, one))
        .join('\n  '),
      {},
    )
  if (!noun) {
    const known = Object.keys(nouns).map((name) => `\`${name}\``)
    throw new Error(
      `Unexpected ${wanted ? `\`${wanted}\`` : 'end'}, expected ${known.slice(0, -1).join(', ')} or \`story\`:\n  ${usageOf('story', nouns['story'] as Noun)}`,
    )
  }
  const usage = usageOf(wanted, noun)
  const { into, file, answers: given } = readGiven(Object.keys(noun.fields), args, usage)
  if (wanted === 'story') await refuseTaken(into)
  for (const [name, value] of Object.entries(given)) {
    const problem = problemOf(noun, name, value ?? '')
    if (problem) throw new Error(`--${name}: ${problem} Nothing was written.`)
  }
  const talks = Boolean(process.stdin.isTTY && process.stdout.isTTY)
  const missing = Object.keys(noun.fields).filter(
    (name) => given[name] === undefined && (talks || !noun.fields[name]?.optional),
  )
  if (missing.length > 0 && !talks) {
    const names = missing.map((name) => `--${name}`).join(', ')
    const place = into === contentFolder ? '' : ` --into ${into}`
    throw new Error(`Missing ${names}, and nobody to ask. Nothing was written. Pass:\n  ${usage}${place}`)
  }
  const answers = missing.length > 0 ? await ask(wanted, noun, given, missing) : given
  if (!answers) return
  const values = Object.entries(answers).map(([name, value]) => [name, toValue(noun.fields[name], value) || undefined])
  if (wanted === 'story') await writeStory(into, noun, Object.fromEntries(values))
  else await writeEntry(noun, Object.fromEntries(values), file)
})

function usageOf(name: string, { fields }: Noun): string {
  const options = Object.entries(fields).map(([field, { example, optional }]) =>
    optional ? `[--${field} "${example}"]` : `--${field} "${example}"`,
  )
  return `npm run new -- ${name} ${options.join(' ')}`
}

function readGiven(names: readonly string[], args: string[], usage: string): Given {
  const options = Object.fromEntries([...names, 'into', 'file'].map((name) => [name, { type: 'string' as const }]))
  const { into = contentFolder, file, ...answers } = readArguments(usage, { args, options }).values as Answers
  return { into, file, answers }
}

function toValue(field: Field | undefined, value = ''): string {
  return field?.toValue?.(value.trim()) ?? value.trim()
}

/** Why an answer will not do. */
function problemOf({ fields, schema }: Noun, name: string, value: string): string | undefined {
  const { choices, in: folder, optional } = fields[name] as Field
  const words = toValue(fields[name], value)
  if (words === '' && optional) return undefined
  if (choices && !choices.includes(words)) return `Unexpected ${words}, expected ${choices.join(', ')}.`
  if (folder && idForm.test(words) && !existsSync(join(contentFolder, folder, `${words}.md`)))
    return `There is no ${folder}/${words}.md in ${contentFolder}. ${suggestIn(folder, words) ?? `Make it first: \`npm run new -- ${folder.slice(0, -1)}\`.`}`
  const result = (schema.shape[name] as z.ZodType | undefined)?.safeParse(words)
  // What follows a semicolon is about a line that stands in a file.
  return result?.error?.issues[0]?.message.replace(/;.*$/, '.')
}

function suggestIn(folder: string, words: string): string | undefined {
  const place = join(contentFolder, folder)
  const known = existsSync(place) ? readdirSync(place) : []
  return suggest(
    words,
    known.map((name) => name.replace(/\.md$/, '')),
  )
}

/** Asks for what is missing; null when the person breaks off. */
async function ask(name: string, noun: Noun, given: Answers, missing: readonly string[]): Promise<Answers | null> {
  intro(`A new ${name}`)
  // Stands when the terminal goes away in the middle of a question.
  process.exitCode = 1
  const answers = { ...given }
  for (const field of missing) {
    const { ask: message, choices, example, optional } = noun.fields[field] as Field
    const options = choices?.map((value) => ({ value, label: value }))
    const answer = options
      ? await select({ message, options: optional ? [...options, { value: '', label: '(leave empty)' }] : options })
      : await text({ message, placeholder: example, validate: (value) => problemOf(noun, field, value ?? '') })
    if (isCancel(answer)) {
      cancel('Nothing was written.')
      return null
    }
    answers[field] = answer ?? ''
  }
  outro('Thank you.')
  process.exitCode = 0
  return answers
}

async function writeEntry(noun: Noun, answers: Answers, file: string | undefined): Promise<void> {
  const words = answers[noun.named] ?? ''
  const name = file || (noun.toName?.(answers, words) ?? slug(words))
  if (file && !idForm.test(name))
    throw new Error('--file: Expected small letters a to z, digits and single hyphens. Nothing was written.')
  if (name === '')
    throw new Error(
      `A file cannot be named after “${words}”: its letters have none in a to z. Choose a name for the file, and pass it as --file a-name. Nothing was written.`,
    )
  const taken = new Set((await listNames(join(contentFolder, noun.folder))).map((one) => basename(one, '.md')))
  const path = `${noun.folder}/${file ? name : freeName(name, taken, answers['outlet'])}.md`
  const body = toFileText(noun.toFront(answers))
  const problems = checkWith(path, body)
  if (problems.length > 0) {
    throw new Error(
      `The file would not pass the checks. Nothing was written.\n${toTerminal(problems, contentFolder).trimEnd()}`,
    )
  }
  await writeFiles(contentFolder, [{ path, text: body }])
  const next = noun.next ?? 'Below the lines, add one or two neutral sentences of your own.'
  console.log(`Wrote ${contentFolder}/${path}\n${next}`)
}

/** Two outlets print a headline of an agency on the same day: the name of the second has its outlet too. */
function freeName(name: string, taken: ReadonlySet<string>, outlet: string | undefined): string {
  if (!outlet || !taken.has(name)) return name
  const own = readContent().entries.articles.find(({ id }) => id === name)?.data.outlet === outlet
  const other = `${name}-${outlet}`
  if (!own && !taken.has(other)) return other
  throw new Error(
    `${contentFolder}/articles/${own ? name : other}.md is an article of \`${outlet}\` of that day with that headline. Is this the same article? Then it is on record. Is it another? Name its file: --file ${name}-2. Nothing was written.`,
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

/** A folder that holds anything but its manual and dot-files is somebody's work. */
async function refuseTaken(into: string): Promise<void> {
  const names = await listNames(into)
  const isEmpty = async (name: string) =>
    folders.some((folder) => folder === name) &&
    (await listNames(join(into, name))).every((inner) => inner.startsWith('.'))
  const taken = await Promise.all(
    // Empty folders are what a start that was cut short has left.
    names.map(async (name) => name !== 'README.md' && !name.startsWith('.') && !(await isEmpty(name))),
  )
  if (!taken.includes(true)) return
  let other = 'another-story'
  for (let number = 2; existsSync(other); number += 1) other = `another-story-${number}`
  throw new Error(
    [
      `${into}/ holds a ${names.includes('story.md') ? 'story' : 'record'} already. Nothing was written.`,
      'To start another beside it, name a new folder, and name it again to build it:',
      `  npm run new -- story --into ${other}`,
      `  CONTENT=${other} npm start     # or, for every command, a line CONTENT=${other} in the file .env`,
      `To start in its place, first move its files out of ${into}/; README.md, the editor's manual, can stay.`,
    ].join('\n'),
  )
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new Error(`Cannot start a story in ${folder}: ${error.message}. Nothing was written.`, { cause: error })
  })
}

async function writeStory(into: string, noun: Noun, answers: Answers): Promise<void> {
  const front = stringify(noun.toFront(answers), { lineWidth: 0 })
  // By its first line editors know the fields of the settings, their words and values.
  const settings = stringify(take(answers, 'name', 'contact'), { lineWidth: 0 })
  const manual = await readFile(resolve(import.meta.dirname, '../../content/README.md'), 'utf8').catch(() => null)
  const hasManual = (await listNames(into)).includes('README.md')
  const language = String(answers['language'] ?? 'en')
  speak(language, readCatalogue(language))
  const about = aboutPage()
  speak('en')
  const written = [
    // Git keeps no empty folder.
    ...folders.filter((folder) => folder !== 'pages').map((folder) => ({ path: `${folder}/.gitkeep`, text: '' })),
    ...(manual === null || hasManual ? [] : [{ path: 'README.md', text: manual }]),
    { path: settingsFile, text: `# yaml-language-server: $schema=../.vscode/settings.schema.json\n${settings}` },
    { path: 'pages/about.md', text: about },
    { path: 'story.md', text: `---\n${front}---\n` },
  ]
  const kept = new Set(written.map(({ path }) => path).filter((path) => path.endsWith('.gitkeep')))
  // Two people may start at the same time.
  await writeFiles(into, written, kept)
  console.log(
    [
      `Wrote ${into}/story.md, ${into}/${settingsFile}, ${into}/pages/about.md and a folder for each kind of file.`,
      ...(relative(contentFolder, into) === ''
        ? []
        : [
            `Commands work on ${contentFolder}/; to have them work on this one, write a line CONTENT=${into} into the file .env.`,
          ]),
      `Next: npm run dev, and your first article, as ${into}/README.md explains.`,
    ].join('\n'),
  )
}
