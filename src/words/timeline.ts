/** What is said of the timeline and its parts. */
import type { ChoiceView, Chooser } from '../views/choices.ts'
import type { QuoteLine } from '../views/quote.ts'
import type { Order } from '../views/timeline.ts'
import type { TimelineFilterView } from '../views/timeline-filter.ts'
import type { TimelinePageView } from '../views/timeline-page.ts'
import { capital, count } from './count.ts'
import { toWords } from './dates.ts'
import { kindWords } from './quotes.ts'

/** What the groups of choices are called. */
export const chooserNames: { readonly [by in Chooser]: string } = {
  period: 'When',
  speaker: 'Who',
  topic: 'Topic',
  outlet: 'Outlet',
  kind: 'Kind',
  status: 'Status',
}

/** `August 2025`, `2022–2025, month uncertain`, `Without a date`, `Ahead`. */
export function periodName(id: string): string {
  if (id === 'ahead') return 'Ahead'
  if (id === 'undated') return 'Without a date'
  return /^\d{4}-\d\d$/.test(id) ? toWords(id) : `${yearsName(id)}, month uncertain`
}

/** `August 2025`, `2029`, `Without a date`. */
export function storyPeriodName(id: string): string {
  return id === 'undated' ? 'Without a date' : toWords(id)
}

/** `August 2025 – June 2025`, `2022` */
export function spanName(span: TimelinePageView['spans'][number]): string {
  const names = (span ?? []).map((id) => periodName(id).replace(/, month uncertain$/, ''))
  return [...new Set(names)].join(' – ')
}

/** What a choice is called: `August 2025`, a name, a question. */
export function choiceName({ by, id, name }: Pick<ChoiceView, 'by' | 'id' | 'name'>): string {
  return by === 'period' ? storyPeriodName(id) : by === 'kind' ? (kindWords[id as QuoteLine['kind']] ?? name) : name
}

export function timelineHeading({ choice, order }: Pick<TimelinePageView, 'choice' | 'order'>): string {
  if (choice) return capital(choiceName(choice))
  return order === 'newest' ? 'Timeline' : 'Timeline, oldest first'
}

export function timelineTitle(view: Pick<TimelinePageView, 'choice' | 'order' | 'page'>): string {
  const heading = timelineHeading(view)
  const name = view.choice ? `Timeline: ${chooserNames[view.choice.by]}: ${heading}` : heading
  return view.page.number > 1 ? `${name}, page ${view.page.number}` : name
}

/** What the whole timeline shows, or a part of it. */
export function describeTimeline({
  choice,
  order,
  whole,
}: Pick<TimelinePageView, 'choice' | 'order' | 'whole'>): string {
  return whole ? describeWhole(whole, order) : choice ? describeChoice(choice) : ''
}

export function describeWhole({ articles, events }: NonNullable<TimelinePageView['whole']>, order: Order): string {
  if (events === 0) return 'No event is on record yet.'
  const reporting = `${count(articles, 'article')} ${articles === 1 ? 'reports' : 'report'}`
  const them = events === 1 ? 'it' : 'them'
  return `${count(events, 'event')} as ${reporting} ${them}, ${order} first. A date that nobody gives is drawn as the span in which it can lie.`
}

/** What a list holds: `9 events that lie, or can lie, in August 2025.` */
function describeChoice(choice: ChoiceView): string {
  const { by, id, total } = choice
  const name = choiceName(choice)
  const them = total === 0 ? 'No event' : count(total, 'event')
  const one = total <= 1
  switch (by) {
    case 'period':
      if (id === 'undated') return `${them} for which no date is given.`
      return one ? `${them} that lies, or can lie, in ${name}.` : `${them} that lie, or can lie, in ${name}.`
    case 'speaker':
      return `${them} that ${name} took part in, announced, reported or spoke about.`
    case 'topic':
      return `${them} that ${one ? 'belongs' : 'belong'} to this question.`
    case 'outlet':
      return `${them} in articles of ${name}.`
    case 'kind':
    case 'status':
      return `${them} of this ${by}.`
  }
}

/** What a page of the timeline is about. */
export function describeTimelinePage(view: TimelinePageView, subject: string): string {
  const span = spanName(view.spans[view.page.number - 1] ?? null)
  return `${timelineTitle(view)}, of ${subject}: ${span}. ${describeTimeline(view)}`
}

/** What the filters of the timeline are given. */
export function toFilterFile({ groups, size, whole, ...view }: TimelineFilterView) {
  const named = groups.map(({ by, values }) => ({
    by,
    name: chooserNames[by],
    values: values.map((value): [id: string, name: string] => [value.id, choiceName(value)]),
  }))
  return { summary: describeWhole(whole, 'newest'), ...view, groups: named, size }
}

function yearsName(id: string): string {
  return id.replace('-', '–')
}
