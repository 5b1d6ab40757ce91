/** From links to wordings and reports: which links belong together, and the sentences around them. */
import type { ReadLink } from '../markdown/reading.ts'
import { toPassageUrl, urls } from '../urls.ts'
import type { ArticleEntry } from './entries.ts'
import { toPassage } from './passage.ts'
import { type Article, type Part, type Quote, type Report, saidBases, type Wording } from './types.ts'
import { agree, toWhen } from './when.ts'

/** Links of one quote, or of one event, that are parts of one wording or report. */
export type Run = [ReadLink, ...ReadLink[]]

/**
 * Joins the links of one quote or event that stand in the same or in adjoining paragraphs; farther apart they are two.
 * Runs come in the order of their first links. A mention stands alone.
 */
export function joinLinks(links: readonly ReadLink[]): Run[] {
  const runs: Run[] = []
  const open = new Map<string, Run>()
  for (const link of links) {
    const key = `${link.is} ${link.target}#${link.fragment}`
    const run = open.get(key)
    const last = run?.at(-1)
    if (run && last && link.is !== 'mention' && link.block - last.block <= 1) run.push(link)
    else {
      const begun: Run = [link]
      runs.push(begun)
      open.set(key, begun)
    }
  }
  return runs
}

/** A quote as one article has it. */
export function toWording(quote: Quote, article: Article, entry: ArticleEntry, run: Run): Wording {
  const parts = run.map((link) => toPart(link, article))
  const kinds = new Set(parts.map((part) => part.kind))
  const said = agree(run.map((link) => (link.said ? toWhen(link.said) : null)))
  const basis = entry.data.saidBasis
  const known = said && basis && basis.date === said.edtf && (basis.speaker ?? quote.speaker.id) === quote.speaker.id
  return {
    quote,
    article,
    kind: kinds.size === 1 ? run[0].kind : 'mixed',
    parts,
    text: parts.map((part) => part.text).join(' … '),
    sentence: toSentence(article, run),
    said,
    saidBasis: known ? (basis.words ?? saidBases.source) : said ? saidBases.article : null,
    saidSource: known ? basis.source : null,
    context: run.find((link) => link.context)?.context ?? null,
    url: urls.article(article.id, run[0].anchor),
    sourceUrl: toSource(article, run[0], run[0].text),
    archived: article.archived.map(({ address, date }) => ({
      address: toPassageUrl(address, toPassage(article.blocks, run[0])),
      date,
    })),
  }
}

/** An event as one article has it, in the outlet's own words. */
export function toReport(event: Report['event'], article: Article, run: Run): Report {
  const parts = run.map((link) => toPart(link, article))
  return {
    event,
    article,
    text: parts.map((part) => part.verbatim).join(' … '),
    parts,
    wording: null,
    url: urls.article(article.id, run[0].anchor),
    sourceUrl: toSource(article, run[0], run[0].verbatim),
  }
}

/** A wording as the report of an event. */
export function toQuotedReport(event: Report['event'], wording: Wording): Report {
  const { article, text, parts, url, sourceUrl } = wording
  return { event, article, text, parts, wording, url, sourceUrl }
}

/** Where words of a link stand at the source. */
function toSource({ address, blocks }: Article, { block, start }: ReadLink, text: string): string {
  return toPassageUrl(address, toPassage(blocks, { block, start, text }))
}

function toPart(link: ReadLink, article: Article): Part {
  const { kind, text, pieces, anchor, block, verbatim, start, end, sentenceStart, sentenceEnd } = link
  const words = article.blocks[block]?.text ?? ''
  const before = words.slice(sentenceStart, start).trimStart()
  const after = words.slice(end, sentenceEnd).trimEnd()
  return { kind, text, pieces, anchor, block, verbatim, before, after }
}

/** The sentences around a run: those that touch make one stretch, others are joined by ` … `. */
function toSentence(article: Article, run: Run): string {
  const stretches: { block: number; start: number; end: number }[] = []
  for (const { block, sentenceStart, sentenceEnd } of run) {
    const last = stretches.at(-1)
    if (last?.block === block && sentenceStart <= last.end) last.end = Math.max(last.end, sentenceEnd)
    else stretches.push({ block, start: sentenceStart, end: sentenceEnd })
  }
  const words = ({ block, start, end }: (typeof stretches)[number]) =>
    article.blocks[block]?.text.slice(start, end) ?? ''
  return stretches.map((stretch) => words(stretch).trim()).join(' … ')
}
