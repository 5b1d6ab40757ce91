/**
 * Checks the content: `npm run check`; ends with 1 when there are errors, with 0 on warnings alone. `-- --reporter json`
 * or `github` tells it to programs, `-- --explain <rule>` tells what a rule asks for and why. `npm run hash` writes
 * `textHash` into the articles that have none, `npm run hash -- <file>` anew.
 */
import { checkContent } from '../checks/check-content.ts'
import { reporters } from '../checks/reporters/index.ts'
import { rules } from '../checks/rules.ts'
import { findUnarchived } from '../loaders/archived.ts'
import type { Content } from '../loaders/content.ts'
import { readWithKept } from '../loaders/kept-reading.ts'
import { writeHashes } from '../loaders/write-hashes.ts'
import { suggest } from '../schema/nearest.ts'
import { contentFolder } from '../site.ts'
import { fail, readArguments, runOnRecord } from './run.ts'

/** Articles that are named, at most. */
const mostNamed = 5

await runOnRecord(async () => {
  const explained = { type: 'string' } as const
  const reporter = { type: 'string', default: 'terminal' } as const
  const options = { explain: explained, reporter, 'write-hashes': { type: 'boolean' } } as const
  const usage = `npm run check -- [--reporter ${Object.keys(reporters).join('|')}] [--explain RULE]\n  npm run hash -- [FILE of an article…]`
  const { values, positionals } = readArguments(usage, { options, allowPositionals: true })
  if (values.explain !== undefined) explain(values.explain)
  else if (values['write-hashes']) await hash(positionals)
  else check(values.reporter)
})

function check(reporter: string): void {
  const write = Object.hasOwn(reporters, reporter) ? reporters[reporter] : undefined
  if (!write) throw unknown('reporter', reporter, Object.keys(reporters))
  const content = readWithKept({ unrendered: true })
  const problems = checkContent(content)
  if (reporter !== 'terminal') process.stdout.write(write(problems, contentFolder))
  else if (problems.length > 0) console.error(write(problems, contentFolder))
  else
    console.log(
      `${content.files.size.toLocaleString('en')} ${content.files.size === 1 ? 'file' : 'files'} in ${contentFolder}, no problems.`,
    )
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
  else if (reporter === 'terminal') tellUnarchived(content)
}

/** Not a problem: an archive may refuse. */
function tellUnarchived({ entries: { articles } }: Content): void {
  const named = findUnarchived(articles).map(({ id }) => id)
  if (named.length === 0) return
  const rest = named.length > mostNamed ? ` and ${named.length - mostNamed} more` : ''
  console.log(
    `Without a copy at an archive: ${named.slice(0, mostNamed).join(', ')}${rest}. \`npm run archived\` prints their addresses.`,
  )
}

function explain(id: string): void {
  const rule = rules.find((candidate) => candidate.id === id)
  const ids = rules.map((known) => known.id)
  if (!rule) throw unknown('rule', id, ids)
  const show = (files: { [path: string]: string }) =>
    Object.entries(files)
      .map(([path, text]) => `  ${path}\n${shorten(text).trimEnd().replace(/^/gm, '    ')}`)
      .join('\n')
  console.log(`${rule.id} (${rule.severity})\n\n${rule.what}\n${rule.why}\n`)
  console.log(`Wrong:\n${show(rule.example.wrong)}\n\nRight:\n${show(rule.example.right)}`)
}

/** An example of something too long is not shown whole. */
function shorten(text: string): string {
  return text.length > 1500 ? `${text.slice(0, 600)}…\n` : text
}

async function hash(files: string[]): Promise<void> {
  const { written, unknown } = await writeHashes(contentFolder, files)
  for (const file of unknown) fail(`Unexpected file \`${file}\`, expected an article in ${contentFolder}/articles.`)
  if (written.length > 0) console.log(`Hashes written: ${written.join(', ')}`)
  else if (files.length === 0)
    console.log(
      'Every article has its hashes. After a change that is meant, name its file: `npm run hash -- articles/a-name.md`.',
    )
}

function unknown(noun: string, wrong: string, known: string[]): Error {
  const hint = suggest(wrong, known) ?? ''
  return new Error(`Unexpected ${noun} \`${wrong}\`, expected one of: ${known.join(', ')}. ${hint}`.trimEnd())
}
