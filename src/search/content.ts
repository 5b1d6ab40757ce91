/**
 * The contract between what is indexed and what the browser shows. A record of the index is its `content` (the words that
 * are searched and shown), `meta` (searched too, at a lower weight) and `filters` (never searched; also what is shown).
 */

/** What a result can be, in the order in which results come; of what was named the last comes first. */
export const things = ['quote', 'event', 'article', 'topic', 'outlet', 'place', 'speaker', 'day'] as const
export type Thing = (typeof things)[number]

/** Those that the index names; what it does not name is a quote, and outlets, places and days are no records. */
export const namedThings = ['event', 'article', 'speaker', 'topic'] as const

/** What the one record of an empty index is. */
export const nothing = 'nothing'

/** Searched beside the content; lists are joined by `listMark`. */
export interface Meta {
  title: string
  role?: string
  context?: string
  /** The words of its file's name, which is short. */
  id?: string
  /** Other names of who and what it is about. */
  names?: string
  /** Its topics and the words people look for them by; and the topics alone. */
  topics?: string
  questions?: string
}

/** How much a word counts that stands beside the content, not in it. */
export const metaWeights = { title: 3, role: 1, context: 1, id: 1, names: 0.4, topics: 0.2, questions: 0.2 }

/** Parts the names and the topics of a record. */
export const listMark = ' · '

/** Parts the name of a topic and its other words. */
export const aliasMark = '; '

/** Lists of what a record can be filtered by and shown with. */
export interface Filters {
  /** Left out of quotes, which are the many: the list of them would be the largest part of a first answer. */
  thing?: ((typeof namedThings)[number] | typeof nothing)[]
  /** `id name` of the speakers, the outlets and agencies, the topics, the places that it names. */
  speaker?: string[]
  outlet?: string[]
  topic?: string[]
  place?: string[]
  /** How literal a quote is. */
  kind?: string[]
  /** `EDTF label words`, as `2025-08-20 said 20 Aug 2025`. */
  when?: string[]
  /** One for each stretch that stands in a copy: `number path whose words`. */
  copy?: string[]
  /** Words in quotation marks that nobody said: they are shown without. */
  term?: string[]
  /** What of the content and of the fields beside it is shown in another way than it is searched, its language where that is not the site's, and the language of a last stretch in the original; as JSON. */
  shown?: string[]
}

/** What a stretch of content is: somebody's words as quoted, reported speech with quoted words, or neither. */
const marks = { direct: '¶', mixed: '‖', indirect: '⁂' } as const
type StretchKind = keyof typeof marks

export interface Stretch {
  kind: StretchKind
  text: string
}

/**
 * Pagefind tells words apart by white space, finds phrases by counting them, and has no place for the rest. `glue` alone is
 * a space that parts no words (`Austria⁑–-`); before a space it is a gap where the text has none (`well-⁑ known`).
 */
const glue = '⁑'
const reserved = /[⁑¶‖⁂]/g
const innerGap =
  /(?<=[\p{L}\p{N}\p{M}][^\p{L}\p{N}\p{M}]*(?:[\p{Pd}/…"“”„«»「」『』]|\.\.)[^\p{L}\p{N}\p{M}]*)(?=[\p{L}\p{N}])/gu

/** Stretches as the content of one record. */
export function toContent(stretches: readonly Stretch[]): string {
  return stretches.map(({ kind, text }) => marks[kind] + toGlued(text.replace(reserved, ''))).join(' ')
}

/** The stretches of a record, as they went in, white space folded. */
export function toStretches(content: string): Stretch[] {
  const text = content.replaceAll(`${glue} `, '').replaceAll(glue, ' ')
  return text
    .split(/(?=[¶‖⁂])/)
    .filter(Boolean)
    .map((stretch) => ({ kind: kindOf(stretch.charAt(0)), text: stretch.slice(1).trim() }))
}

/** What a gap is made for, or a space that parts no words: most texts have neither. */
const mayNeedGlue = /[\p{Pd}/…]|\.\.|(?<!\S)[^\p{L}\p{N}\s]+(?!\S)|(?<=\S)["“”„«»「」『』](?=\S)/u

function toGlued(text: string): string {
  const tokens = text.trim().split(/\s+/)
  if (!mayNeedGlue.test(text)) return tokens.join(' ')
  return tokens
    .map((token, index) => {
      const glued = mayNeedGlue.test(token) ? token.replace(innerGap, `${glue} `) : token
      if (index === 0) return glued
      return /[\p{L}\p{N}]/u.test(token) ? ` ${glued}` : glue + token
    })
    .join('')
}

function kindOf(mark: string): StretchKind {
  for (const [kind, own] of Object.entries(marks)) if (own === mark) return kind as StretchKind
  return 'indirect'
}
