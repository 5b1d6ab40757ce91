/** The paths of pages: each is given its view, and a digest of it and of the code, by which Astro knows whether to make it again. */
import { digestOf } from '../loaders/digest.ts'
import { getPublished, getRecord, getSite, getViews } from '../loaders/record.ts'
import type { NewsRecord } from '../record/types.ts'
import type { PageOf } from '../views/pages.ts'
import { type AroundView, toAroundView } from '../views/site.ts'

/** What a page is given: its view, and what stands around every page. */
export type PageProps<View> = { view: View; site: AroundView }

/** The page of a thing of the record may have a picture of its own: its name, else null. */
export type ThingProps<View> = PageProps<View> & { picture: string | null }

export type Path<Params, Props> = { params: Params; props: Props; cacheKey: string }

type Params = { [name: string]: string | undefined }

/** Pages with views of their own. */
export function toPaths<View, Names extends Params>(
  list: (record: NewsRecord, published: readonly string[]) => readonly { params: Names; view: View }[],
): Path<Names, PageProps<View>>[] {
  const site = toAroundView(getSite())
  return list(getRecord(), getPublished()).map(({ params, view }) => withKey(params, { view, site }))
}

/** The pages of a list that has an address of its own. */
export function toListPaths<View extends { page: Pick<PageOf, 'number'> }>(
  toViews: (record: NewsRecord) => readonly View[],
): Path<{ page: string | undefined }, PageProps<View>>[] {
  return toPaths((record) => toViews(record).map((view) => ({ params: toListParams(view, {}), view })))
}

/** The pages of things: `quotes/<speaker>/<fragment>`, `events/<id>`. */
export function toThingPaths<View, Names extends Params>(
  list: (record: NewsRecord) => readonly { params: Names; name: string; url: string; view: View }[],
): Path<Names, ThingProps<View>>[] {
  const views = getViews()
  const { pictured } = views
  const site = toAroundView(views.site)
  return list(getRecord()).map(({ params, name, url, view }) => {
    const picture = pictured.has(url) ? name : null
    return withKey(params, { view, site, picture })
  })
}

/** The parameters of a page of a list: the first has the list's own address. */
export function toListParams<Names extends Params>(
  { page: { number } }: { page: Pick<PageOf, 'number'> },
  params: Names,
): Names & { page: string | undefined } {
  return { ...params, page: number === 1 ? undefined : `page/${number}` }
}

function withKey<Names, Props>(params: Names, props: Props): Path<Names, Props> {
  return { params, props, cacheKey: digestOf(JSON.stringify(props), globalThis.recordSource.pageCode()) }
}
