/** What an editor with the language server is told of a file of the record: from the checks and the schemas. Pure. */
import type { z } from 'zod'
import { checkContent } from '../../checks/check-content.ts'
import { idsOf, nameIn } from '../../checks/references.ts'
import { toSentence } from '../../checks/reporters/sentence.ts'
import { getOrMake } from '../../lists.ts'
import type { Content } from '../../loaders/content.ts'
import { schemas } from '../../loaders/content-file.ts'
import { readName } from '../../loaders/names.ts'
import { isEdtf } from '../../schema/dates.ts'
import type { Problem } from '../../schema/problem.ts'
import { toWords } from '../../words/dates.ts'
import { nounOf, toForm } from '../forms.ts'

/** A place in a file, both from 0, as the protocol counts. */
export interface At {
  line: number
  character: number
}

interface Stretch {
  start: At
  end: At
}

export interface Told {
  range: Stretch
  says: string
  rule: string
  isError: boolean
  /** The nearest right answer, and what it stands in place of; null when none is known. */
  mend: { range: Stretch; right: string } | null
}

export interface Offer {
  label: string
  help: string
  /** What it stands in place of. */
  range: Stretch
}

const checked = new WeakMap<Content, Problem[]>()

/** The problems of a file. */
export function tellProblems(content: Content, path: string, text: string): Told[] {
  const lines = text.split(/\r?\n/)
  return getOrMake(checked, content, () => checkContent(content))
    .filter(({ file }) => file === path)
    .map((problem) => {
      const { line = 1, column = 1, found, hint, rule, severity } = problem
      const shown = lines[line - 1] ?? ''
      const from = Math.min(column - 1, shown.length)
      const [, wrong = ''] = /`([^`]+)`/.exec(found) ?? []
      const [, right = null] = /^Did you mean `([^`]+)`\?/.exec(hint ?? '') ?? []
      const at = wrong ? shown.indexOf(wrong, from) : -1
      // The words that are wrong where they stand there, else the word at the place.
      const start = at >= 0 ? at : from
      const end = at >= 0 ? at + wrong.length : start + (/^\S+/.exec(shown.slice(start))?.[0].length ?? 0)
      const range = toStretch(line - 1, start, end)
      const place = at >= 0 ? range : placeOfWord(lines, wrong)
      const mend = right !== null && place ? { range: place, right } : null
      return { range, says: toSentence(problem), rule, isError: severity === 'error', mend }
    })
}

/** What may stand at a place: speakers, events, names of quotes, fields and their values. */
export function offerAt(content: Content, path: string, text: string, { line, character }: At): Offer[] {
  const lines = text.split(/\r?\n/)
  const before = (lines[line] ?? '').slice(0, character)
  const offer = (labels: Iterable<string>, typed: string, help: (label: string) => string): Offer[] =>
    [...labels].map((label) => ({
      label,
      help: help(label),
      range: toStretch(line, character - typed.length, character),
    }))
  const link = /(?:\.\.\/)?(speakers|events)\/([a-z0-9-]*)$/.exec(before)
  if (link) {
    const noun = link[1] as 'speakers' | 'events'
    return offer(idsOf(content, noun), link[2] ?? '', (id) => nameIn(content, noun, id) ?? '')
  }
  const quote =
    /speakers\/([a-z0-9-]+)\.md#([a-z0-9-]*)$/.exec(before) ?? /(?:^|[\s[,])([a-z0-9-]+)#([a-z0-9-]*)$/.exec(before)
  if (quote) {
    const own = content.record.quotes.filter(({ speaker }) => speaker.id === quote[1])
    return offer(
      own.map(({ fragment }) => fragment),
      quote[2] ?? '',
      (fragment) => own.find((one) => one.fragment === fragment)?.wordings[0]?.text ?? '',
    )
  }
  const schema = schemaOf(path)
  if (!schema || !isInFront(lines, line)) return []
  const field = /^([A-Za-z]*)$/.exec(before)
  if (field) {
    const taken = new Set(lines.flatMap((one) => /^([A-Za-z]+):/.exec(one)?.[1] ?? []))
    const free = Object.keys(schema.shape).filter((name) => !taken.has(name) || name === field[1])
    return offer(free, field[1] ?? '', (name) => sentenceOf(path, name))
  }
  const value = /^([A-Za-z]+):.*?([\p{L}\p{N}-]*)$/u.exec(before)
  if (!value) return []
  const [, name = '', typed = ''] = value
  const noun = nounOf(schema.shape[name])
  if (noun && noun !== 'quotes' && noun !== 'kinds')
    return offer(idsOf(content, noun), typed, (id) => nameIn(content, noun, id) ?? '')
  const [form] = toForm(schema, [name], {})
  return offer(form?.choices.filter(Boolean) ?? [], typed, () => sentenceOf(path, name))
}

/** The file, and the line in it, that the name at a place is of; null when there is none. */
export function defineAt(content: Content, path: string, text: string, at: At): { path: string; line: number } | null {
  const lines = text.split(/\r?\n/)
  const shown = lines[at.line] ?? ''
  const link = around(shown, /(speakers|events)\/([a-z0-9-]+)\.md/g, at.character)
  if (link) return toFile(content, `${link[1]}/${link[2]}.md`)
  const ledger = /^\[([^\]]+)\]:\s*\.\.\/(speakers|events)\/([a-z0-9-]+)\.md/.exec(shown)
  if (ledger) return toFile(content, `${ledger[2]}/${ledger[3]}.md`)
  const label = around(shown, /\]\[([^\]]+)\]/g, at.character)
  const line = label ? lines.findIndex((one) => one.startsWith(`[${label[1]}]:`)) : -1
  if (line >= 0) return { path, line }
  const word = around(shown, /[a-z0-9-]+/g, at.character)?.[0]
  const field = /^([A-Za-z]+):/.exec(shown)?.[1]
  const noun = field && isInFront(lines, at.line) ? nounOf(schemaOf(path)?.shape[field]) : null
  return noun && word ? toFile(content, `${noun === 'quotes' ? 'speakers' : noun}/${word}.md`) : null
}

/** What is said of the word at a place: a date in words, or the sentence of a field. */
export function explainAt(path: string, text: string, { line, character }: At): string | null {
  const lines = text.split(/\r?\n/)
  const shown = lines[line] ?? ''
  const date = around(shown, /[0-9.X~?%/-]{4,}/g, character)?.[0]
  if (date && isEdtf(date)) return toWords(date)
  const field = /^([A-Za-z]+):/.exec(shown)?.[1]
  return field && isInFront(lines, line) ? sentenceOf(path, field) || null : null
}

/** Where a word stands, when it stands in one place alone: what is said of a link is mended in the ledger. */
function placeOfWord(lines: readonly string[], word: string): Stretch | null {
  const found = lines.flatMap((shown, line) => {
    const at = word === '' ? -1 : shown.indexOf(word)
    return at < 0 ? [] : [toStretch(line, at, at + word.length)]
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

function schemaOf(path: string): z.ZodObject | null {
  const name = readName(path)
  // Words are lines of any name: no field of theirs has a sentence.
  return name && name.noun !== 'words' ? schemas[name.noun] : null
}

function sentenceOf(path: string, field: string): string {
  const schema = schemaOf(path)
  return (schema && toForm(schema, [field], {})[0]?.help) || ''
}

function isInFront(lines: readonly string[], line: number): boolean {
  const end = lines.findIndex((one, index) => index > 0 && /^---\s*$/.test(one))
  return line > 0 && (end < 0 || line < end)
}

function toFile({ files }: Content, path: string): { path: string; line: number } | null {
  return files.has(path) ? { path, line: 0 } : null
}

/** The match that a place lies in. */
function around(text: string, form: RegExp, character: number): RegExpExecArray | null {
  return (
    [...text.matchAll(form)].find(({ index, 0: whole }) => index <= character && character <= index + whole.length) ??
    null
  )
}

function toStretch(line: number, start: number, end: number): Stretch {
  return { start: { line, character: start }, end: { line, character: end } }
}
