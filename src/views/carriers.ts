/** Which articles and outlets carry something in a text of their own. */
import type { Article, NewsEvent, Outlet, Quote, Report } from '../record/types.ts'

/** The carriers that are independent: of articles with one text, those of the first that it was taken from, or else of the first. */
export function independent<Carrier extends { article: Article }>(carriers: readonly Carrier[]): Carrier[] {
  const chosen = new Map<Article, Article>()
  for (const { article } of carriers) {
    const original = originOf(article)
    if (article === original || !chosen.has(original)) chosen.set(original, article)
  }
  return carriers.filter(({ article }) => chosen.get(originOf(article)) === article)
}

/** The article whose text it has. */
export function originOf(article: Article): Article {
  return article.copyOf ?? article
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

/** Names of the outlets that carry a quote in a text of their own, each once. */
export function outletsOf({ wordings }: Quote): string[] {
  return namesOf(independent(wordings))
}

/** Names of the outlets that report an event in a text of their own, each once, the first to report it first. */
export function outletsWithReport({ reports }: Pick<NewsEvent, 'reports'>): string[] {
  return namesOf(independent(reports))
}

export function namesOf(carriers: readonly { article: Article }[]): string[] {
  return [...new Set(carriers.map(({ article }) => article.outlet.name))]
}
