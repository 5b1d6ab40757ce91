/** An article of the record on the desk again: a line of it is changed, all others stay byte for byte. Pure. */
import { renameQuote } from '../import/rename-quote.ts'
import { toFileText } from '../import/write.ts'
import { cutFile } from '../loaders/front-matter.ts'
import { readArticle } from '../markdown/article.ts'
import type { Reading } from '../markdown/reading.ts'
import { correction as correctionSchema } from '../schema/index.ts'
import { free, toFragment } from '../schema/names.ts'
import type { Action } from './actions.ts'
import { readForm } from './forms.ts'
import { RefusedError } from './piece.ts'

/** What may be done to an article of the record. */
export type Amendment = Extract<Action, { do: 'attribute' | 'link' | 'correct' }>

export const correctionFields = [
  'date',
  'kind',
  'quotes',
  'speakers',
  'events',
  'articles',
  'was',
  'is',
  'why',
] as const

/** Texts of the files by path: null where there is none. */
export type TextOf = (path: string) => string | null

/** The files that an amendment changes, by path, each with its new text. */
export function amend(
  article: string,
  amendment: Amendment,
  textOf: TextOf,
  paths: readonly string[],
): Map<string, string> {
  const path = `articles/${article}.md`
  const text = textOf(path)
  if (text === null) throw new RefusedError(`There is no ${path} any more.`)
  switch (amendment.do) {
    case 'attribute':
      return attribute(path, amendment, textOf, paths)
    case 'link':
      return new Map([[path, linkEvent(text, amendment.words, amendment.event)]])
    case 'correct':
      return noteCorrection(amendment.values, textOf)
  }
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

function noteCorrection(values: { [field: string]: string }, textOf: TextOf): Map<string, string> {
  const { movedFrom = '', movedTo = '', ...own } = values
  const { front, problems } = readForm(correctionSchema, correctionFields, own)
  if (Object.keys(problems).length > 0) throw new RefusedError('Some fields need another value.', problems)
  const filled = Object.entries(front).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  const name = `${front['date']}-${toFragment(String(front['was']), new Set(), 4)}`
  const taken = { has: (one: string) => textOf(`corrections/${one}.md`) !== null } as ReadonlySet<string>
  const moved = movedFrom && movedTo ? { moved: { from: movedFrom, to: movedTo } } : {}
  return new Map([[`corrections/${free(name, taken)}.md`, toFileText({ ...Object.fromEntries(filled), ...moved })]])
}

/** The text of an article as it is read. */
export function readAgain(article: string, text: string, language: string, terms: readonly string[]): Reading {
  const { body, linesBefore } = cutFile(text)
  return readArticle(
    body,
    { path: `articles/${article}.md`, language, terms, linesBefore },
    { isExpected: () => false },
  )
}
