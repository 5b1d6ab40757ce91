/** What is said of a scale and of what stands on it. */
import type { Fold, Tick } from '../views/scale.ts'
import type { DrawingView, ScaleThing, ScaleView } from '../views/scale-page.ts'
import { capital, count } from './count.ts'
import { toWords } from './dates.ts'

/** The name of a mark: `The bridge is closed`, `2 statements by Mara Łodzińska`. */
export function markName({ event, said }: Pick<ScaleThing, 'event' | 'said'>): string {
  if (event) return event.title
  const speakers = said?.speakers ?? []
  const by = speakers.length > 2 ? count(speakers.length, 'speaker') : speakers.join(' and ')
  return `${count(said?.quotes ?? 0, 'statement')} by ${by}`
}

/** The whole of a mark: `1 Mar 2031, happened: The bridge is closed`, `1 Mar 2031, said: 2 statements by Mara Łodzińska`. */
export function markWords(mark: ScaleThing): string {
  const when = mark.date ? toWords(mark.date, 'short') : 'no date given'
  return `${when}, ${mark.event?.status ?? 'said'}: ${markName(mark)}`
}

/** `1 Mar`, with its year where that is said. */
export function tickWords({ day, hasYear }: Tick): string {
  const words = toWords(day, 'short')
  return hasYear ? words : words.replace(` ${day.slice(0, 4)}`, '')
}

/** `26 days`, `6 months`, `3 years`: about how much a fold leaves out. */
export function foldWords({ days }: Fold): string {
  if (days === null) return ''
  if (days < 61) return `${days} days`
  const months = Math.round(days / 30.44)
  return months < 24 ? `${months} months` : `${Math.round(days / 365.25)} years`
}

/** What the marks of a drawing mean, each sort once: `A dot is a day; a bar is a span in which it lies …`. */
export function describeMarks({ folds, marks }: DrawingView): string {
  const happenings = marks.filter(({ tone }) => tone !== 'said')
  const parts = [
    happenings.some(({ shape }) => shape === 'day') && 'a dot is a day',
    happenings.some(({ shape }) => shape === 'span') && 'a bar is a span in which it lies',
    marks.some(({ tone }) => tone === 'expected') && 'dashes are expected',
    happenings.length < marks.length && 'a diamond is something said',
    folds.length > 0 && 'a double stroke is an empty stretch drawn short',
  ]
  return `${capital(parts.filter((part) => part !== false).join('; '))}.`
}

/** What a scale leaves out, if anything. */
export function describeRoom({ drawing, listed, total }: ScaleView): string {
  const named = drawing.marks.length + listed.length
  return named < total ? `It has room for ${named} of ${total}: the newest.` : ''
}
