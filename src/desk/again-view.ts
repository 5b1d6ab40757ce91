/** What the desk's page shows of files of the record that are on it. Pure. */
import { idsOf, nameIn, type Reference } from '../checks/references.ts'
import type { Content } from '../loaders/content.ts'
import { cutFile } from '../loaders/front-matter.ts'
import type { ReadLink } from '../markdown/reading.ts'
import { eventKinds } from '../schema/index.ts'
import { langOf } from '../words/language.ts'
import { nounOfFile, type TextOf, things, toFileForm } from './again.ts'
import type { Again, Fault, Proof } from './desk.ts'
import type { FormField } from './fields.ts'
import { wordsOf } from './reach.ts'
import type { Choice, Step } from './steps.ts'
import { type Names, type Shown, toView, type View } from './view.ts'

interface ShownAgain extends Omit<Shown, 'piece' | 'draft' | 'marks' | 'steps' | 'proof'> {
  /** The record as it will be. */
  content: Content
  again: Again
  textOf: TextOf
  proof: Proof
}

export function toAgainView({ content, again, textOf, proof, ...shown }: ShownAgain): View {
  const { record, entries } = content
  const nameOf = (id: string) => record.speakers.find((speaker) => speaker.id === id)?.name ?? id
  const entry = entries.articles.find(({ path }) => path === again.article)
  const links = entry?.reading.links ?? []
  const quotes = links.flatMap(({ is, target, fragment, text }) =>
    is === 'quote' ? [{ quote: `${target}/${fragment}`, words: text, who: nameOf(target) }] : [],
  )
  const moved = toMoved(content, again)
  const step: Step =
    again.at === null
      ? {
          is: 'again',
          id: 'again',
          own: again.article,
          quotes,
          speakers: record.speakers.map(({ id, name }) => ({ key: id, name, isNew: false })),
          events: record.events.map(({ id, title: name }) => ({ key: id, name, isNew: false })).reverse(),
          moved: moved?.isOpen ? { from: moved.from, to: moved.to } : null,
        }
      : thingStep(content, again.at, textOf, proof, startOf(again, moved, nameOf))
  const language = entry?.data.language ?? 'en'
  const nouns = step.is === 'thing' ? withInner(step.fields).flatMap(({ noun }) => noun ?? []) : []
  const lines = (again.article && textOf(again.article)?.split('\n')) || []
  const faults = proof.faults.map((fault): Fault => {
    const isHere = fault.file === again.article && fault.line !== null
    return isHere ? { ...fault, mark: markAt(links, lines[(fault.line ?? 0) - 1] ?? '') } : fault
  })
  return {
    ...toView({ ...shown, piece: null, proof: { ...proof, faults }, saved: shown.saved ?? null }),
    step,
    names: toNames(content, nouns),
    things: toChoices(content),
    shown: entry?.reading.copy ?? [],
    article: entry
      ? {
          title: entry.data.title,
          lang: langOf(language),
          blocks: entry.reading.blocks.map(({ kind, text }) => {
            return { kind: kind === 'heading' ? 'heading' : 'paragraph', text, words: wordsOf(text, language) }
          }),
          marks: links.map(({ is, target, block, start, end, anchor }) => {
            const event = record.events.find(({ id }) => id === target)
            const who = is === 'report' ? (event?.title ?? target) : nameOf(target)
            return { id: anchor, ranges: [{ block, start, end }], as: is, offered: is, who }
          }),
          cut: [],
          warnings: [],
        }
      : null,
  }
}

/** Every file whose form can be opened, and a new one of each noun. */
export function toChoices({ files }: Content): Choice[] {
  const there = [...files.values()].flatMap(({ path, noun, id, data }) => {
    if (noun !== 'articles' && noun !== 'story' && !things.some((one) => one === noun)) return []
    const { name, title, was } = (data ?? {}) as { [field: string]: string | undefined }
    const words = noun === 'story' ? 'The story' : `${name ?? title ?? was ?? id} (${noun.slice(0, -1)})`
    return [{ key: path, name: words, isNew: false }]
  })
  return [...things.map((noun) => ({ key: `${noun}/`, name: `A new ${noun.slice(0, -1)}`, isNew: false })), ...there]
}

function thingStep(
  content: Content,
  file: string,
  textOf: TextOf,
  { faults }: Proof,
  proposed: { [field: string]: string },
): Step {
  const text = file.endsWith('/') ? null : textOf(file)
  const { record } = content
  const kinds = [...eventKinds, ...Object.keys(record.settings?.eventKinds ?? {})]
  const problems = Object.fromEntries(
    faults.flatMap((fault) => (fault.file === file ? [[fieldAt(text ?? '', fault.line), fault.says]] : [])),
  )
  const noun = nounOfFile(file)
  const options = { problems, ...(noun === 'events' && { choices: { kind: kinds } }) }
  const fields = toFileForm(file, text, proposed, options)
  return { is: 'thing', id: `thing ${file}`, file, noun, fields }
}

function withInner(fields: readonly FormField[]): FormField[] {
  return fields.flatMap((field) => [field, ...withInner(field.fields.flat())])
}

/** What fields may name. */
export function toNames(content: Content, nouns: readonly Reference['noun'][]): Names {
  return Object.fromEntries(nouns.map((noun) => [noun, namesOf(content, noun)]))
}

function namesOf(content: Content, noun: Reference['noun']): { id: string; name: string }[] {
  const { record } = content
  if (noun === 'quotes')
    return record.quotes.map(({ speaker, fragment, wordings }) => {
      return { id: `${speaker.id}#${fragment}`, name: `${speaker.name}: ${wordings[0]?.text.slice(0, 60) ?? ''}` }
    })
  return [...idsOf(content, noun)].map((id) => ({ id, name: nameIn(content, noun, id) ?? id }))
}

/** The field that a line of a file is of. */
function fieldAt(text: string, line: number | null): string {
  if (line !== null && line > cutFile(text).linesBefore) return 'body'
  const above = text.split('\n', line ?? 0).reverse()
  return above.flatMap((one) => /^([A-Za-z]+):/.exec(one)?.[1] ?? [])[0] ?? ''
}

/** The link that a problem of an article stands at. */
function markAt(links: readonly ReadLink[], shown: string): string | null {
  const isOf = ({ text, target, fragment }: ReadLink) =>
    shown.includes(text) || shown.includes(`${target}.md${fragment ? `#${fragment}` : ''}`)
  return links.find(isOf)?.anchor ?? null
}

interface Moved {
  from: string
  to: string
  /** Its old address was published, and no correction says yet that it has moved. */
  isOpen: boolean
}

/** The quote that was given to somebody else last, by its old address and its new one. */
function toMoved({ entries, lock }: Content, { article, amendments }: Again): Moved | null {
  const last = amendments.findLast((one) => one.do === 'attribute')
  const links = entries.articles.find(({ path }) => path === article)?.reading.links ?? []
  const given = links.find(({ target, fragment }) => target === last?.speaker && last.quote.endsWith(`/${fragment}`))
  if (!last || !given) return null
  const wasPublished = lock.some(({ address }) => address === `/quotes/${last.quote}/`)
  const isNoted = amendments.some((one) => one.do === 'fill' && one.file.startsWith('corrections/'))
  return {
    from: `quotes/${last.quote}`,
    to: `quotes/${given.target}/${given.fragment}`,
    isOpen: wasPublished && !isNoted,
  }
}

const today = () => new Date().toISOString().slice(0, 10)

/** What a new file begins with. */
function startOf(
  { article, at }: Again,
  moved: Moved | null,
  nameOf: (id: string) => string,
): { [field: string]: string } {
  if (at !== 'corrections/') return { added: today() }
  if (!moved) return { date: today(), kind: 'corrected', articles: article?.replace(/^articles\/|\.md$/g, '') ?? '' }
  const { from, to, isOpen } = moved
  const [, before = ''] = from.split('/')
  const [, now = '', fragment = ''] = to.split('/')
  return {
    date: today(),
    kind: 'reassigned',
    quotes: `${now}#${fragment}`,
    speakers: `${before}\n${now}`,
    was: `The words were given to ${nameOf(before)}.`,
    is: `They are those of ${nameOf(now)}.`,
    ...(isOpen && { 'moved.from': from, 'moved.to': to }),
  }
}
