import type { Content } from '../../loaders/content.ts'
import { findQuotations } from '../../markdown/quotation.ts'
import { coverSpans } from '../../markdown/quoted-spans.ts'
import type { Entries } from '../../record/entries.ts'
import { foldWords } from '../../sameness/words.ts'
import { shorten } from '../../schema/problem.ts'
import { exampleEvent } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'
import { proseOf, toPlace } from '../texts.ts'

const closing = (outcome: string) => exampleEvent(`kind: decision\noutcome: ${outcome}`)

export const ownWords: Rule = {
  id: 'own-words',
  severity: 'error',
  what: 'Our own sentences put words in quotation marks only when an article of the record quotes them.',
  why: 'A reader takes what stands in quotation marks for somebody’s very words, wherever it stands.',
  example: {
    wrong: { 'events/bridge-closed.md': closing('The mayor calls it “a sad day”.') },
    right: { 'events/bridge-closed.md': closing('The mayor says that they “will not wait”.') },
  },
  check: (content, report) => {
    let said: string[] | null = null
    const isSaid = (text: string) => {
      said ??= [...toSaid(content.entries), ...wordsOfRefused(content)]
      const words = ` ${foldWords(text)} `
      return words.trim() === '' || said.some((one) => one.includes(words))
    }
    const validate = (file: string, text: string, toAt: (index: number) => { line: number; column: number } | null) => {
      for (const { start, end } of findQuotations(text).quotations) {
        const found = text.slice(start, end)
        if (isSaid(found)) continue
        report({
          file,
          ...toAt(start),
          found: `quotation \`${shorten(found)}\``,
          expected: 'words that an article of the record quotes, or no quotation marks',
        })
      }
    }
    for (const { path, field, text } of fieldsOf(content.entries))
      validate(path, text, () => placeOf(content, path, field))
    for (const { path, body } of proseOf(content)) {
      const split = content.files.get(path)?.split
      validate(path, body.text, (index) => {
        const [word = ''] = /^\S*/.exec(body.text.slice(index)) ?? []
        const at = split ? split.body.indexOf(word) : -1
        return split && at !== -1 ? toPlace({ file: path, text: split.body, linesBefore: split.linesBefore }, at) : null
      })
    }
  },
}

/** What the articles quote, folded, each between spaces so that only whole words are found in it. */
function toSaid({ articles }: Entries): string[] {
  return articles.flatMap(({ reading, data }) =>
    coverSpans(reading, data.terms).flatMap(({ span, by }) => (by === 'quote' ? [` ${foldWords(span.text)} `] : [])),
  )
}

/** The words of articles that are refused, which may quote them. */
function wordsOfRefused({ files }: Content): string[] {
  return [...files.values()].flatMap((file) =>
    file.noun === 'articles' && !file.data ? [` ${foldWords(file.split.body)} `] : [],
  )
}

/** The sentences that an editor writes into front matter. */
function* fieldsOf({ story, corrections, events, topics, quotes }: Entries) {
  const pick = function* <Data extends object>(entries: readonly { path: string; data: Data }[], keys: (keyof Data)[]) {
    for (const { path, data } of entries) {
      for (const key of keys) {
        const text = data[key]
        if (typeof text === 'string') yield { path, field: [key] as PropertyKey[], text }
      }
    }
  }
  yield* pick(story ? [story] : [], ['subject', 'headline'])
  yield* pick(corrections, ['was', 'is', 'why'])
  yield* pick(events, ['title', 'dateBasis', 'outcome'])
  yield* pick(topics, ['name'])
  for (const { path, data } of quotes) {
    if (data.withdrawn) yield { path, field: ['withdrawn', 'why'], text: data.withdrawn.why }
  }
}
