/** Which articles and outlets carry something in a text of their own. */
import type { Article, NewsEvent, Outlet, Quote, Report } from '../record/types.ts'

/** The carriers that are independent: of articles with one text, those of the first that it was taken from, or else of the first. */
export function independent<Carrier extends { article: Article }>(carriers: readonly Carrier[]): Carrier[] {
  return independentBy(carriers, ({ article }) => ({ article, origin: originOf(article) }))
}

/** The same, given the article of a carrier and the one whose text that has. */
export function independentBy<Carrier, Key>(
  carriers: readonly Carrier[],
  toKeys: (carrier: Carrier) => { article: Key; origin: Key },
): Carrier[] {
  const chosen = new Map<Key, Key>()
  for (const { article, origin } of carriers.map(toKeys))
    if (article === origin || !chosen.has(origin)) chosen.set(origin, article)
  return carriers.filter((carrier) => {
    const { article, origin } = toKeys(carrier)
    return chosen.get(origin) === article
  })
}

/** The article whose text it has. */
export function originOf(article: Article): Article {
  return article.copyOf ?? article
}

/** The reports of an event by outlet, in the order in which the outlets first report it. */
export function outletsReporting({ reports }: Pick<NewsEvent, 'reports'>): { outlet: Outlet; reports: Report[] }[] {
  return [...Map.groupBy(reports, ({ article }) => article.outlet)].map(([outlet, own]) => ({ outlet, reports: own }))
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
