/** What is said of corrections. */
import type { CorrectionView, WithdrawnPageView } from '../views/correction.ts'
import { joinWords } from './count.ts'
import { toWords } from './dates.ts'
import { say } from './say.ts'

/** What was done. */
export function correctionWords({ kind }: Pick<CorrectionView, 'kind'>): string {
  return say(`correction.${kind}`)
}

/** What the page says that stands in place of a withdrawn quote, in its head. */
export function describeWithdrawn({ id, date, links }: WithdrawnPageView['quote']) {
  const which = joinWords([id.split('/')[1] ?? '', links.speaker.name])
  return {
    title: joinWords([say('withdrawn.label'), which], 'colon'),
    description: say('withdrawn.about', { date: toWords(date) }),
  }
}

/** What the page says that leads on from an old address, in its head. */
export function describeMove(from: string) {
  return { title: joinWords([say('moved.label'), from], 'colon'), description: say('moved.about') }
}
