/** What the catalogues of our words lack, what they have too much, and what they ask for in vain; part of `npm run check:code`. */
import { listCatalogues, readCatalogue } from '../src/loaders/catalogues.ts'
import { judgeTexts, listMissing } from '../src/words/judge.ts'

/** A line for each fault: `uk: no nav.search, which is said in English`. */
export function judgeCatalogues(): string[] {
  return listCatalogues().flatMap((language) => {
    const texts = readCatalogue(language)
    return [
      ...listMissing(texts).map((key) => `${language}: no \`${key}\`, which is said in English`),
      ...judgeTexts(language, texts).map(({ found, expected }) => `${language}: ${found}, expected ${expected}`),
    ]
  })
}

if (import.meta.main) {
  const faults = judgeCatalogues()
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
}
