/** The paths of pages: each is given its view, and a digest of it and of the code, by which Astro knows whether to make it again. */
import { getRecord, getViews } from '../loaders/collections.ts'
import { digestOf } from '../loaders/digest.ts'
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
export async function toPaths<View, Names extends Params>(
  list: (record: NewsRecord, published: readonly string[]) => readonly { params: Names; view: View }[],
): Promise<Path<Names, PageProps<View>>[]> {
  const { record, published, code } = await getRecord()
  const site = toAroundView((await getViews()).site)
  return list(record, published).map(({ params, view }) => withKey(params, { view, site }, code))
}

/** The pages of things: `quotes/<speaker>/<fragment>`, `events/<id>`. */
export async function toThingPaths<View, Names extends Params>(
  list: (record: NewsRecord) => readonly { params: Names; name: string; url: string; view: View }[],
): Promise<Path<Names, ThingProps<View>>[]> {
  const { record, code } = await getRecord()
  const views = await getViews()
  const { pictured } = views
  const site = toAroundView(views.site)
  return list(record).map(({ params, name, url, view }) => {
    const picture = pictured.has(url) ? name : null
    return withKey(params, { view, site, picture }, code)
  })
}

/** The parameters of a page of a list: the first has the list's own address. */
export function toListParams<Names extends Params>(
  { page: { number } }: { page: Pick<PageOf, 'number'> },
  params: Names,
): Names & { page: string | undefined } {
  return { ...params, page: number === 1 ? undefined : `page/${number}` }
}

function withKey<Names, Props>(params: Names, props: Props, code: string): Path<Names, Props> {
  return { params, props, cacheKey: digestOf(JSON.stringify(props), code) }
}
