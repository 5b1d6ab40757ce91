import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'
import { textsOf, toPlace } from '../texts.ts'

/** The scripts whose letters look alike. */
const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
] as const

/** A word with letters of two of them: one of the two is Cyrillic or Greek. */
const mixed = /(?=[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}]+/gu

/** Where letters of two of them meet: few texts have such a place. */
const seam =
  /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}|[\p{Script=Cyrillic}]\p{M}*\p{Script=Greek}|\p{Script=Greek}\p{M}*\p{Script=Cyrillic}/u

const greek = '\\u0370-\\u03FF\\u1D26-\\u1D2A\\u1D5D-\\u1D61\\u1D66-\\u1D6A\\u1DBF\\u1F00-\\u1FFF\\u2126\\uAB65'
const cyrillic = '\\u0400-\\u052F\\u1C80-\\u1C8F\\u1D2B\\u1D78\\u2DE0-\\u2DFF\\uA640-\\uA69F\\uFE2E\\uFE2F'
const besideWords = '\\s!-@[-`{-~«»“”„‘’–—…'

/** The same, roughly and fast, so that few texts are looked at closely: a run of these letters beside what is none of it. */
const run = new RegExp(`[${greek}${cyrillic}]+`, 'g')
const both = new RegExp(`[${greek}][${cyrillic}]|[${cyrillic}][${greek}]`)
const besideRun = new RegExp(`^[${besideWords}]?$`)
const beyondBmp = /[\uD800-\uDFFF]/

function mayMix(text: string): boolean {
  if (beyondBmp.test(text)) return true
  for (const { 0: letters, index } of text.matchAll(run)) {
    if (!besideRun.test(text.charAt(index - 1)) || !besideRun.test(text.charAt(index + letters.length))) return true
    if (both.test(letters)) return true
  }
  return false
}

export const oneScript: Rule = {
  id: 'one-script',
  severity: 'warning',
  what: 'The letters of a word are all Latin, all Cyrillic or all Greek.',
  why: 'A letter of another script looks the same and is not: the word is not found, and a name can pose as another.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('The m\u0430yor walks.') },
    right: { 'articles/walk.md': exampleArticle('The mayor, Мара, Μάρα, מארה, مارا, مارا‌ها, walks.') },
  },
  check: (content, report) => {
    for (const stretch of textsOf(content)) {
      if (!mayMix(stretch.text) || !seam.test(stretch.text)) continue
      for (const { 0: word, index } of stretch.text.matchAll(mixed)) {
        const names = scripts.filter(([, script]) => script.test(word)).map(([name]) => name)
        if (names.length < 2) continue
        report({
          file: stretch.file,
          ...toPlace(stretch, index),
          found: `word \`${word}\` in ${names.join(' and ')} letters`,
          expected: 'letters of one script',
          hint: 'When the source has it so, leave it: the copy is verbatim.',
        })
      }
    }
  },
}
