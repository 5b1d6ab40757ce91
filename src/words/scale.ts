/** What is said of a scale and of what stands on it. */
import type { Fold, Tick } from '../views/scale.ts'
import type { DrawingView, ScaleThing, ScaleView } from '../views/scale-page.ts'
import { capital, count, joinWords, listAll, toSentence } from './count.ts'
import { toWords, toWordsInYear } from './dates.ts'
import { nameOf, say } from './say.ts'

/** The name of a mark: `The bridge is closed`, `2 statements by Mara Łodzińska`. */
export function markName({ event, said }: Pick<ScaleThing, 'event' | 'said'>): string {
  if (event) return event.title
  const speakers = said?.speakers ?? []
  const names = speakers.length > 2 ? count(speakers.length, 'speakers') : listAll(speakers)
  return say('statements.by', { statements: count(said?.quotes ?? 0, 'statements'), names })
}

/** The whole of a mark: `1 Mar 2031, happened: The bridge is closed`, `1 Mar 2031, said: 2 statements by Mara Łodzińska`. */
export function markWords(mark: ScaleThing): string {
  const when = mark.date ? toWords(mark.date, 'short') : say('date.none')
  const status = mark.event ? nameOf('status', mark.event.status) : say('scale.said')
  return joinWords([joinWords([when, status]), markName(mark)], 'colon')
}

/** `1 Mar`, with its year where that is said. */
export function tickWords({ day, hasYear }: Tick): string {
  return hasYear ? toWords(day, 'short') : toWordsInYear(day, day.slice(0, 4), 'short')
}

/** `26 days`, `6 months`, `3 years`: about how much a fold leaves out. */
export function foldWords({ days }: Fold): string {
  if (days === null) return ''
  if (days < 61) return count(days, 'days')
  const months = Math.round(days / 30.44)
  return months < 24 ? count(months, 'months') : count(Math.round(days / 365.25), 'years')
}

/** What the marks of a drawing mean, each sort once: `A dot is a day; a bar is a span in which it lies …`. */
export function describeMarks({ folds, marks }: DrawingView): string {
  const happenings = marks.filter(({ tone }) => tone !== 'said')
  const parts = [
    happenings.some(({ shape }) => shape === 'day') && say('scale.day'),
    happenings.some(({ shape }) => shape === 'span') && say('scale.span'),
    marks.some(({ tone }) => tone === 'expected') && say('scale.expected'),
    happenings.length < marks.length && say('scale.diamond'),
    folds.length > 0 && say('scale.fold'),
  ]
  return toSentence(
    capital(
      joinWords(
        parts.filter((part) => part !== false),
        'clauses',
      ),
    ),
  )
}

/** What a scale leaves out, if anything. */
export function describeRoom({ drawing, listed, total }: ScaleView): string {
  const named = drawing.marks.length + listed.length
  return named < total ? say('scale.room', { named, total }) : ''
}
