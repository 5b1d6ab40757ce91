/** What the desk's page shows of an article of the record that is on it again. Pure. */
import type { Content } from '../loaders/content.ts'
import { correction as correctionSchema } from '../schema/index.ts'
import { langOf } from '../words/language.ts'
import { type Amendment, correctionFields, readAgain } from './again.ts'
import type { Proof } from './desk.ts'
import { toForm } from './forms.ts'
import { wordsOf } from './reach.ts'
import type { Step } from './steps.ts'
import { type Shown, toView, type View } from './view.ts'

interface ShownAgain extends Omit<Shown, 'piece' | 'draft' | 'marks' | 'steps' | 'proof'> {
  content: Content
  again: { article: string; amendments: readonly Amendment[]; text: string | null }
  proof: Proof
}

export function toAgainView({ content, again, proof, ...shown }: ShownAgain): View {
  const view = toView({ ...shown, piece: null, proof, saved: shown.saved ?? null })
  const entry = content.entries.articles.find(({ id }) => id === again.article)
  if (!entry) return view
  const { record } = content
  const { language, title, terms } = entry.data
  const reading = again.text === null ? entry.reading : readAgain(entry.id, again.text, language, terms)
  const nameOf = (id: string) => record.speakers.find((speaker) => speaker.id === id)?.name ?? id
  const quotes = reading.links.filter(({ is }) => is === 'quote')
  const last = again.amendments.findLast((one) => one.do === 'attribute')
  const given =
    last && quotes.find(({ target, fragment }) => target === last.speaker && last.quote.endsWith(`/${fragment}`))
  const old = last?.quote ?? ''
  const [before = ''] = old.split('/')
  const wasPublished = content.lock.some(({ address }) => address === `/quotes/${old}/`)
  const isOpen = !again.amendments.some((one) => one.do === 'correct')
  const step: Step = {
    is: 'again',
    id: 'again',
    quotes: quotes.map(({ target, fragment, text }) => ({
      quote: `${target}/${fragment}`,
      words: text,
      who: nameOf(target),
    })),
    speakers: record.speakers.map(({ id, name }) => ({ key: id, name, isNew: false })),
    events: record.events.map(({ id, title: name }) => ({ key: id, name, isNew: false })).reverse(),
    correction: toForm(correctionSchema, correctionFields, {
      date: new Date().toISOString().slice(0, 10),
      kind: given ? 'reassigned' : 'corrected',
      quotes: given ? `${given.target}#${given.fragment}` : '',
      speakers: given ? `${before}\n${given.target}` : '',
      articles: given ? '' : entry.id,
      was: given ? `The words were given to ${nameOf(before)}.` : '',
      is: given ? `They are those of ${nameOf(given.target)}.` : '',
    }),
    moved:
      given && wasPublished && isOpen
        ? { from: `quotes/${old}`, to: `quotes/${given.target}/${given.fragment}` }
        : null,
  }
  return {
    ...view,
    step,
    shown: reading.copy,
    article: {
      title,
      lang: langOf(language),
      blocks: reading.blocks.map(({ kind, text }) => {
        return { kind: kind === 'heading' ? 'heading' : 'paragraph', text, words: wordsOf(text, language) }
      }),
      marks: reading.links.map(({ is, target, block, start, end, anchor }) => {
        const who = is === 'report' ? (record.events.find(({ id }) => id === target)?.title ?? target) : nameOf(target)
        return { id: anchor, ranges: [{ block, start, end }], as: is, offered: is, who }
      }),
      cut: [],
      warnings: [],
    },
  }
}
