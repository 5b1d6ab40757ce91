/**
 * Goes through the whole record for utterances that may be the same: `npm run same`. Asks about each pair; `--json` and
 * `--dry-run` only list them. A refusal is remembered in `content/quotes/` and not asked again.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cancel, intro, isCancel, log, outro, select } from '@clack/prompts'
import { parseDocument } from 'yaml'
import { toEntryText } from '../loaders/file-text.ts'
import { readContent, readUnrendered } from '../loaders/from-disk.ts'
import { type NewFile, writeFiles } from '../loaders/write-files.ts'
import { findSamePairs, type SamePair } from '../sameness/pairs.ts'
import { renameQuote } from '../sameness/rename-quote.ts'
import { quote as quoteSchema } from '../schema/index.ts'
import { contentFolder } from '../site.ts'
import { markDifference, type Streams } from './import-questions.ts'
import { readArguments, runOnRecord } from './run.ts'

if (import.meta.main) {
  const streams = process.stdin.isTTY && process.stdout.isTTY ? {} : null
  await runOnRecord(() => findSame(process.argv.slice(2), streams))
}

/** Runs the command with its arguments; asks over the streams, or only lists the pairs when there are none. */
export async function findSame(args: string[], streams: Streams | null): Promise<void> {
  const flag = { type: 'boolean' } as const
  const options = { json: flag, 'dry-run': flag }
  const { values } = readArguments('npm run same -- [--dry-run | --json]', { args, options })
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
  if (!streams || values['dry-run']) {
    for (const pair of pairs) console.log(`${describe(pair)}\n`)
    console.log(
      `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} to look at. In a terminal, npm run same asks about each.`,
    )
    return
  }
  intro(`${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} to look at`, streams)
  const gone = new Set<string>()
  for (const pair of pairs) {
    if (gone.has(pair.quote.id) || gone.has(pair.other.id)) continue
    log.message(describe(pair), streams)
    const answer = await select({
      ...streams,
      message: 'The same utterance?',
      options: [
        { value: 'same', label: 'Same', hint: `${pair.other.id} becomes ${pair.quote.id}` },
        { value: 'different', label: 'Different', hint: 'not asked again' },
        { value: 'later', label: 'Later' },
      ],
      initialValue: 'later',
    })
    if (isCancel(answer)) {
      cancel('The answers so far are kept.', streams)
      return
    }
    if (answer === 'different') await remember(pair)
    if (answer === 'same') {
      const changed = await merge(pair)
      gone.add(pair.other.id)
      log.success(`Changed ${changed.join(', ')}`, streams)
    }
  }
  outro('npm run check', streams)
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
  const path = `quotes/${quote.id}.md`
  const name = other.id.replace('/', '#')
  const text = await readFile(join(contentFolder, path), 'utf8').catch(() => null)
  if (text === null) {
    await writeFiles(contentFolder, [{ path, text: toEntryText(quoteSchema, { notSameAs: [name] }) }])
    return
  }
  const [, open = '', front = '', rest = ''] = /^(---[ \t]*\n)([\s\S]*?)(^---[\s\S]*)$/m.exec(text) ?? []
  const document = parseDocument(front)
  const known = document.toJS() as { notSameAs?: string[] } | null
  document.set('notSameAs', [...new Set([...(known?.notSameAs ?? []), name])])
  await writeFiles(contentFolder, [{ path, text: `${open}${document.toString()}${rest}` }], new Set([path]))
}

/** Makes the second quote another wording of the first, wherever the record names it. */
async function merge({ quote, other }: SamePair): Promise<string[]> {
  const changed: NewFile[] = []
  for (const path of readContent().files.keys()) {
    const before = await readFile(join(contentFolder, path), 'utf8')
    const text = renameQuote(before, other.id, quote.id)
    if (text !== before) changed.push({ path, text })
  }
  const paths = changed.map(({ path }) => path)
  await writeFiles(contentFolder, changed, new Set(paths))
  return paths
}
