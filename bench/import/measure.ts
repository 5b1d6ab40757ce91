/** Measures the import against annotated passages: `node bench/import/measure.ts [SET …] [--wrong]`, all sets without a name. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../src/import/dates.ts'
import { fold } from '../../src/import/people.ts'
import { attribute } from '../../src/import/speakers.ts'
import { findSpans } from '../../src/markdown/quotation-marks.ts'

/** The sets of passages, in the order they were written: but for the first, none was measured before it was annotated. */
export const sets: readonly string[] = [
  'tuned',
  'held-out',
  'new-shapes',
  'fresh',
  'late',
  'outlets',
  'desks',
  'bureaus',
  'nightdesk',
  'city-edition',
  'morning-edition',
  'week-edition',
  'frozen',
  'sealed',
]

/** A passage with what a reader finds in it. `⟦Speaker|“words”⟧`, `⟦-|“words”⟧` for words nobody says, `⟨EDTF|words⟩`. */
export interface Passage {
  name: string
  published: string
  about: string
  blocks: string[]
  quotes: { speaker: string | null; text: string }[]
  dates: { edtf: string; words: string; block: number; start: number }[]
}

export interface Figures {
  passages: number
  quotes: number
  found: number
  /** Spans found that are none. */
  surplus: number
  speakersRight: number
  certain: number
  certainRight: number
  dates: number
  datesRight: number
  wrong: string[]
}

export function readPassages(file: string): Passage[] {
  return file
    .split(/^=== /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n')
      const [name = '', published = '', about = ''] = head.split('|').map((text) => text.trim())
      const passage: Passage = { name, published, about, blocks: [], quotes: [], dates: [] }
      let plain = ''
      const open: { is: string; label: string; start: number }[] = []
      const source = lines.filter((line) => line.trim() !== '').join('\n')
      const places: { edtf: string; from: number; to: number }[] = []
      for (let at = 0; at < source.length; at++) {
        const mark = source[at] as string
        if (mark === '⟦' || mark === '⟨') {
          const bar = source.indexOf('|', at)
          open.push({ is: mark, label: source.slice(at + 1, bar), start: plain.length })
          at = bar
        } else if (mark === '⟧' || mark === '⟩') {
          const started = open.pop()
          if (!started) throw new Error(`${name}: ${mark} closes nothing`)
          if (mark === '⟧') {
            passage.quotes.push({
              speaker: started.label === '-' ? null : started.label,
              text: plain.slice(started.start),
            })
          } else places.push({ edtf: started.label, from: started.start, to: plain.length })
        } else plain += mark
      }
      passage.blocks = plain.split('\n')
      for (const { edtf, from, to } of places) {
        const block = plain.slice(0, from).split('\n').length - 1
        passage.dates.push({
          edtf,
          words: plain.slice(from, to),
          block,
          start: from - (plain.lastIndexOf('\n', from - 1) + 1),
        })
      }
      return passage
    })
}

export function measure(passages: readonly Passage[]): Figures {
  const figures: Figures = {
    passages: passages.length,
    quotes: 0,
    found: 0,
    surplus: 0,
    speakersRight: 0,
    certain: 0,
    certainRight: 0,
    dates: 0,
    datesRight: 0,
    wrong: [],
  }
  for (const { name, published, blocks, quotes, dates } of passages) {
    const spans = findSpans(blocks)
    const { spans: attributions, sentences } = attribute(blocks, spans, [])
    const left = new Set(spans.keys())
    for (const quote of quotes) {
      figures.quotes++
      const words = core(quote.text)
      const at = [...left].find((index) => core(spans[index]?.text ?? '') === words)
      if (at === undefined) {
        figures.wrong.push(`${name}: span missed: ${quote.text.slice(0, 60)}`)
        continue
      }
      left.delete(at)
      figures.found++
      const proposal = attributions[at]
      const said = proposal?.person && !proposal.term ? proposal.person.name : null
      const right = sameSpeaker(said, quote.speaker)
      if (right) figures.speakersRight++
      else
        figures.wrong.push(
          `${name}: ${proposal?.certainty}: ${said} for ${quote.speaker}: ${words.slice(0, 50)} <${proposal?.because}>`,
        )
      if (proposal?.certainty === 'certain') {
        figures.certain++
        if (right) figures.certainRight++
      }
    }
    for (const index of left) {
      figures.surplus++
      figures.wrong.push(`${name}: no quotation: ${spans[index]?.text.slice(0, 60)}`)
    }
    const found = findDates({ blocks, spans, sentences: sentences.map(({ sentence }) => sentence), published })
    for (const date of dates) {
      figures.dates++
      const hit = found.find(
        (one) => one.block === date.block && one.start < date.start + date.words.length && date.start < one.end,
      )
      if (hit?.edtf === date.edtf) figures.datesRight++
      else figures.wrong.push(`${name}: date ${hit?.edtf ?? 'missed'} for ${date.edtf}: ${date.words}`)
    }
  }
  return figures
}

/** Names match by their words; a description may say more or less than the annotation. */
function sameSpeaker(said: string | null, wanted: string | null): boolean {
  if (said === null || wanted === null) return said === wanted
  const words = (name: string) =>
    fold(name)
      .replace(/^(?:the|a|an|one) /, '')
      .replace(/['"]/g, '')
  const a = words(said)
  const b = words(wanted)
  if (a === b) return true
  return /^\p{Ll}/u.test(said.replace(/^the /i, '')) || /^\p{Ll}/u.test(wanted) ? a.includes(b) || b.includes(a) : false
}

function core(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/["“”„«»‘’'‹›`]/g, '')
    .replace(/^[\s]+|[\s,.!?;]+$/g, '')
    .trim()
}

export function toTable(name: string, figures: Figures): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return [
    `${name}: ${figures.passages} passages, ${figures.quotes} quotes, ${figures.dates} dates`,
    `  spans: recall ${share(figures.found, figures.quotes)}, precision ${share(figures.found, figures.found + figures.surplus)}`,
    `  speakers: right ${share(figures.speakersRight, figures.quotes)}; certain ${figures.certain}, of those right ${share(figures.certainRight, figures.certain)}`,
    `  dates: exact ${share(figures.datesRight, figures.dates)}`,
  ].join('\n')
}

if (import.meta.main) {
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  for (const name of wanted.length > 0 ? wanted : sets) {
    const figures = measure(readPassages(readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8')))
    console.log(toTable(name, figures))
    if (process.argv.includes('--wrong')) for (const line of figures.wrong) console.log(`  - ${line}`)
  }
}
