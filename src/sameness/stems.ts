/** Words made alike for comparing. */
import { getOrMake } from '../lists.ts'

/** Small words, which two wordings share without being alike. */
export const light = new Set(
  'a an the and or but if of to in on at by for with from as that this these those it its he she they we i you his her their our my your me him them us be is are was were been being have has had do does did will would can could should may might must shall so very just also then than there here what which who when where how not no all any some such into about over out up down only really even still now'.split(
    ' ',
  ),
)

const irregular = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['countries', 'country'],
  ['said', 'say'],
  ['told', 'tell'],
  ['began', 'begin'],
  ['went', 'go'],
  ['taken', 'take'],
  ['took', 'take'],
  ['given', 'give'],
  ['gave', 'give'],
  ['made', 'make'],
])

// A record has the same words again and again.
const stems = new Map<string, string>()

/** Endings off, enough to tell `guarantees` and `guarantee` alike. */
export function stem(word: string): string {
  if (light.has(word) || word.length < 4) return word
  return getOrMake(stems, word, () => irregular.get(word) ?? withoutEnding(word))
}

function withoutEnding(word: string): string {
  // What no rule is about.
  if (!/[degs]$/.test(word)) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[^aeiou])(?:ing|ed)$/, '')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?<=\p{L}{3})e$/u, '')
}
