/** Whose words an article's words are, for print. */
import type { ArticleView } from '../views/article.ts'
import type { ElsewhereView } from '../views/article-page.ts'
import type { EventLine } from '../views/event.ts'
import { toneOf } from '../views/tone.ts'
import type { WordingView } from '../views/wording.ts'
import { count, listNames } from './count.ts'
import { toWords } from './dates.ts'

/** What is known of an article where it carries words, or by itself. */
export interface Credited {
  agency: string | null
  links: { outlet: { name: string }; copyOf: { name: string } | null }
}

/** `NDTV Profit`, or `Bloomberg, via NDTV Profit` when the article comes from a wire. */
export function toCredit({
  agency,
  links: { outlet },
}: Pick<Credited, 'agency'> & { links: Pick<Credited['links'], 'outlet'> }): string {
  return agency && agency !== outlet.name ? `${agency}, via ${outlet.name}` : outlet.name
}

/** `a copy of Daily8’s text`; null for an article that is none. */
export function toCopyWords({ links: { copyOf } }: Credited): string | null {
  return copyOf && `a copy of ${copyOf.name}’s text`
}

/** Whose words a report of an article is in: `in its own words`, or `a copy of Daily8’s text`. */
export function whoseWords(carrier: Credited): string {
  return toCopyWords(carrier) ?? 'in its own words'
}

/** `also in Daily8, worded differently` */
export function elsewhereWords({ as, outlets }: ElsewhereView): string {
  const how = { copy: 'in the same text', same: 'in the same words', other: 'worded differently' }
  return `also in ${listNames(outlets)}, ${how[as]}`
}

/** What a page of an article is about. */
export function describeArticle(article: ArticleView): string {
  return `${toCredit(article)}, ${toWords(article.published)}: the article with its statements and events marked.`
}

/** How much of an article the site prints, in a few words. */
export const printedWords: { readonly [rights in ArticleView['rights']]: string } = {
  full: 'copy as captured',
  excerpt: 'statements in their sentences',
  quotes: 'statements in their sentences',
}

/** And in a sentence. */
export const rightsWords: { readonly [rights in ArticleView['rights']]: string } = {
  full: 'The copy is printed here; its rights stay with its publisher.',
  excerpt: 'Only the statements in their sentences are printed here; the rights stay with the publisher.',
  quotes: 'Only the sentences that carry a statement or an event are kept here; the rights stay with the publisher.',
}

/** Where the words of a wording stand on this site. */
export function ourCopyWords({ rights }: Pick<WordingView, 'rights'>): string {
  return rights === 'full' ? 'In our copy of the article' : 'Among our excerpts'
}

/** `4 statements by Mara Łodzińska` */
export function quotesBy(quotes: number, speakers: readonly { name: string }[]): string {
  const by = speakers.length > 0 ? ` by ${speakers.map(({ name }) => name).join(', ')}` : ''
  return count(quotes, 'statement') + by
}

/** What a language is called. */
export function languageName(language: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language)
}

/** What the marks of the copy mean, for events such as these; null for a mark that is not there. */
export interface Legend {
  happened: string | null
  /** The dashed mark: what had not happened when it was reported, or did not come about. */
  ahead: string | null
}

/** The legend of a copy that reports events of these statuses. */
export function legendOf(statuses: readonly EventLine['status'][]): Legend {
  const tones = new Set(statuses.map((status) => toneOf({ status })))
  const open = tones.has('expected')
  const ahead = open ? (tones.has('undone') ? 'what is or was expected' : 'what is expected') : 'what was expected'
  return {
    happened: tones.has('happened') ? 'what happened' : null,
    ahead: open || tones.has('undone') ? ahead : null,
  }
}

/** An archive as it is named: by its host, without `www.`. */
export function toHost(address: string): string {
  return new URL(address).host.replace(/^www\./, '')
}
