/** Whose words an article's words are, for print. */
import { count, toneOf } from './describe.ts'
import type { Article, NewsEvent, Outlet, Part, Quote, Report, Speaker, When, Wording } from './types.ts'

/** `NDTV Profit`, or `Bloomberg, via NDTV Profit` when the article comes from a wire. */
export function describeOutlet({ agency, outlet }: Article): string {
  return agency && agency !== outlet.name ? `${agency}, via ${outlet.name}` : outlet.name
}

/** `a copy of Daily8’s text`; null for an article that is none. */
export function describeCopy({ copyOf }: Article): string | null {
  return copyOf && `a copy of ${copyOf.outlet.name}’s text`
}

/** Whose words a report of an article is in: `in its own words`, or `a copy of Daily8’s text`. */
export function whoseWords(article: Article): string {
  return describeCopy(article) ?? 'in its own words'
}

/** The carriers that are independent: of articles with one text, those of the first that it was taken from, or else of the first. */
export function independent<Carrier extends { article: Article }>(carriers: readonly Carrier[]): Carrier[] {
  const chosen = new Map<Article, Article>()
  for (const { article } of carriers) {
    const original = originOf(article)
    if (article === original || !chosen.has(original)) chosen.set(original, article)
  }
  return carriers.filter(({ article }) => chosen.get(originOf(article)) === article)
}

function originOf(article: Article): Article {
  return article.copyOf ?? article
}

/** Words of an outlet's own for use outside its copy: a quoted term loses its quotation marks, which are for speech. */
export function toNarrative({ verbatim }: Part, { terms }: Article): string {
  let words = verbatim
  for (const term of terms) words = words.replaceAll(markedTerm(term), '$1')
  return words
}

function markedTerm(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`["“„«‟‘'‹「](${literal}[,.]?)["”“»’'›」]`, 'g')
}

/** How words that are not all quoted are introduced: whose words they are, and which of them are the speaker's. */
export function describeReporting({ kind, article }: Wording): string {
  const report = `As ${describeOutlet(article)} reports it`
  return kind === 'mixed' ? `${report}; only the marked words are quoted:` : `${report}, in words of its own:`
}

/** What a kind of words is called on the page. */
export const kindWords = {
  direct: 'direct words',
  mixed: 'reported speech with quoted words',
  indirect: 'reported speech',
} as const

/** The kind in words, beginning with its usual term. */
export const kindLabels = {
  direct: 'direct words',
  mixed: 'mixed: reported speech with quoted words',
  indirect: 'indirect: reported speech',
} as const

/** A day of speaking that is known from elsewhere, with who spoke then. */
export interface SourcedDay {
  said: When
  basis: string | null
  source: string
  speakers: Speaker[]
}

/** The days of speaking in an article that rest on another source. */
export function toSourcedDays({ wordings }: Article): SourcedDay[] {
  const days: SourcedDay[] = []
  for (const { said, saidBasis: basis, saidSource: source, quote } of wordings) {
    if (!said || !source) continue
    const known = days.find((day) => day.said.edtf === said.edtf && day.source === source)
    if (!known) days.push({ said, basis, source, speakers: [quote.speaker] })
    else if (!known.speakers.includes(quote.speaker)) known.speakers.push(quote.speaker)
  }
  return days
}

/** What an article holds, each once: its quotes, who speaks in it, and the events it reports in whoever's words. */
export function countsOf({ wordings, notes }: Article): { quotes: Quote[]; speakers: Speaker[]; events: NewsEvent[] } {
  const quotes = [...new Set(wordings.map(({ quote }) => quote))]
  const events = notes.flatMap((note) => {
    if (note.is === 'report') return [note.report.event]
    if (note.is === 'mention') return []
    return note.wording.quote.events.filter(({ reports }) => reports.some(({ wording }) => wording === note.wording))
  })
  return { quotes, speakers: [...new Set(quotes.map(({ speaker }) => speaker))], events: [...new Set(events)] }
}

/** What the marks of the copy mean, for events such as these; null for a mark that is not there. */
export interface Legend {
  happened: string | null
  /** The dashed mark: what had not happened when it was reported, or did not come about. */
  ahead: string | null
  /** Whether something is expected still, so that the page must say as of when. */
  open: boolean
}

/** The legend of a copy that reports these events. */
export function legendOf(events: readonly NewsEvent[]): Legend {
  const tones = new Set(events.map(toneOf))
  const open = tones.has('expected')
  const ahead = open ? (tones.has('undone') ? 'what is or was expected' : 'what is expected') : 'what was expected'
  return {
    happened: tones.has('happened') ? 'what happened' : null,
    ahead: open || tones.has('undone') ? ahead : null,
    open,
  }
}

/** The reports of an event by outlet, in the order in which the outlets first report it. */
export function outletsReporting({ reports }: Pick<NewsEvent, 'reports'>): { outlet: Outlet; reports: Report[] }[] {
  const groups = new Map<Outlet, Report[]>()
  for (const report of reports) {
    const own = groups.get(report.article.outlet)
    if (own) own.push(report)
    else groups.set(report.article.outlet, [report])
  }
  return [...groups].map(([outlet, own]) => ({ outlet, reports: own }))
}

/** The outlets that carry a quote in a text of their own, each once. */
export function outletsOf({ wordings }: Quote): string[] {
  return namesOf(independent(wordings))
}

/** The outlets that report an event in a text of their own, each once, the first to report it first. */
export function outletsWithReport({ reports }: NewsEvent): string[] {
  return namesOf(independent(reports))
}

function namesOf(carriers: readonly { article: Article }[]): string[] {
  return [...new Set(carriers.map(({ article }) => article.outlet.name))]
}

const list = new Intl.ListFormat('en-GB')

/** `The Ledger and Coast Wire`; of many the first three. */
export function listOutlets(names: readonly string[]): string {
  return list.format(names.length > 3 ? [...names.slice(0, 3), count(names.length - 3, 'other')] : names)
}

/** The wordings of the same quote in other articles. */
export function otherWordings(wording: Wording): Wording[] {
  return wording.quote.wordings.filter(({ article }) => article !== wording.article)
}

/** `also in Daily8, worded differently`, copies aside; null when no other article has it. */
export function describeElsewhere(wording: Wording): string | null {
  const elsewhere = otherWordings(wording)
  if (elsewhere.length === 0) return null
  const others = elsewhere.filter(({ article }) => originOf(article) !== originOf(wording.article))
  if (others.length === 0) return `also in ${listOutlets(namesOf(elsewhere))}, in the same text`
  const names = listOutlets(namesOf(others))
  const same = others.every(({ kind, text }) => kind === wording.kind && text === wording.text)
  return `also in ${names}, ${same ? 'in the same words' : 'worded differently'}`
}
