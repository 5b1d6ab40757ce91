/** Whose words an article's words are, for print. */
import type { ArticleView } from '../views/article.ts'
import type { ElsewhereView } from '../views/article-page.ts'
import type { EventLine } from '../views/event.ts'
import { toneOf } from '../views/tone.ts'
import type { WordingView } from '../views/wording.ts'
import { count, joinWords, listNames } from './count.ts'
import { toWords } from './dates.ts'
import { toLocale } from './locale.ts'
import { say, spokenLanguage } from './say.ts'

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
  return agency && agency !== outlet.name ? say('credit.via', { agency, outlet: outlet.name }) : outlet.name
}

/** `a copy of Daily8’s text`; null for an article that is none. */
export function toCopyWords({ links: { copyOf } }: Credited): string | null {
  return copyOf && say('whose.copy', { outlet: copyOf.name })
}

/** Whose words a report of an article is in: `in its own words`, or `a copy of Daily8’s text`. */
export function whoseWords(carrier: Credited): string {
  return toCopyWords(carrier) ?? say('whose.own')
}

/** `also in Daily8, worded differently` */
export function elsewhereWords({ as, outlets }: ElsewhereView): string {
  return say(`elsewhere.${as}`, { outlets: listNames(outlets) })
}

/** What a page of an article is about. */
export function describeArticle(article: ArticleView): string {
  return say('article.about', { credit: toCredit(article), date: toWords(article.published) })
}

/** How much of an article the site prints, in a few words. */
export function printedWords({ rights }: Pick<ArticleView, 'rights'>): string {
  return say(rights === 'full' ? 'article.printed.full' : 'article.printed.excerpt')
}

/** And in a sentence. */
export function rightsWords({ rights }: Pick<ArticleView, 'rights'>): string {
  return say(`article.rights.${rights}`)
}

/** Where the words of a wording stand on this site. */
export function ourCopyWords({ rights }: Pick<WordingView, 'rights'>): string {
  return say(rights === 'full' ? 'article.ourCopy' : 'article.ourExcerpts')
}

/** `4 statements by Mara Łodzińska` */
export function quotesBy(quotes: number, speakers: readonly { name: string }[]): string {
  const statements = count(quotes, 'statements')
  const names = joinWords(speakers.map(({ name }) => name))
  return names ? say('statements.by', { statements, names }) : statements
}

/** What a language is called. */
export function languageName(language: string): string | undefined {
  return new Intl.DisplayNames(toLocale(spokenLanguage()), { type: 'language' }).of(language)
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
  const ahead = open ? (tones.has('undone') ? 'legend.isOrWasExpected' : 'legend.expected') : 'legend.wasExpected'
  return {
    happened: tones.has('happened') ? say('legend.happened') : null,
    ahead: open || tones.has('undone') ? say(ahead) : null,
  }
}

/** An archive as it is named: by its host, without `www.`. */
export function toHost(address: string): string {
  return new URL(address).host.replace(/^www\./, '')
}
