/**
 * Measures the import on annotated passages: `node tests/import/passages.ts FILE … [--wrong] [--without RULE]`.
 * `⟦Speaker|“words”⟧` is a quotation (`-` for nobody, `A + B` for two), `⟪Speaker|clause⟫` reported speech,
 * `⟨EDTF|words⟩` a date.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { propose } from '../../src/import/propose.ts'

/** A passage with what a reader finds in it. */
export interface Passage {
  name: string
  published: string
  blocks: string[]
  quotes: Mark[]
  reports: Mark[]
  dates: Mark[]
}

/** A stretch of a block, and what it is said to be. */
interface Mark {
  label: string
  text: string
  block: number
  start: number
  end: number
}

export interface Figures {
  quotes: number
  found: number
  surplus: number
  right: number
  certain: number
  certainRight: number
  reports: number
  reportsFound: number
  reportsProposed: number
  reportsRight: number
  reportsCertain: number
  reportsCertainRight: number
  dates: number
  datesRight: number
  wrong: string[]
}

const closing: { [mark: string]: 'quotes' | 'reports' | 'dates' } = { '⟧': 'quotes', '⟫': 'reports', '⟩': 'dates' }

export function readPassages(file: string): Passage[] {
  return file
    .split(/^=== /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n')
      const [name = '', published = ''] = head.split('|').map((text) => text.trim())
      const passage: Passage = { name, published, blocks: [], quotes: [], reports: [], dates: [] }
      for (const line of lines.filter((text) => text.trim() !== '')) readBlock(line, passage)
      joinParagraphs(passage)
      return passage
    })
}

/** A quotation that runs on is annotated in one; its mark opens again in each paragraph. */
const open: { label: string; start: number; block: number }[] = []

function readBlock(line: string, passage: Passage): void {
  const block = passage.blocks.length
  let plain = ''
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string
    const list = closing[sign]
    if ('⟦⟪⟨'.includes(sign)) {
      const bar = line.indexOf('|', at)
      open.push({ label: line.slice(at + 1, bar), start: plain.length, block })
      at = bar
    } else if (list) {
      const begun = open.pop()
      if (!begun) throw new Error(`${passage.name}: ${sign} closes nothing`)
      const { label, start } = begun
      const before = passage.blocks.slice(begun.block, block)
      const text = [
        ...before.map((words, index) => (index === 0 ? words.slice(start) : words)),
        plain.slice(before.length > 0 ? 0 : start),
      ].join('\n')
      passage[list].push({
        label,
        text,
        block: begun.block,
        start,
        end: begun.block === block ? plain.length : Number.POSITIVE_INFINITY,
      })
    } else plain += sign
  }
  passage.blocks.push(plain)
}

function joinParagraphs(passage: Passage): void {
  for (const list of [passage.quotes, passage.reports, passage.dates])
    list.sort((a, b) => a.block - b.block || a.start - b.start)
}

export function measure(
  passages: readonly Passage[],
  language = 'en',
  without: ReadonlySet<string> = new Set(),
): Figures {
  const figures: Figures = {
    quotes: 0,
    found: 0,
    surplus: 0,
    right: 0,
    certain: 0,
    certainRight: 0,
    reports: 0,
    reportsFound: 0,
    reportsProposed: 0,
    reportsRight: 0,
    reportsCertain: 0,
    reportsCertainRight: 0,
    dates: 0,
    datesRight: 0,
    wrong: [],
  }
  for (const passage of passages) measureOne(passage, language, without, figures)
  return figures
}

function measureOne(passage: Passage, language: string, without: ReadonlySet<string>, figures: Figures): void {
  const { name, published, blocks } = passage
  const capture = {
    title: null,
    titleLine: null,
    blocks: blocks.map((text, index) => ({ kind: 'paragraph' as const, text, line: index + 1 })),
    cut: [],
    warnings: [],
    published: null,
    url: null,
    outletName: null,
    agency: null,
    language,
  }
  const facts = { title: null, outlet: null, agency: null, published, url: null, language, rights: 'full' as const }
  const known = { record: { speakers: [], articles: [], events: [], outlets: [] }, refused: new Set<string>() }
  const draft = propose(capture, facts, known, { without })
  const wrong = (text: string) => figures.wrong.push(`${name}: ${text}`)
  const quoted = draft.quotes.filter(({ kind, inTitle }) => kind !== 'indirect' && !inTitle)
  const left = new Set(quoted.keys())
  for (const { label, text } of passage.quotes) {
    figures.quotes++
    const at = [...left].find((index) => core(quoted[index]?.text ?? '') === core(text))
    if (at === undefined) {
      wrong(`span missed: ${text.slice(0, 60)}`)
      continue
    }
    left.delete(at)
    figures.found++
    const {
      person,
      certainty,
      because,
      term,
      also = [],
    } = quoted[at] as (typeof quoted)[number] & { also?: { name: string }[] }
    const said = person && !term ? [person, ...also].map((one) => one.name) : []
    const wanted = label === '-' ? [] : label.split(' + ')
    const isRight =
      said.length === wanted.length && said.every((one, index) => isSameName(one, wanted[index] as string))
    if (isRight) figures.right++
    else wrong(`${certainty}: ${said.join(' + ') || 'nobody'} for ${label}: ${core(text).slice(0, 50)} <${because}>`)
    if (certainty === 'certain') figures.certain++
    if (certainty === 'certain' && isRight) figures.certainRight++
  }
  for (const index of left) {
    figures.surplus++
    wrong(`no quotation: ${quoted[index]?.text.slice(0, 60)}`)
  }
  const reported = draft.quotes.filter(({ kind }) => kind === 'indirect')
  const found = new Set<number>()
  for (const { text, person, certainty, because, ranges } of reported) {
    const [range] = ranges
    if (!range) continue
    figures.reportsProposed++
    const hit = passage.reports.findIndex((one) => one.block === range.block && overlap(one, range) >= 0.6)
    const isRight = hit >= 0 && isSameName(person?.name ?? '', passage.reports[hit]?.label ?? '')
    if (isRight) figures.reportsRight++
    else wrong(`reported, ${certainty}: ${person?.name}: ${text} <${because}>`)
    if (hit >= 0) found.add(hit)
    if (certainty === 'certain') figures.reportsCertain++
    if (certainty === 'certain' && isRight) figures.reportsCertainRight++
  }
  figures.reports += passage.reports.length
  figures.reportsFound += found.size
  for (const [index, { label, text }] of passage.reports.entries())
    if (!found.has(index)) wrong(`reported, missed: ${label}: ${text}`)
  for (const date of passage.dates) {
    figures.dates++
    const hit = draft.dates.find((one) => one.block === date.block && one.start < date.end && date.start < one.end)
    if (hit?.edtf === date.label) figures.datesRight++
    else wrong(`date ${hit?.edtf ?? 'missed'} for ${date.label}: ${date.text}`)
  }
}

/** Share of two stretches that both have. */
function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

const plainName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/^(?:the|a|an|one|der|die|das) /, '')
    .replace(/['"]/g, '')

/** Names match by their words; a description may say more or less than the annotation. */
function isSameName(said: string, wanted: string): boolean {
  const [a, b] = [plainName(said), plainName(wanted)]
  if (a === b) return true
  const described = /^\p{Ll}/u.test(said.replace(/^the /i, '')) || /^\p{Ll}/u.test(wanted)
  return a !== '' && described && (a.includes(b) || b.includes(a))
}

function core(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/["“”„«»‘’'‹›`]/g, '')
    .replace(/^\s+|[\s,.!?;]+$/g, '')
}

function toTable(name: string, figures: Figures): string {
  const share = (part: number, whole: number) => (whole === 0 ? '–' : `${(part / whole).toFixed(3)} (${part}/${whole})`)
  return [
    `${name}: spans ${share(figures.found, figures.quotes)}, surplus ${figures.surplus}`,
    `  speakers right ${share(figures.right, figures.quotes)}; certain ${share(figures.certain, figures.quotes)}, of those right ${share(figures.certainRight, figures.certain)}`,
    `  reported: found ${share(figures.reportsFound, figures.reports)}, of proposed right ${share(figures.reportsRight, figures.reportsProposed)}, of certain ${share(figures.reportsCertainRight, figures.reportsCertain)}`,
    `  dates ${share(figures.datesRight, figures.dates)}`,
  ].join('\n')
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  const off = words.indexOf('--without')
  const without = new Set(off < 0 ? [] : (words.splice(off, 2)[1] ?? '').split(','))
  for (const file of words.filter((word) => !word.startsWith('--'))) {
    const name = basename(file, '.txt')
    const language = /^([a-z]{2})-/.exec(name)?.[1] ?? 'en'
    const figures = measure(
      readPassages(readFileSync(file, 'utf8')),
      language === 'en' || language === 'uk' || language === 'de' ? language : 'en',
      without,
    )
    console.log(toTable(name, figures))
    if (words.includes('--wrong')) for (const line of figures.wrong) console.log(`  - ${line}`)
  }
}
