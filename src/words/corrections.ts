/** What is said of corrections. */
import type { CorrectionView } from '../views/correction.ts'

/** What was done. */
export const correctionWords: { readonly [kind in CorrectionView['kind']]: string } = {
  corrected: 'Corrected',
  reworded: 'Reworded',
  reassigned: 'Given to another speaker',
  withdrawn: 'Withdrawn',
}
