/**
 * Makes an article of a captured page: `npm run import -- FILE`, or `-` for standard input. Proposes everything, shows
 * why, asks where it may, and writes drafts of what nobody has confirmed. `--help` tells the options.
 */
import { existsSync, readdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Decisions, decide, toFiles } from '../import/decisions.ts'
import { factsOf, isNear, toKnown, toOwnId } from '../import/known.ts'
import { readLanguages, tellLanguage } from '../import/languages/language.ts'
import { type Capture, CaptureError } from '../import/page/capture.ts'
import { decode } from '../import/page/decode.ts'
import { readCapture } from '../import/page/read-capture.ts'
import { type Draft, type Facts, type Known, propose, toProposal } from '../import/propose.ts'
import { ruleNames } from '../import/rules.ts'
import { readContent, readUnrendered } from '../loaders/from-disk.ts'
import { TakenError, writeFiles } from '../loaders/write-files.ts'
import { findByAddress } from '../sameness/addresses.ts'
import { isDay, type Rights, rightsValues } from '../schema/index.ts'
import { suggest } from '../schema/nearest.ts'
import { contentFolder } from '../site.ts'
import type { Missing, Streams } from './import-questions.ts'
import { describeDraft } from './import-report.ts'
import { readArguments, run } from './run.ts'

const usage = `npm run import -- FILE…|- --outlet ID --published DAY --url ADDRESS [--title TEXT] [options]

  FILE                a saved page (.html, .mhtml), pasted text (.txt) or Markdown (.md); - reads standard input;
                      several with --dry-run --json: one line of JSON each
  --outlet ID         name of a file in ${contentFolder}/outlets
  --published DAY     day of publication, as 2025-08-21
  --url ADDRESS       address of the page
  --title TEXT        the headline, when the capture lacks it
  --agency NAME       the wire the text comes from
  --rights RIGHTS     ${rightsValues.join(', ')}; quotes when left out
  --language TAG      language of the text, when neither the page nor its words tell; speakers, reported speech and
                      dates are proposed in these: ${readLanguages.join(', ')}
  --keep-invisible    keep soft hyphens and spaces of no width, as the page has them
  --without RULE,…    switch rules off, by the names that --json gives
  --dry-run           propose, write nothing
  --json              print the proposal as data (with --dry-run)
  --yes               ask nothing: accept what is certain, mark the rest as unconfirmed
  --overwrite         replace the article if it is there`

/** The tag of a language that nobody names (BCP 47). */
const untold = 'und'

/** A command line that cannot be followed. */
class UsageError extends Error {}

if (import.meta.main) {
  const streams = process.stdin.isTTY && process.stdout.isTTY ? {} : null
  await run(() => importPage(process.argv.slice(2), streams))
}

interface Options {
  /** The first file, and all of them. */
  file: string
  files: string[]
  keepInvisible: boolean
  without: ReadonlySet<string>
  dryRun: boolean
  json: boolean
  yes: boolean
  overwrite: boolean
  facts: Partial<{ [Field in keyof Facts]: Facts[Field] }>
}

/** Runs the command with its arguments; asks over the streams, or nothing when there are none. */
export async function importPage(args: string[], streams: Streams | null): Promise<void> {
  const options = readOptions(args)
  if (options.files.length > 1) return proposeMany(options)
  const capture = await capturePage(options)
  const known = toKnown(
    readUnrendered(contentFolder, isNear(options.facts.published ?? capture.published?.day ?? null)),
  )
  const facts = factsOf(capture, options.facts, known)
  const proposed = { without: options.without }
  const isOpen = !tellsLanguage(capture, options)
  if (isOpen) facts.language = untold
  const problems = judgeFacts(facts, known)
  const same = facts.url && findByAddress(known.record.articles, facts.url)
  if (same && !options.overwrite)
    problems.push(`This address is on record already: ${contentFolder}/articles/${same.id}.md`)
  if (options.dryRun) {
    const draft = propose({ ...capture, warnings: [...capture.warnings, ...problems] }, facts, known, proposed)
    if (options.json) process.stdout.write(`${JSON.stringify(toProposal(draft), null, 2)}\n`)
    else console.log(describeDraft(draft))
    return
  }
  const talks = streams !== null && !options.yes && options.file !== '-'
  if (!options.yes && !talks) {
    throw new UsageError(
      'There is nobody to ask. Pass --yes to accept what is certain, or --dry-run to see the proposal.',
    )
  }
  if (problems.length > 0 && !talks) throw new UsageError(`${problems.join('\n')}\nNothing was written.`)
  const missing = findMissing(facts, problems)
  if (isOpen) missing.push('language')
  if (missing.length > 0 && !talks) {
    const list = missing.map((field) => `--${field}`).join(', ')
    throw new UsageError(`Missing ${list}, and nobody to ask. Nothing was written. Expected:\n\n${usage}`)
  }
  for (const problem of problems) console.log(`! ${problem}`)
  // Loaded only for a person: the prompts take time to start.
  const questions = talks ? await import('./import-questions.ts') : null
  const answers = questions ? await questions.askFacts(facts, missing, known, streams ?? {}) : { facts, outlet: null }
  if (!answers) return
  const path = `articles/${toOwnId(answers.facts, known, () => listed('articles'))}.md`
  if (questions && !options.overwrite && existsSync(join(contentFolder, path))) {
    if (!(await questions.askReplacing(`${contentFolder}/${path}`, streams ?? {}))) return
    options.overwrite = true
  }
  const draft = propose(capture, answers.facts, known, proposed)
  console.log(describeDraft(draft))
  const decisions: Decisions | null = questions
    ? await questions.askDecisions(draft, answers.outlet, known, streams ?? {})
    : decide(draft)
  if (!decisions) return
  await write(draft, decisions, known, options)
}

function tellsLanguage({ language, blocks }: Capture, { facts }: Options): boolean {
  return Boolean(facts.language ?? language) || tellLanguage(blocks.map(({ text }) => text)) !== null
}

/** One line of JSON a file: the proposal, or why there is none. */
async function proposeMany(options: Options): Promise<void> {
  const known = toKnown(readUnrendered(contentFolder))
  for (const file of options.files) {
    let line: unknown
    try {
      const capture = await capturePage({ ...options, file })
      const facts = factsOf(capture, options.facts, known)
      if (!tellsLanguage(capture, options)) facts.language = untold
      line = { file, ...toProposal(propose(capture, facts, known, { without: options.without })) }
    } catch (error) {
      if (!(error instanceof CaptureError || error instanceof UsageError)) throw error
      line = { file, error: error.message }
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}

function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = readArguments(usage, {
    args,
    options: {
      ...{ outlet: text, published: text, url: text, title: text, agency: text, rights: text, language: text },
      ...{ without: text, 'keep-invisible': flag, 'dry-run': flag, json: flag, yes: flag, overwrite: flag },
    },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined) throw new UsageError(`Expected one file, or - for standard input:\n\n${usage}`)
  if (positionals.length > 1 && !(values['dry-run'] && values.json))
    throw new UsageError(`Expected one file, found ${positionals.length}. Several go with --dry-run --json.`)
  if (values.json && !values['dry-run']) throw new UsageError('--json goes with --dry-run.')
  const without = new Set((values.without ?? '').split(',').filter((name) => name !== ''))
  for (const name of without) {
    if (ruleNames.includes(name)) continue
    throw new UsageError(
      `Unexpected --without ${name}, expected the name of a rule: ${ruleNames.join(', ')}. ${suggest(name, ruleNames) ?? ''}`.trim(),
    )
  }
  if (values.rights !== undefined && !(rightsValues as readonly string[]).includes(values.rights)) {
    throw new UsageError(
      `Unexpected --rights ${values.rights}, expected ${rightsValues.join(', ')}. Nothing was written.`,
    )
  }
  if (values.published !== undefined && !isDay(values.published)) {
    throw new UsageError(
      `Unexpected --published ${values.published}, expected a day that exists, as 2025-08-21. Nothing was written.`,
    )
  }
  if (values.url !== undefined && !isWebAddress(values.url)) {
    throw new UsageError(
      `Unexpected --url ${values.url}, expected an address that starts with https:// or http://. Nothing was written.`,
    )
  }
  return {
    file,
    files: positionals,
    keepInvisible: values['keep-invisible'] ?? false,
    without,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    yes: values.yes ?? false,
    overwrite: values.overwrite ?? false,
    facts: {
      ...(values.outlet !== undefined ? { outlet: values.outlet } : {}),
      ...(values.published !== undefined ? { published: values.published } : {}),
      ...(values.url !== undefined ? { url: values.url } : {}),
      ...(values.title !== undefined ? { title: values.title } : {}),
      ...(values.agency !== undefined ? { agency: values.agency } : {}),
      ...(values.language !== undefined ? { language: values.language } : {}),
      rights: (values.rights ?? 'quotes') as Rights,
    },
  }
}

function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}

async function capturePage({ file, facts, keepInvisible }: Options): Promise<Capture> {
  const name = file === '-' ? 'Standard input' : file
  const bytes = file === '-' ? await readInput() : await readBytes(file)
  const text = decode(bytes, name)
  const given = { title: facts.title ?? null, keepInvisible }
  return readCapture(text, file, given)
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (/^(?:https?:\/\/|www\.)/i.test(file))
    throw new UsageError(`${file} is an address. Open it in a browser, save the page first, and pass the saved file.`)
  const found = await stat(file).catch(() => null)
  if (!found) throw new UsageError(`There is no file ${file}. Nothing was written.`)
  if (!found.isFile()) throw new UsageError(`${file} is not a file. Expected a saved page, text or Markdown.`)
  if (found.size > 20_000_000)
    throw new UsageError(`${basename(file)} has ${Math.round(found.size / 1e6)} MB: that is no article.`)
  return readFile(file)
}

async function readInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) console.error('Paste the text, then press Ctrl-D on a line of its own.')
  const parts: Buffer[] = []
  try {
    for await (const part of process.stdin) parts.push(part as Buffer)
  } catch {
    throw new CaptureError('Standard input is closed. Pass a file, or pipe the text in.')
  }
  if (parts.length === 0) throw new CaptureError('Standard input is closed or empty. Pass a file, or pipe the text in.')
  return Buffer.concat(parts)
}

function judgeFacts({ outlet }: Facts, { record }: Known): string[] {
  const problems: string[] = []
  if (outlet !== null && !record.outlets.some(({ id }) => id === outlet)) {
    const near = suggest(
      outlet,
      record.outlets.map(({ id }) => id),
    )
    problems.push(
      `Unexpected outlet \`${outlet}\`, expected the name of a file in ${contentFolder}/outlets.${near ? ` ${near}` : ''} A new one: npm run new -- outlet`,
    )
  }
  return problems
}

function findMissing(facts: Facts, problems: readonly string[]): Missing[] {
  const missing: Missing[] = []
  if (facts.title === null) missing.push('title')
  if (facts.outlet === null || problems.some((problem) => problem.startsWith('Unexpected outlet')))
    missing.push('outlet')
  if (facts.published === null) missing.push('published')
  if (facts.url === null) missing.push('url')
  return missing
}

/** Names of the files that are there, whether or not they can be read. */
function listed(folder: string): string[] {
  const path = join(contentFolder, folder)
  return existsSync(path) ? readdirSync(path).map((name) => basename(name, '.md')) : []
}

async function write(draft: Draft, decisions: Decisions, known: Known, { overwrite }: Options): Promise<void> {
  const id = toOwnId(draft.facts, known, () => listed('articles'))
  const article = `articles/${id}.md`
  const { files, todo } = toFiles(draft, decisions, id, known)
  await writeFiles(contentFolder, files, new Set(overwrite ? [article] : [])).catch((error: unknown) => {
    throw error instanceof TakenError
      ? new UsageError(
          `${contentFolder}/${error.path} is there already, and nothing was written. Pass --overwrite to replace an article.`,
        )
      : error
  })
  const [{ checkContent }, { toTerminal }] = await Promise.all([
    import('../checks/check-content.ts'),
    import('../checks/reporters/terminal.ts'),
  ])
  const problems = checkContent(readContent()).filter(({ file }) => files.some(({ path }) => path === file))
  console.log(['Wrote', ...files.map(({ path }) => `  ${contentFolder}/${path}`)].join('\n'))
  if (problems.length > 0) console.log(`\nThe checks say:\n${toTerminal(problems, contentFolder).trimEnd()}`)
  console.log(['', 'Left to do', ...todo.map((line) => `  ${line}`)].join('\n'))
}
