/** Whether two wordings may be one utterance: sentence by sentence, with what speaks against it. */

import { getOrMake } from '../lists.ts'
import { light, stem } from './stems.ts'

/** How alike two wordings are. */
export interface Likeness {
  /** 0 to 1. */
  score: number
  /** What differs so much that they may be two utterances; null when nothing does. */
  warning: string | null
}

/** From here two wordings are worth an editor's look. */
export const worthALook = 0.5
/** From here, and without a warning, they are taken for the same. */
export const surelySame = 0.85

/** A wording made ready for comparing; making it once pays when it is compared with many. */
export interface Comparable {
  sentences: Word[][]
  words: ReadonlySet<string>
  size: number
}

/** A stem with all that is asked of it when it is compared; equal stems are one object. */
interface Word {
  text: string
  isLight: boolean
  weight: number
  /** Its first five letters; empty when there are fewer. */
  beginning: string
  /** The groups of near words it is in, a bit each. */
  groups: number
}

export function toComparable(text: string): Comparable {
  const parts = /[.!?…\n]/.test(text) ? text.split(/(?<=[.!?…]["”’»]?)\s+|\n+| … /u) : [text]
  const sentences = parts.map(toWords).filter((words) => words.length > 0)
  const words = new Set<string>()
  for (const sentence of sentences) for (const { text, isLight } of sentence) if (!isLight) words.add(text)
  return { sentences, words, size: words.size }
}

/** Compares two wordings. */
export function compareWordings(a: Comparable, b: Comparable): Likeness {
  return toLikeness(scoreWordings(a, b))
}

/** The likest sentences of two wordings; `toLikeness` then looks for what speaks against them. */
export interface Scored {
  score: number
  pair: [readonly Word[], readonly Word[]] | null
}

/** The score alone, for comparing with many. */
export function scoreWordings(a: Comparable, b: Comparable): Scored {
  // Cheap test first: hardly a word in common.
  let shared = 0
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  for (const word of small.words) if (large.words.has(word)) shared++
  if (shared === 0 || shared < Math.min(2, small.size) || shared < small.size * 0.3) return { score: 0, pair: null }
  let best: Scored = { score: 0, pair: null }
  let longest = 0
  for (const one of a.sentences) {
    for (const other of b.sentences) {
      const score = scoreSentences(one, other)
      const weight = score * Math.log(2 + Math.min(one.length, other.length))
      if (weight > longest) {
        longest = weight
        best = { score, pair: [one, other] }
      }
    }
  }
  return best
}

/** What a score means: with the warning, if there is one. */
export function toLikeness({ score, pair }: Scored): Likeness {
  if (!pair || score < worthALook) return { score, warning: null }
  const [one, other] = toCommonPart(...pair).map((words) => words.map(({ text }) => text)) as [string[], string[]]
  return { score, warning: findWarning(one, other) }
}

function scoreSentences(a: readonly Word[], b: readonly Word[]): number {
  const common = commonWeight(a, b)
  const weightA = totalWeight(a)
  const weightB = totalWeight(b)
  const dice = (2 * common) / (weightA + weightB)
  const shorter = weightA <= weightB ? a : b
  const within = common / Math.min(weightA, weightB)
  const content = shorter.filter(({ isLight }) => !isLight).length
  // A fragment inside a longer wording counts for less, the shorter it is.
  const fragment = content >= 6 ? 0.95 : content >= 4 ? 0.88 : content === 3 ? 0.75 : 0.55
  return Math.round(Math.max(dice, within * fragment) * 100) / 100
}

function findWarning(a: readonly string[], b: readonly string[]): string | null {
  const numbersA = a.filter((word) => /^\d/.test(word))
  const numbersB = b.filter((word) => /^\d/.test(word))
  const only = (from: readonly string[], other: readonly string[]) => from.filter((word) => !other.includes(word))
  const warnings: string[] = []
  const numbers = [...only(numbersA, numbersB), ...only(numbersB, numbersA)]
  if (numbers.length > 0 && (numbersA.length > 0 || numbersB.length > 0)) {
    const fragment = numbersA.length === 0 || numbersB.length === 0
    warnings.push(
      fragment ? `only one of them has the number ${numbers.join(', ')}` : `the numbers differ: ${numbers.join(', ')}`,
    )
  }
  const negationsA = a.filter((word) => negations.has(word)).length
  const negationsB = b.filter((word) => negations.has(word)).length
  if (negationsA % 2 !== negationsB % 2) warnings.push('one of them is negated')
  const onlyA = only(a, b)
  const onlyB = only(b, a)
  for (const [left, right] of opposites) {
    if ((onlyA.includes(left) && onlyB.includes(right)) || (onlyA.includes(right) && onlyB.includes(left))) {
      warnings.push(`opposite words: ${left}, ${right}`)
      break
    }
  }
  const modalA = a.find((word) => modals.has(word))
  const modalB = b.find((word) => modals.has(word))
  if (warnings.length === 0 && modalA && modalB && modalA !== modalB)
    warnings.push(`one says ${modalA}, the other ${modalB}`)
  // One word exchanged for another is all that differs: a name, a day, a thing.
  const heavyA = onlyA.filter((word) => !light.has(word))
  const heavyB = onlyB.filter((word) => !light.has(word))
  if (
    warnings.length === 0 &&
    heavyA.length === 1 &&
    heavyB.length === 1 &&
    !isKin(known(heavyA[0] as string), known(heavyB[0] as string))
  ) {
    warnings.push(`one has ${heavyA[0]} where the other has ${heavyB[0]}`)
  }
  return warnings.length > 0 ? warnings.join('; ') : null
}

const negations = new Set(
  'not no never nor without nobody nothing none neither hardly refuse deny cannot unable unwilling'
    .split(' ')
    .map(stem),
)
const modals = new Set(['will', 'would', 'could', 'may', 'might', 'must', 'should', 'can'])
const opposites =
  'more/less more/fewer increase/decrease rise/fall up/down accept/reject before/after win/lose won/lost support/oppose for/against always/never all/none best/worst better/worse open/close start/stop begin/end first/last high/low higher/lower north/south east/west yes/no right/wrong safe/unsafe likely/unlikely possible/impossible agree/disagree buy/sell enter/leave stay/leave love/hate good/bad war/peace success/failure guilty/innocent early/late'
    .split(' ')
    .map((pair) => pair.split('/').map(stem) as [string, string])
/** Words that differ between two outlets' translations of one speech. */
const near =
  'time/moment/point meeting/summit/talk need/require big/large/huge/great begin/start end/finish/stop country/state/nation help/assist/aid/support want/wish/like say/tell people/person/man kid/child money/fund/cash job/work talk/negotiation/discussion attack/strike agreement/deal/accord truth/true real/really ready/prepare purchase/buy build/construct difficult/hard/tough'
    .split(' ')
    .map((group) => group.split('/').map(stem))

function isKin(a: Word, b: Word): boolean {
  return (b.beginning !== '' && a.beginning === b.beginning) || (a.groups & b.groups) !== 0
}

const toWeight = (word: string): number => (light.has(word) ? (negations.has(word) ? 0.6 : 0.3) : 1)

function totalWeight(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}

/** The stretches of the two that answer each other: what only the longer one goes on to say is no difference. */
function toCommonPart(a: readonly Word[], b: readonly Word[]): [readonly Word[], readonly Word[]] {
  const longer = totalWeight(a) >= totalWeight(b) ? a : b
  const shorter = longer === a ? b : a
  const rows = [new Float64Array(longer.length + 1)]
  for (const one of shorter) {
    const previous = rows.at(-1) as Float64Array
    const row = new Float64Array(longer.length + 1)
    for (const [at, other] of longer.entries()) {
      const gain = toGain(one, other)
      row[at + 1] = Math.max((previous[at] as number) + gain, previous[at + 1] as number, row[at] as number)
    }
    rows.push(row)
  }
  let first = longer.length
  let last = -1
  for (let row = shorter.length, at = longer.length; row > 0 && at > 0; ) {
    const here = (rows[row] as Float64Array)[at] as number
    if (here === ((rows[row] as Float64Array)[at - 1] as number)) at--
    else if (here === ((rows[row - 1] as Float64Array)[at] as number)) row--
    else {
      last = Math.max(last, at - 1)
      first = at - 1
      row--
      at--
    }
  }
  if (last < 0) return [a, b]
  // A word before and after may turn the sense: `no meeting`, `12 ships`.
  const part = longer.slice(Math.max(0, first - 3), last + 2)
  return longer === a ? [part, b] : [a, part]
}

/** Weight of the longest common run of words in order. */
function commonWeight(a: readonly Word[], b: readonly Word[]): number {
  let previous = new Float64Array(b.length + 1)
  let current = new Float64Array(b.length + 1)
  for (const one of a) {
    let left = 0
    for (let at = 0; at < b.length; at++) {
      const gained = (previous[at] as number) + toGain(one, b[at] as Word)
      const above = previous[at + 1] as number
      if (above > left) left = above
      if (gained > left) left = gained
      current[at + 1] = left
    }
    ;[previous, current] = [current, previous]
  }
  return previous[b.length] as number
}

/** What two words count that answer each other. */
function toGain(a: Word, b: Word): number {
  if (a === b) return a.weight
  return !a.isLight && !b.isLight && isKin(a, b) ? 0.8 : 0
}

const contractions: [RegExp, string][] = [
  [/\bcan['’]t\b|\bcannot\b/g, 'can not'],
  [/\bwon['’]t\b/g, 'will not'],
  [/\bshan['’]t\b/g, 'shall not'],
  [/\b(\w+)n['’]t\b/g, '$1 not'],
  [/\b(i)['’]m\b/g, '$1 am'],
  [/['’]re\b/g, ' are'],
  [/['’]ve\b/g, ' have'],
  [/['’]ll\b/g, ' will'],
  [/['’]d\b/g, ' would'],
  [/\b(it|that|there|what|he|she|here|who)['’]s\b/g, '$1 is'],
  [/['’]s\b/g, ''],
]
const numbers = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, String(number)]),
)

function toWords(sentence: string): Word[] {
  let text = sentence.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'")
  if (/'|cannot/.test(text)) for (const [form, plain] of contractions) text = text.replace(form, plain)
  return (text.match(beyondAscii.test(text) ? anyWord : asciiWord) ?? []).map(toWord)
}

const beyondAscii = /[^\0-\x7F]/
const anyWord = /\d+(?:[.,]\d+)*|[\p{L}]+/gu
const asciiWord = /\d+(?:[.,]\d+)*|[a-z]+/g

// A record has the same words again and again.
const byForm = new Map<string, Word>()
const byStem = new Map<string, Word>()

function toWord(form: string): Word {
  return getOrMake(byForm, form, () =>
    known(/^\d/.test(form) ? form.replace(/,(?=\d{3})/g, '') : (numbers.get(form) ?? stem(form))),
  )
}

function known(text: string): Word {
  return getOrMake(byStem, text, () => {
    const groups = near.reduce((bits, group, index) => (group.includes(text) ? bits | (1 << index) : bits), 0)
    const beginning = text.length >= 5 ? text.slice(0, 5) : ''
    return { text, isLight: light.has(text), weight: toWeight(text), beginning, groups }
  })
}
