/** A page of the story's own: an imprint, a word on privacy. It is of the site, not of the record: no data file has it. */
import { take } from '../lists.ts'
import type { OwnPage } from '../record/types.ts'

export type OwnPageView = Pick<OwnPage, 'id' | 'url' | 'title' | 'description' | 'bodyNodes'>

export function toOwnPageView(page: OwnPage): OwnPageView {
  return take(page, 'id', 'url', 'title', 'description', 'bodyNodes')
}
