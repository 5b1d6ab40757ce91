/** A file of the record on the desk: lines of it are changed, all others stay byte for byte. Pure. */

import { schemas } from '../loaders/content-file.ts'
import { toFileText } from '../loaders/file-text.ts'
import { cutFile, splitFile } from '../loaders/front-matter.ts'
import { type Noun, readName } from '../loaders/names.ts'
import { renameQuote } from '../sameness/rename-quote.ts'
import { isDay } from '../schema/index.ts'
import { free, orNumber, slug, toFragment } from '../schema/names.ts'
import type { Action } from './actions.ts'
import { editFile } from './edit.ts'
import type { FormField, FormValues } from './fields.ts'
import { readForm, toForm, toValues } from './forms.ts'
import { RefusedError } from './piece.ts'

/** What may be done to the record. */
export type Amendment = Extract<Action, { do: 'attribute' | 'link' | 'fill' }>

/** What a new file can be begun of. */
export const things = ['speakers', 'events', 'outlets', 'topics', 'places', 'corrections'] as const

/** Texts of the files by path: null where there is none. */
export type TextOf = (path: string) => string | null

/** Raised when a field has become another on disk meanwhile: what the file would be, and what it is. */
export class ChangedError extends RefusedError {
  readonly conflict: { path: string; ours: string; found: string }
  constructor(conflict: ChangedError['conflict']) {
    super(`${conflict.path} has changed on disk meanwhile.`)
    this.conflict = conflict
  }
}

/** The files that an amendment changes, by path, each with its new text. `article` is the one that is open. */
export function amend(
  article: string | null,
  amendment: Amendment,
  textOf: TextOf,
  paths: readonly string[],
): Map<string, string> {
  if (amendment.do === 'fill') return fill(amendment, textOf)
  const text = article && textOf(article)
  if (!article || !text) throw new RefusedError(`There is no ${article ?? 'article'} any more.`)
  if (amendment.do === 'attribute') return attribute(article, amendment, textOf, paths)
  return new Map([[article, linkEvent(text, amendment.words, amendment.event)]])
}

/**
 * Gives a quote to another speaker, wherever the record names it; when another article carries the quote too, in this
 * article alone, as an utterance of its own.
 */
function attribute(
  path: string,
  { quote, speaker }: Extract<Amendment, { do: 'attribute' }>,
  textOf: TextOf,
  paths: readonly string[],
): Map<string, string> {
  const [, fragment = ''] = quote.split('/')
  const texts = new Map(paths.map((one) => [one, textOf(one) ?? '']))
  const isNamed = (name: string, text: string) => renameQuote(text, name, 'x/x') !== text
  const names = [...texts.values()].flatMap((text) =>
    [...text.matchAll(nameForm(speaker))].map(([, name = '']) => name),
  )
  const to = `${speaker}/${free(fragment, new Set(names))}`
  const isShared = [...texts].some(([one, text]) => one !== path && one.startsWith('articles/') && isNamed(quote, text))
  const changed = new Map<string, string>()
  for (const [one, text] of texts) {
    if (isShared && one !== path) continue
    const after = renameQuote(text, quote, to)
    if (after !== text) changed.set(one, after)
  }
  if (!changed.has(path)) throw new RefusedError('This article does not carry that quote.')
  return changed
}

const nameForm = (speaker: string) => new RegExp(`(?<![a-z0-9-])${speaker}(?:\\.md)?#([a-z0-9-]+)`, 'g')

/** Links words that stand in the copy once to an event. */
function linkEvent(text: string, words: string, event: string): string {
  const { body } = cutFile(text)
  const escaped = words.replace(/[\\`*_[\]<]/g, '\\$&')
  const at = body.indexOf(escaped)
  if (at < 0 || body.indexOf(escaped, at + 1) >= 0)
    throw new RefusedError('These words do not stand there exactly once, outside of links. Select some more, or fewer.')
  const labels = new Set([...body.matchAll(/^\[([^\]]+)\]:/gm)].map(([, label = '']) => label))
  const target = `../events/${event}.md`
  const known = new RegExp(`^\\[([^\\]]+)\\]: ${target.replaceAll('.', '\\.')}[ \\t]*$`, 'm').exec(body)?.[1]
  const label = known ?? free(event.replace(/^\d{4}-\d{2}-\d{2}-/, ''), labels)
  const start = text.length - body.length + at
  const linked = `${text.slice(0, start)}[${escaped}][${label}]${text.slice(start + escaped.length)}`
  if (known) return linked
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const whole = linked.endsWith('\n') ? linked : linked + newline
  return `${whole}${labels.size > 0 ? '' : newline}[${label}]: ${target}${newline}`
}

/** The noun of a file, or of a folder that a new one goes into. */
export function nounOfFile(file: string): Noun {
  return readName(file)?.noun ?? (file.slice(0, -1) as Noun)
}

/** The form of a file, as it stands; of a new one, with the values that are proposed. */
export function toFileForm(
  file: string,
  text: string | null,
  values: FormValues,
  options: Parameters<typeof toForm>[3],
): FormField[] {
  const noun = nounOfFile(file)
  const stands = text === null ? values : valuesOfFile(text)
  const own = { value: '', choices: [], fields: [], noun: null, isNeeded: false, because: null }
  const field = (name: string, help: string, is: FormField['is']): FormField => {
    return { ...own, name, help, is, value: stands[name] ?? '', problem: options?.problems?.[name] ?? null }
  }
  return [
    ...toForm(schemas[noun] as Parameters<typeof toForm>[0], fieldsOf(noun, stands), stands, options),
    ...(hasBody(noun) ? [field('body', bodyHelp[noun] ?? 'One or two neutral sentences of your own.', 'text')] : []),
    ...(text === null
      ? [
          field(
            'file',
            'The name of its file, and in its address: small letters, digits, hyphens. Empty: made from the words above.',
            'words',
          ),
        ]
      : []),
  ]
}

const bodyHelp: { [noun: string]: string } = {
  story: 'The lead of the front page: two or three sentences. Markdown; links lead to files of the record.',
}

/** What a form has of a file: a place and a correction have no text, and that of an article is other people's words. */
const hasBody = (noun: Noun) => !['articles', 'corrections', 'places'].includes(noun)

/** The hash is made by the tools; a file is a draft only when an import has begun it. */
function fieldsOf(noun: Noun, values: FormValues): string[] {
  return Object.keys((schemas[noun] as Parameters<typeof toForm>[0]).shape).filter(
    (name) => name !== 'textHash' && (name !== 'draft' || values['draft'] !== undefined),
  )
}

function valuesOfFile(text: string): { [field: string]: string } {
  const { data, body } = splitFile(text)
  return { ...toValues(data), body: body.trim() }
}

function fill({ file, values, was }: Extract<Amendment, { do: 'fill' }>, textOf: TextOf): Map<string, string> {
  const noun = nounOfFile(file)
  const schema = schemas[noun] as Parameters<typeof toForm>[0]
  const text = file.endsWith('/') ? null : textOf(file)
  if (text === null && !file.endsWith('/')) throw new RefusedError(`There is no ${file} any more.`)
  const stands = text === null ? {} : valuesOfFile(text)
  const all: FormValues = { ...stands, ...values }
  const isChanged = (name: string) =>
    Object.keys({ ...values, ...was }).some((one) => one === name || one.startsWith(`${name}.`))
  const fields = fieldsOf(noun, stands).filter((name) => text === null || isChanged(name))
  const { front, problems } = readForm(schema, fields, all)
  const body = values['body'] ?? null
  const path = text === null ? `${noun}/${nameOf(noun, front, values['file'] ?? '', textOf, problems)}.md` : file
  if (Object.keys(problems).length > 0) throw new RefusedError('Some fields need another value.', problems)
  if (text === null) {
    const filled = Object.entries(front).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    return new Map([[path, toFileText(Object.fromEntries(filled), body?.trim())]])
  }
  const edited = editFile(text, front, Object.keys(schema.shape), body)
  if (edited === null) throw new RefusedError(`The lines of ${file} can be changed by hand alone.`)
  const isOther = ([name, value]: [string, string]) =>
    ![value, values[name] ?? ''].some((one) => one.trim() === (stands[name] ?? '').trim())
  if (Object.entries(was).some(isOther)) throw new ChangedError({ path: file, ours: edited, found: text })
  return new Map(edited === text ? [] : [[path, edited]])
}

/** The name of a new file: the one that is given, else one made from its words, with the day of what has one. */
function nameOf(
  noun: Noun,
  front: { [field: string]: unknown },
  given: string,
  textOf: TextOf,
  problems: { [field: string]: string },
): string {
  const isTaken = (name: string) => textOf(`${noun}/${name}.md`) !== null
  if (given.trim() !== '') {
    const name = slug(given)
    if (name !== given.trim()) problems['file'] = 'Expected small letters a to z, digits and single hyphens.'
    else if (isTaken(name)) problems['file'] = `There is a ${noun}/${name}.md already.`
    return name
  }
  const words = String(front['name'] ?? front['title'] ?? front['was'] ?? '')
  const date = String(front['date'] ?? '')
  const plain =
    noun === 'corrections' ? toFragment(words, new Set(), 4) : orNumber(slug(words), words, noun.slice(0, -1))
  const name = isDay(date) ? `${date}-${plain}` : plain
  if (noun !== 'corrections' && isTaken(name))
    problems['file'] = `There is a ${noun}/${name}.md already. Open that one, or give this one another name.`
  return free(name, { has: isTaken } as unknown as ReadonlySet<string>)
}
