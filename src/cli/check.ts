/**
 * Checks the content: `npm run check`; ends with 1 when there are errors. `-- --explain <rule>` tells what a rule asks
 * for and why. `npm run hash` writes `textHash` into the articles that have none, `npm run hash -- <file>` anew.
 */
import { parseArgs } from 'node:util'
import { checkContent } from '../checks/check-content.ts'
import { toTerminal } from '../checks/reporters/terminal.ts'
import { rules } from '../checks/rules/index.ts'
import { readContent } from '../loaders/from-disk.ts'
import { writeHashes } from '../loaders/write-hashes.ts'
import { suggest } from '../schema/nearest.ts'
import { contentFolder } from '../site.ts'

const { values, positionals } = parseArgs({
  options: { explain: { type: 'string' }, 'write-hashes': { type: 'boolean' } },
  allowPositionals: true,
})

if (values.explain !== undefined) explain(values.explain)
else if (values['write-hashes']) hash(positionals)
else check()

function check(): void {
  const content = readContent()
  const problems = checkContent(content)
  if (problems.length > 0) console.error(toTerminal(problems, contentFolder))
  else console.log(`${content.files.size} files in ${contentFolder}, no problems.`)
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
}

function explain(id: string): void {
  const rule = rules.find((candidate) => candidate.id === id)
  if (!rule) {
    const hint = suggest(
      id,
      rules.map((known) => known.id),
    )
    console.error(
      `Unexpected rule \`${id}\`, expected one of: ${rules.map((known) => known.id).join(', ')}. ${hint ?? ''}`.trim(),
    )
    process.exitCode = 1
    return
  }
  const show = (files: { [path: string]: string }) =>
    Object.entries(files)
      .map(([path, text]) => `  ${path}\n${text.trimEnd().replace(/^/gm, '    ')}`)
      .join('\n')
  console.log(`${rule.id} (${rule.severity})\n\n${rule.what}\n${rule.why}\n`)
  console.log(`Wrong:\n${show(rule.example.wrong)}\n\nRight:\n${show(rule.example.right)}`)
}

function hash(files: string[]): void {
  const { written, unknown } = writeHashes(contentFolder, files)
  for (const file of unknown)
    console.error(`Unexpected file \`${file}\`, expected an article in ${contentFolder}/articles.`)
  console.log(written.length > 0 ? `Hashes written: ${written.join(', ')}` : 'No article was without hashes.')
  if (unknown.length > 0) process.exitCode = 1
}
