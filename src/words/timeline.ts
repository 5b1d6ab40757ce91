/** What is said of the timeline and its parts. */
import type { ChoiceView, Chooser } from '../views/choices.ts'
import type { Order } from '../views/timeline.ts'
import type { TimelineFilterView } from '../views/timeline-filter.ts'
import type { TimelinePageView } from '../views/timeline-page.ts'
import { capital, joinWords } from './count.ts'
import { toWords } from './dates.ts'
import { kindName } from './events.ts'
import { nameOf, say } from './say.ts'

/** What the groups of choices are called. */
export function chooserName(by: Chooser): string {
  return say(`field.${by}`)
}

/** `August 2025`, `2022–2025, month uncertain`, `Without a date`, `Ahead`. */
export function periodName(id: string): string {
  if (id === 'ahead') return say('period.ahead')
  if (id === 'undated') return say('period.undated')
  return isMonth(id) ? toWords(id) : say('period.vague', { years: yearsName(id) })
}

function isMonth(id: string): boolean {
  return /^\d{4}-\d\d$/.test(id)
}

/** `August 2025`, `2029`, `Without a date`. */
export function storyPeriodName(id: string): string {
  return id === 'undated' ? say('period.undated') : toWords(id)
}

/** `August 2025 – June 2025`, `2022` */
export function spanName(span: TimelinePageView['spans'][number]): string {
  const names = (span ?? []).map((id) => (/^\d{4}-\d{4}$|^\d{4}$/.test(id) ? yearsName(id) : periodName(id)))
  return [...new Set(names)].join(' – ')
}

/** What a choice is called: `August 2025`, a name, a question. */
export function choiceName({ by, id, name }: Pick<ChoiceView, 'by' | 'id' | 'name'>): string {
  if (by === 'period') return storyPeriodName(id)
  if (by === 'status') return nameOf('status', name)
  if (by !== 'kind') return name
  // Statements have kinds too.
  return ['direct', 'mixed', 'indirect'].includes(id) ? nameOf('quoteKind', id) : kindName(name)
}

export function timelineHeading({ choice, order }: Pick<TimelinePageView, 'choice' | 'order'>): string {
  if (choice) return capital(choiceName(choice))
  return say(order === 'newest' ? 'nav.timeline' : 'timeline.oldest')
}

export function timelineTitle(view: Pick<TimelinePageView, 'choice' | 'order' | 'page'>): string {
  const heading = timelineHeading(view)
  const name = view.choice ? joinWords([say('nav.timeline'), chooserName(view.choice.by), heading], 'colon') : heading
  return view.page.number > 1 ? say('page.title', { title: name, number: view.page.number }) : name
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
  if (events === 0) return say('timeline.nothing')
  return say(order === 'newest' ? 'timeline.newestFirst' : 'timeline.oldestFirst', { articles, events })
}

/** What a list holds: `9 events that lie, or can lie, in August 2025.` */
function describeChoice(choice: ChoiceView): string {
  const { by, id, total: n } = choice
  return by === 'period' && id === 'undated'
    ? say('choice.undated', { n })
    : say(`choice.${by}`, { n, name: choiceName(choice) })
}

/** What a page of the timeline is about. */
export function describeTimelinePage(view: TimelinePageView, subject: string): string {
  const span = spanName(view.spans[view.page.number - 1] ?? null)
  return say('timeline.about', { title: timelineTitle(view), subject, span, about: describeTimeline(view) })
}

/** What the filters of the timeline are given. */
export function toFilterFile({ groups, size, whole, ...view }: TimelineFilterView) {
  const named = groups.map(({ by, values }) => ({
    by,
    name: chooserName(by),
    values: values.map((value): [id: string, name: string] => [value.id, choiceName(value)]),
  }))
  const summary = { newest: describeWhole(whole, 'newest'), oldest: describeWhole(whole, 'oldest') }
  return { summary, ...view, groups: named, size }
}

function yearsName(id: string): string {
  return id.replace('-', '–')
}
