/**
 * Goes through the whole record for utterances that may be the same: `npm run same`. Asks about each pair; `--json` and
 * `--dry-run` only list them. A refusal is remembered in `content/quotes/` and not asked again.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cancel, intro, isCancel, log, outro, select } from '@clack/prompts'
import { parseDocument } from 'yaml'
import { renameQuote } from '../import/rename-quote.ts'
import { findSamePairs, type SamePair } from '../import/same-pairs.ts'
import { toRefusalText } from '../import/write.ts'
import { forgetContent, readContent, readUnrendered } from '../loaders/from-disk.ts'
import { contentFolder } from '../site.ts'
import { markDifference } from './import-questions.ts'

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } })
  const { record, entries } = readUnrendered()
  const refused = new Set<string>()
  for (const { id, data } of entries.quotes) {
    for (const other of data.notSameAs) {
      refused.add(`${id} ${other.replace('#', '/')}`)
      refused.add(`${other.replace('#', '/')} ${id}`)
    }
  }
  const pairs = findSamePairs(record, refused)
  if (values.json) {
    const rows = pairs.map(({ quote, other, likeness }) => ({ quote: quote.id, with: other.id, ...likeness }))
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    return
  }
  if (pairs.length === 0) {
    console.log(`${record.quotes.length} quotes in ${contentFolder}, no two of them seem to be one utterance.`)
    return
  }
  const talks = process.stdin.isTTY && process.stdout.isTTY && !values['dry-run']
  if (!talks) {
    for (const pair of pairs) console.log(`${describe(pair)}\n`)
    console.log(
      `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} to look at. In a terminal, npm run same asks about each.`,
    )
    return
  }
  intro(`${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} to look at`)
  const gone = new Set<string>()
  for (const pair of pairs) {
    if (gone.has(pair.quote.id) || gone.has(pair.other.id)) continue
    log.message(describe(pair))
    const answer = await select({
      message: 'The same utterance?',
      options: [
        { value: 'same', label: 'Same', hint: `${pair.other.id} becomes ${pair.quote.id}` },
        { value: 'different', label: 'Different', hint: 'not asked again' },
        { value: 'later', label: 'Later' },
      ],
      initialValue: 'later',
    })
    if (isCancel(answer)) {
      cancel('The answers so far are kept.')
      return
    }
    if (answer === 'different') await remember(pair)
    if (answer === 'same') {
      const changed = await merge(pair)
      gone.add(pair.other.id)
      log.success(`Changed ${changed.join(', ')}`)
    }
  }
  outro('npm run check')
}

function describe({ quote, other, text, otherText, likeness }: SamePair): string {
  return [
    `${quote.id}  ${text}`,
    `${other.id}  ${process.stdout.isTTY ? markDifference(text, otherText) : otherText}`,
    `${likeness.score}${likeness.warning ? `, but ${likeness.warning}` : ''}`,
  ].join('\n')
}

/** Writes the refusal into the file of the quote, keeping what is there. */
async function remember({ quote, other }: SamePair): Promise<void> {
  const path = join(contentFolder, 'quotes', `${quote.id}.md`)
  const name = other.id.replace('/', '#')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) {
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, toRefusalText([name]))
    return
  }
  const [, open = '', front = '', rest = ''] = /^(---[ \t]*\n)([\s\S]*?)(^---[\s\S]*)$/m.exec(text) ?? []
  const document = parseDocument(front)
  const known = document.toJS() as { notSameAs?: string[] } | null
  document.set('notSameAs', [...new Set([...(known?.notSameAs ?? []), name])])
  await writeFile(path, `${open}${document.toString()}${rest}`)
}

/** Makes the second quote another wording of the first, wherever the record names it. */
async function merge({ quote, other }: SamePair): Promise<string[]> {
  forgetContent()
  const changed: string[] = []
  for (const path of readContent().files.keys()) {
    const file = join(contentFolder, path)
    const before = await readFile(file, 'utf8')
    const after = renameQuote(before, other.id, quote.id)
    if (after === before) continue
    await writeFile(file, after)
    changed.push(path)
  }
  forgetContent()
  return changed
}
