import { z } from 'zod'

/** `content/words.yaml`: words of the interface that a story says otherwise, by their names in `src/words/languages/en.json`. */
export const words = z.record(z.string(), z.string().min(1).max(2000), {
  error: 'Expected lines as `nav.quotes: Quotations`.',
})
export type WordsData = z.output<typeof words>
