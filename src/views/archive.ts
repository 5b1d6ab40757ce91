/** The archive: every article, newest first. */
import { take } from '../lists.ts'
import type { Article, NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import { type ArticleView, toArticleView } from './article.ts'
import { type ArchivePageOf, pageSize, toArchivePages } from './pages.ts'

/** An article in the archive. */
export interface ArticleLine
  extends Pick<
    ArticleView,
    'id' | 'url' | 'title' | 'agency' | 'published' | 'language' | 'rights' | 'captureNote' | 'links'
  > {
  quotes: number
  events: number
}

/** One page of the archive. */
export interface ArchiveView {
  page: ArchivePageOf
  /** How many articles there are on all pages, and of how many outlets; null on all pages but the first. */
  whole: { articles: number; outlets: number } | null
  articles: ArticleLine[]
}

export function toArchiveViews({ articles, outlets }: NewsRecord): ArchiveView[] {
  const publishing = outlets.filter((outlet) => outlet.articles.length > 0).length
  return toArchivePages(articles.toReversed(), pageSize.articles, urls.articles()).map(({ items, page }) => ({
    page,
    whole: page.number === 1 ? { articles: articles.length, outlets: publishing } : null,
    articles: items.map(toArticleLine),
  }))
}

export function toArticleLine(one: Article): ArticleLine {
  const view = toArticleView(one)
  return {
    ...take(view, 'id', 'url', 'title', 'agency', 'published', 'language', 'rights', 'captureNote', 'links'),
    quotes: view.quotes.length,
    events: view.events.length,
  }
}
