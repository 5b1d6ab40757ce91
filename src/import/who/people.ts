/** Who is named in a text, and who a name or a description means. */
import { getOrMake } from '../../lists.ts'
import type { Language } from '../languages/language.ts'
import { type Phrase, readPhrase } from './phrases.ts'
import { fold, isCapital, lowAt, type Sentence, type Token, textAt, upToOwner } from './text.ts'

/** A speaker on record, as far as the import needs it. */
export interface KnownSpeaker {
  id: string
  name: string
  kind: string
  aliases: readonly string[]
  roles: readonly { title: string }[]
  country: string | null
}

/** Somebody the text speaks of. */
export interface Person {
  /** Id of the file on record; null for somebody new. */
  id: string | null
  /** The fullest form of the name. */
  name: string
  kind: 'person' | 'organisation' | 'group' | 'unnamed'
  gender: 'm' | 'f' | 'p' | null
  roles: Set<string>
  country: string | null
  /** Whether some words of the text are its. */
  spoke?: boolean
}

/** Everybody a text names. */
export interface Cast {
  /** Whom a name means; makes somebody new when it is nobody's so far. */
  toPerson: (name: string) => Person
  /** Everybody of that surname in the text, as far as a title (`Mr`, `Ms`) leaves them. */
  namesakes: (name: string, roles: readonly string[]) => Person[]
  /** Persons that tokens name, in order. */
  namedIn: (tokens: readonly Token[]) => Person[]
  /** Adds what a phrase tells of a person. */
  learn: (person: Person, phrase: Pick<Phrase, 'roles'>) => void
  /** Whom a description means among the named; null when it fits nobody. */
  describe: (phrase: Phrase, recent: readonly Person[]) => Person | null
}

const last = (name: string): string => fold(name.replace(/,? (?:Jr|Sr|II|III)\.?$/, '').replace(/^.* /, ''))
const first = (name: string): string => fold(name.split(' ')[0] as string)

/** Reads who is named in a text; `others` are tokens that name people in full too, as a headline and the words quoted do. */
export function readCast(
  sentences: readonly Sentence[],
  known: readonly KnownSpeaker[],
  others: readonly (readonly Token[])[],
  language: Language,
): Cast {
  const aliases = known.flatMap((speaker) =>
    [speaker.name, ...speaker.aliases].map((name) => [fold(name), speaker] as const),
  )
  const byAlias = new Map(aliases.toReversed())
  const people = new Map<string, Person>()
  const fullNames: string[] = []
  const read = new Map<readonly Token[], ReturnType<typeof nameRuns>>()
  const runsIn = (row: readonly Token[]) => getOrMake(read, row, () => nameRuns(row, language))
  const runs = [...sentences.map(({ tokens }) => tokens), ...others].map(runsIn)
  const isKnown = (name: string) => fullNames.some((full) => last(full) === last(name))
  for (const atStart of [false, true])
    for (const [index, list] of runs.entries())
      for (const { name, roles, opens } of list) {
        if (opens !== atStart || !name.includes(' ') || fullNames.includes(name)) continue
        const isNamed = language.isGivenName(first(name))
        // `Absent Sanders’ plan`: a capital that only the beginning of the sentence gives.
        if (opens && !isNamed && roles.length === 0 && isKnown(name)) continue
        if (index < sentences.length || (isNamed && !isKnown(name))) fullNames.push(name)
      }
  const personal = fullNames.filter((name) => isPersonalName(name, language))
  const forms = (name: string) => [fold(name), ...language.forms(name).map(fold)]

  /** The fullest form of a name in this text. */
  const toFull = (name: string): string => {
    const bare = name.replace(/^the /i, '')
    // A name in another case of the language: `Кальдером` is Кальдер.
    const isForm = (one: string, other: string) => forms(one).some((form) => forms(other).includes(form))
    const parts = bare.split(' ')
    if (parts.length === 1) {
      const [given, ...others] = personal.filter((full) => forms(bare).includes(first(full)))
      const byGiven = others.length === 0 ? given : undefined
      return personal.find((full) => isForm(last(full), bare)) ?? byGiven ?? bare
    }
    const isInflected = (full: string) =>
      full.split(' ').length === parts.length && full.split(' ').every((part, at) => isForm(part, parts[at] ?? ''))
    const before = fullNames.slice(0, Math.max(fullNames.indexOf(bare), 0)).find(isInflected)
    return before ?? personal.find((full) => fold(full).endsWith(` ${fold(bare)}`)) ?? bare
  }

  const byName = new Map<string, Person>()
  const toPerson = (name: string): Person => getOrMake(byName, name.replace(/['’]s?$/, ''), readName)
  const readName = (bare: string): Person => {
    const full = toFull(bare)
    const onRecord = byAlias.get(fold(bare)) ?? byAlias.get(fold(bare.replace(/^the /i, ''))) ?? byAlias.get(fold(full))
    const key = onRecord ? `#${onRecord.id}` : fold(full)
    return getOrMake(people, key, () => (onRecord ? fromRecord(onRecord, language) : fromName(full, language)))
  }

  const namesakes = (name: string, roles: readonly string[]): Person[] => {
    const bare = name.replace(/['’]s?$/, '')
    if (bare.includes(' ') || byAlias.has(fold(bare))) return []
    const all = [...new Set(personal.filter((full) => last(full) === fold(bare)).map(toPerson))]
    if (all.length < 2) return []
    const gender = genderOf(roles, language)
    return all.filter((person) => gender === null || person.gender === null || person.gender === gender)
  }

  const learn = (person: Person, { roles }: Pick<Phrase, 'roles'>): void => {
    for (const low of roles.map((role) => role.replace(/\.$/, ''))) {
      person.roles.add(low)
      person.gender ??= genderOf([low], language) ?? language.roleGender(low)
      person.country ??= language.nation(low) ?? null
      const isNew = person.kind === 'organisation' && person.id === null
      if (isNew && language.isOffice(low) && !language.has('groups', low)) person.kind = 'person'
    }
  }

  const namedIn = (tokens: readonly Token[]): Person[] => {
    const found = new Set<Person>()
    for (const { name, roles } of runsIn(tokens)) {
      const same = namesakes(name, roles)
      for (const person of same.length > 0 ? same : [toPerson(name)]) {
        if (same.length < 2) learn(person, { roles })
        found.add(person)
      }
    }
    return [...found]
  }

  const describe = (phrase: Phrase, recent: readonly Person[]): Person | null => {
    const exact = byAlias.get(fold(phrase.text)) ?? byAlias.get(fold(phrase.text.replace(/^(?:the|a|an) /i, '')))
    if (exact) return toPerson(exact.name)
    const isSeveral = language.isPlural(phrase.head) && language.isRole(phrase.head)
    if (!phrase.definite || language.has('groups', phrase.head) || isSeveral) return null
    const heads = phrase.roles.filter((role) => !language.nation(role))
    const head = heads.find(language.isOffice)
    const country = phrase.words.map(language.nation).find((code) => code !== undefined)
    const gender = heads.map(language.roleGender).find((one) => one !== null)
    const fits = (person: Person) =>
      person.kind === 'person' &&
      (country ?? person.country ?? country) === (person.country ?? country) &&
      (gender ?? person.gender ?? gender) === (person.gender ?? gender)
    if (head) {
      const holds = ({ roles }: Person) => heads.every((role) => roles.has(role) || !language.isRole(role))
      const same = [...recent, ...people.values()].find((one) => fits(one) && one.roles.has(head) && holds(one))
      if (same) return same
      if (/^(?:his|her|their|its|my|our)\b/i.test(phrase.text)) return null
      const families = language.families.filter((roles) => roles.has(head))
      const isKin = ({ roles }: Person) => families.some((family) => [...roles].some((role) => family.has(role)))
      const kin = recent.find((one) => fits(one) && isKin(one))
      if (kin) return kin
    }
    // `the 34-year-old`, `the Spaniard`, `the singer`: only varies the name of the one just heard of.
    const isVague = (word: string) => language.nation(word) || (language.isRole(word) && !language.has('posts', word))
    if (phrase.words.length > 2 || !phrase.words.every(isVague)) return null
    const isOpen = ({ roles }: Person) => /-year-old$/.test(head ?? '') || ![...roles].some(language.isRole)
    return recent.find((one) => fits(one) && isOpen(one)) ?? null
  }

  for (const { tokens } of sentences) namedIn(tokens)
  return { toPerson, namesakes, namedIn, learn, describe }
}

/** Whether a name is a person's beyond doubt. */
export const isSure = ({ kind, id, gender, roles }: Person): boolean =>
  kind === 'person' && (id !== null || gender !== null || roles.size > 0)

function genderOf(roles: readonly string[], { has }: Language): 'm' | 'f' | null {
  const told = roles.map((role) => role.replace(/\.$/, '')).find((low) => has('titles-m', low) || has('titles-f', low))
  return told === undefined ? null : has('titles-m', told) ? 'm' : 'f'
}

/** Somebody on record. */
export function fromRecord(speaker: KnownSpeaker, language: Language | null): Person {
  const words = speaker.roles.flatMap(({ title }) => title.toLowerCase().split(/[\s,]+/))
  const kind = speaker.kind as Person['kind']
  const isSeveral = kind === 'group' || (kind === 'unnamed' && /s$/.test(speaker.name))
  return {
    id: speaker.id,
    name: speaker.name,
    kind,
    gender: isSeveral ? 'p' : kind === 'person' ? (language?.givenName(first(speaker.name)) ?? null) : null,
    roles: new Set(words.filter((word) => language?.isOffice(word))),
    country: speaker.country,
  }
}

/** Somebody of whom only the name is known. */
export function fromName(name: string, language: Language | null): Person {
  const isPerson = language ? isPersonalName(name, language) : name.includes(' ')
  const gender = isPerson ? (language?.givenName(first(name)) ?? null) : null
  return { id: null, name, kind: isPerson ? 'person' : 'organisation', gender, roles: new Set(), country: null }
}

/** A speaker without a name: `a spokesman for the ministry`, `officials`. Null when the words are nobody. */
export function fromDescription(phrase: Phrase, language: Language, anyNoun = false): Person | null {
  const { head, text, roles } = phrase
  if (/^(?:days?|weeks?|months?|years?|mornings?|nights?|evenings?|times?|there)$/.test(head)) return null
  const { has, isOffice } = language
  const isGroup = has('groups', head) || has('bodies', head)
  const isNoun = isGroup || isOffice(head) || has('determiners', head) || language.isPersonNoun(head)
  if (!anyNoun && !isNoun && roles.length === 0) return null
  const [article = '', ...rest] = text.split(' ')
  const isCount = /^(?:\d|two|three|both|those|\p{L}+ out of\b)/iu.test(text)
  const mayGo = has('determiners', article.toLowerCase()) && !isCount && !has('prepositions', rest[0] ?? '')
  const isSeveral = /s$/.test(head) || /^(?:all|both|many|most|several|few|some|those)\b/i.test(text)
  return {
    id: null,
    name: mayGo && rest.length > 0 ? rest.join(' ') : text,
    kind: isGroup && !isSeveral ? 'organisation' : 'unnamed',
    gender: language.roleGender(head) ?? (isSeveral || isGroup ? 'p' : null),
    roles: new Set(phrase.words.filter((word) => isOffice(word) && !has('prepositions', word))),
    country: null,
  }
}

function isPersonalName(name: string, language: Language): boolean {
  const parts = name.replace(/,? (?:Jr|Sr|II|III)\.?$/, '').split(' ')
  if (parts.length < 2 || parts.length > 5) return false
  if (language.has('bodies', fold(parts.at(-1) as string))) return false
  if (language.isGivenName(parts[0] as string)) return true
  if (language.capitalNouns) return false
  return (
    !parts.some((part) => language.has('bodies', fold(part)) || /^\p{Lu}{2,}$/u.test(part)) &&
    /^\p{Lu}[\p{L}’'-]+$/u.test(parts.at(-1) as string)
  )
}

/** Names that stand in a row of tokens, each with the titles before it. */
function nameRuns(tokens: readonly Token[], language: Language): { name: string; roles: string[]; opens: boolean }[] {
  const runs: { name: string; roles: string[]; opens: boolean }[] = []
  for (let at = 0; at < tokens.length; ) {
    if (!isCapital(tokens[at]) || (at === 0 && language.has('not-names', lowAt(tokens, at)))) {
      at++
      continue
    }
    // Lower-case titles before it are part of the phrase: `former minister Ann Berg`.
    let from = at
    while (tokens[from - 1]?.is === 'word' && language.isOffice(lowAt(tokens, from - 1))) from--
    const phrase = readPhrase(tokens, from, language)
    if (phrase?.is === 'name') {
      runs.push({ name: phrase.name, roles: phrase.roles, opens: at === 0 })
    }
    let next = Math.max(phrase?.to ?? 0, at + 1)
    // A possessor stands inside the phrase of what is his: `Brill’s granddaughter`.
    for (let inner = at; inner < next; inner++)
      if (/['’]s?$/.test(textAt(tokens, inner)) && isCapital(tokens[inner])) {
        const owner = readPhrase(upToOwner(tokens, at, inner), 0, language)
        if (owner?.is === 'name' && owner.to === inner + 1 - at)
          runs.push({ name: owner.name, roles: owner.roles, opens: at === 0 })
        next = Math.max(inner + 1, at + 1)
        break
      }
    at = next
  }
  return runs
}
