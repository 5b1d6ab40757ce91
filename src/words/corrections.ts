/** What is said of corrections. */
import type { CorrectionView } from '../views/correction.ts'
import { say } from './say.ts'

/** What was done. */
export function correctionWords({ kind }: Pick<CorrectionView, 'kind'>): string {
  return say(`correction.${kind}`)
}
