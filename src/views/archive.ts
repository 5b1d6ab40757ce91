/** The archive: every article, newest first. */
import type { Article, NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import { type ArticleView, toArticleView } from './article.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'

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
  page: PageOf
  /** How many articles there are on all pages, and of how many outlets. */
  total: number
  outlets: number
  articles: ArticleLine[]
}

export function toArchiveViews({ articles, outlets }: NewsRecord): ArchiveView[] {
  const publishing = outlets.filter((outlet) => outlet.articles.length > 0).length
  return toPages(articles.toReversed(), pageSize.articles).map(({ items, number, last }) => ({
    page: { list: urls.articles(), number, last },
    total: articles.length,
    outlets: publishing,
    articles: items.map(toArticleLine),
  }))
}

function toArticleLine(one: Article): ArticleLine {
  const { agency, captureNote, events, id, language, links, published, quotes, rights, title, url } = toArticleView(one)
  return {
    id,
    url,
    title,
    agency,
    published,
    language,
    rights,
    captureNote,
    links,
    quotes: quotes.length,
    events: events.length,
  }
}
