/** Who is named in a text, and who a name, a pronoun or a description means. */

import { bareName } from './bare-names.ts'
import {
  femaleTitles,
  isGivenName,
  isGroupNoun,
  isRoleNoun,
  maleTitles,
  months,
  nameGender,
  nations,
  notNames,
  roleFamilies,
  roleGender,
  titles,
  weekdays,
} from './lexicon.ts'
import type { Sentence, Token } from './narration.ts'
import type { Subject } from './phrases.ts'

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
  /** Whom a description means; null when it fits nobody named. */
  describe: (subject: Subject, recent: readonly Person[]) => Person | null
  /** Everybody of that surname in the text, as far as a title (`Mr`, `Ms`) leaves them. */
  namesakes: (name: string, roles: readonly string[]) => Person[]
  /** Persons that tokens name, in order. */
  namedIn: (tokens: readonly Token[]) => Person[]
  /** Adds what a phrase tells of a person. */
  learn: (person: Person, subject: Subject) => void
}

const organisationWord =
  /\b(?:council|party|bank|ministry|university|institute|group|ltd|inc|plc|union|association|club|fc|united|city|court|committee|commission|agency|authority|department|office|board|company|corporation|corp|foundation|trust|society|alliance|league|federation|centre|center|hospital|school|college|church|parliament|senate|congress|assembly|airlines?|airways|motors?|energy|steel|systems|technologies|records|times|post|news|network|nations|organisation|organization|service|services|police|army|navy|house|cup|games|act|street|road|river|lake|park|hall|palace|museum|airport|station|islands?|valley|county|province|region|republic|states|kingdom|sea|ocean|bay|war|day|week|month|festival|prize|award|championship|open|stadium|theatre|theater|ferries|railways?|rail|foods|mills|partners|holdings|press|watch|international|global|research|rovers|wanderers|athletic|albion|rangers|villa|hotspur|dynamo|sporting|racing|real|labs?|laboratory|observatory|korea|zealand|lanka|guinea|arabia|africa|rica|leone|faso|kong|sudan|macedonia|emirates|america|britain|ireland)\b/i

const company = /\s(?:Inc|Ltd|Plc|plc|PLC|Corp|Corporation|Co|LLC|Group|Holdings|AG|SE|SA|GmbH|AB|NV|Oyj)\.?$/

export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

/** Reads who is named in a text. */
export function readCast(
  sentences: readonly Sentence[],
  known: readonly KnownSpeaker[],
  heading: readonly Token[] = [],
  quoted: readonly (readonly Token[])[] = [],
): Cast {
  const byAlias = new Map<string, KnownSpeaker>()
  for (const speaker of known) {
    for (const name of [speaker.name, ...speaker.aliases])
      if (!byAlias.has(fold(name))) byAlias.set(fold(name), speaker)
  }
  const people = new Map<string, Person>()
  const fullNames: string[] = []
  for (const { tokens } of sentences) {
    for (const run of nameRuns(tokens))
      if (run.name.includes(' ') && !fullNames.includes(run.name)) fullNames.push(run.name)
    // `Earl and Ruthanne Dawes`
    for (const [at, token] of tokens.entries()) {
      const [and, given, family] = tokens.slice(at + 1, at + 4)
      if (and?.low !== 'and' || !isGivenName(token.low) || /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')) continue
      if (!/^\p{Lu}\p{Ll}/u.test(given?.text ?? '') || !/^\p{Lu}\p{Ll}/u.test(family?.text ?? '')) continue
      if (titles.has(given?.low ?? '')) continue
      const name = `${token.text} ${(family as Token).text.replace(/[’']s?$/, '')}`
      if (!fullNames.includes(name)) fullNames.push(name)
    }
  }
  for (const run of nameRuns(heading))
    if (run.name.includes(' ') && !fullNames.includes(run.name)) fullNames.push(run.name)

  // Words inside quotation marks may be the only ones that give a name in full.
  for (const tokens of quoted)
    for (const { name } of nameRuns(tokens)) {
      const parts = name.split(' ')
      if (parts.length !== 2 || !isGivenName(parts[0] as string) || fullNames.includes(name)) continue
      if (!fullNames.some((full) => isPersonal(full) && lastName(full) === lastName(name))) fullNames.push(name)
    }

  /** The fullest form of a name in this text. */
  const toFull = (name: string): string => {
    const bare = name.replace(/^the /i, '')
    if (byAlias.has(fold(bare))) return bare
    const parts = bare.split(' ')
    const last = parts.at(-1) as string
    const first = parts[0] as string
    if (parts.length === 1) {
      const bySurname = fullNames.find((full) => isPersonal(full) && lastName(full) === fold(last))
      if (bySurname) return bySurname
      const byGiven = fullNames.filter((full) => isPersonal(full) && fold(full.split(' ')[0] as string) === fold(first))
      if (byGiven.length === 1) return byGiven[0] as string
      const companies = fullNames.filter(
        (full) => company.test(full) && fold(full.split(' ')[0] as string) === fold(first),
      )
      if (companies.length === 1) return companies[0] as string
      const inside = fullNames.find((full) => isPersonal(full) && fold(full).endsWith(` ${fold(bare)}`))
      return inside ?? bare
    }
    const longer = fullNames.find((full) => full !== bare && isPersonal(full) && fold(full).endsWith(` ${fold(bare)}`))
    return longer ?? bare
  }

  const toPerson = (name: string): Person => {
    const bare = name.replace(/[’']s?$/, '')
    const onRecord =
      byAlias.get(fold(bare)) ?? byAlias.get(fold(bare.replace(/^the /i, ''))) ?? byAlias.get(fold(toFull(bare)))
    const key = onRecord ? `#${onRecord.id}` : fold(toFull(bare))
    let person = people.get(key)
    if (!person) {
      person = onRecord ? fromRecord(onRecord) : fromName(toFull(bare))
      people.set(key, person)
    }
    return person
  }

  const namesakes = (name: string, roles: readonly string[]): Person[] => {
    const bare = name.replace(/[’']s?$/, '')
    if (bare.includes(' ') || byAlias.has(fold(bare))) return []
    const all = fullNames.filter((full) => isPersonal(full) && lastName(full) === fold(bare)).map(toPerson)
    if (all.length < 2) return []
    const gender = roles.some((role) => maleTitles.has(role.replace(/\.$/, '')))
      ? 'm'
      : roles.some((role) => femaleTitles.has(role.replace(/\.$/, '')))
        ? 'f'
        : null
    return all.filter((person) => gender === null || person.gender === null || person.gender === gender)
  }

  const learn = (person: Person, subject: Subject): void => {
    for (const role of subject.roles) {
      const low = role.replace(/\.$/, '')
      person.roles.add(low)
      if (!person.gender) person.gender = maleTitles.has(low) ? 'm' : femaleTitles.has(low) ? 'f' : roleGender(low)
      if (nations[low] && !person.country) person.country = nations[low] ?? null
      if (
        person.kind === 'organisation' &&
        person.id === null &&
        (isRoleNoun(low) || titles.has(low)) &&
        !isGroupNoun(low)
      )
        person.kind = 'person'
    }
  }

  const namedIn = (tokens: readonly Token[]): Person[] => {
    const found: Person[] = []
    for (const run of nameRuns(tokens)) {
      const same = namesakes(run.name, run.roles)
      if (same.length > 1) {
        found.push(...same.filter((person) => !found.includes(person)))
        continue
      }
      const person = same[0] ?? toPerson(run.name)
      learn(person, {
        is: 'name',
        text: run.name,
        name: run.name,
        roles: run.roles,
        words: [],
        definite: true,
        from: 0,
        to: 0,
      })
      if (!found.includes(person)) found.push(person)
    }
    return found
  }

  const describe = (subject: Subject, recent: readonly Person[]): Person | null => {
    const exact = byAlias.get(fold(subject.text)) ?? byAlias.get(fold(subject.text.replace(/^(?:the|a|an) /i, '')))
    if (exact) return toPerson(exact.name)
    const heads = subject.roles.filter((role) => !nations[role])
    const head = heads.at(-1)
    if (!subject.definite) {
      // `A judge jailed …` in the opening, and one judge named below.
      if (!subject.opening || !/^an? /i.test(subject.text) || !head || isGroupNoun(head)) return null
      const named = [...people.values()].filter((person) => person.kind === 'person' && person.roles.has(head))
      return named.length === 1 && subject.words.length <= 3 ? (named[0] as Person) : null
    }
    const country = subject.words.map((word) => nations[word]).find((code) => code !== undefined) ?? null
    const wanted = (person: Person): boolean => {
      if (person.kind !== 'person') return false
      if (person.roles.has('opposition') && /^(?:minister|president|premier|chancellor)$/.test(head ?? '')) return false
      if (country && person.country && person.country !== country) return false
      if (country && !person.country && !person.roles.size) return false
      const gender = head ? roleGender(head) : null
      return !(gender && person.gender && person.gender !== gender)
    }
    if (head && (isRoleNoun(head) || titles.has(head))) {
      const all = [...recent, ...[...people.values()].filter((person) => !recent.includes(person))]
      const same = all.find(
        (person) =>
          wanted(person) &&
          heads.every((role) => person.roles.has(role) || !isRoleNoun(role)) &&
          person.roles.has(head) &&
          sharesDetail(subject, person),
      )
      if (same) return same
      const family = roleFamilies.filter((roles) => roles.has(head))
      const kin = recent.find(
        (person) =>
          wanted(person) &&
          sharesDetail(subject, person) &&
          (country === null || person.country === country) &&
          family.some((roles) => [...person.roles].some((role) => roles.has(role))),
      )
      if (kin) return kin
    }
    // `the company`: the last one that has spoken.
    if (
      head &&
      subject.words.length <= 2 &&
      /^(?:company|firm|airline|operator|bank|retailer|manufacturer|carmaker|club|charity|group|business|supermarket|insurer|lender|start-up|startup|utility|developer|broadcaster)$/.test(
        head,
      )
    ) {
      const body = recent.find(
        (person) => person.kind === 'organisation' && person.spoke && /^\p{Lu}/u.test(person.name),
      )
      if (body) return body
    }
    const nation = subject.words.filter((word) => !/^(?:the|this)$/.test(word))
    if (
      nation.length === 1 &&
      nations[nation[0] as string] &&
      !/^(?:u\.?s\.?|u\.?k\.?|eu)$/.test(nation[0] as string)
    ) {
      const code = nations[nation[0] as string]
      const fitting = recent.find(
        (person) => person.kind === 'person' && (person.country === null || person.country === code),
      )
      if (fitting) return fitting
    }
    if (isEpithet(subject) && subject.words.length <= 5) {
      const fitting =
        recent.find((person) => wanted(person) && isSure(person)) ?? recent.find((person) => wanted(person))
      if (fitting) return fitting
    }
    return null
  }

  for (const { tokens } of sentences) namedIn(tokens)
  return { toPerson, namesakes, describe, namedIn, learn }
}

/** Whether a name is a person's beyond doubt. */
export function isSure(person: Person): boolean {
  return person.kind === 'person' && (person.id !== null || person.gender !== null || person.roles.size > 0)
}

/** A description that only varies the name of somebody just named: `the 34-year-old`, `the Spaniard`, `the striker`. */
function isEpithet(subject: Subject): boolean {
  return (
    subject.words.some((word) => /-year-old$/.test(word)) ||
    /\b(?:striker|midfielder|defender|winger|goalkeeper|keeper|forward|veteran|spaniard|australian|american|briton|german|italian|russian|ukrainian|norwegian|canadian|swede|dane|finn|pole|czech|hungarian|austrian|belgian|egyptian|brazilian|argentinian|portuguese|frenchman|dutchman|irishman|scotsman|englishman|welshman|kenyan|nigerian|pensioner|grandmother|grandfather|mother|father|singer|novelist|author|actor|actress|champion|runner|swimmer|cyclist|golfer|boxer|pilot|driver|rider|skipper|captain|teenager|farmer|baker|chef|widow|widower|former|father-of-\w+|mother-of-\w+|artist|painter|poet|musician|composer|sculptor|director|player|athlete|politician|businessman|businesswoman|entrepreneur|scientist|geologist|biologist|physicist|researcher|professor|surgeon|economist|historian|lawyer|retiree|man|woman)$/i.test(
      subject.text.trim(),
    )
  )
}

const portfolio =
  /^(?:prime|foreign|defence|defense|interior|finance|health|education|transport|justice|environment|culture|economy|trade|energy|housing|home|treasury|labour|labor|agriculture|climate|shadow|press|general)$/

/** `the mayor of Leeds` is not the mayor of York; where nothing is said of either, they may be one. */
function sharesDetail(subject: Subject, person: Person): boolean {
  const country = subject.words.map((word) => nations[word]).find((code) => code !== undefined)
  if (country && person.country && country !== person.country) return false
  // The housing minister is not the prime minister.
  const office = subject.words.filter((word) => portfolio.test(word))
  const held = [...person.roles].filter((role) => portfolio.test(role))
  if (office.length > 0 && held.length > 0 && !office.some((word) => held.includes(word))) return false
  return !subject.words.includes('former') || person.roles.has('former')
}

/** Somebody on record. */
export function fromRecord(speaker: KnownSpeaker): Person {
  const roles = new Set<string>()
  for (const { title } of speaker.roles) {
    const words = title.toLowerCase().split(/[\s,]+/)
    for (const word of words) if (isRoleNoun(word) || titles.has(word)) roles.add(word)
  }
  const kind = speaker.kind as Person['kind']
  return {
    id: speaker.id,
    name: speaker.name,
    kind,
    gender:
      kind === 'group' || (kind === 'unnamed' && /s$/.test(speaker.name))
        ? 'p'
        : kind === 'person'
          ? nameGender(speaker.name)
          : null,
    roles,
    country: speaker.country,
  }
}

/** Somebody of whom only the name is known. */
export function fromName(name: string): Person {
  const joint = / and /.test(name)
  return {
    id: null,
    name,
    kind: joint ? 'group' : isPersonal(name) ? 'person' : 'organisation',
    gender: joint ? 'p' : nameGender(name),
    roles: new Set(),
    country: null,
  }
}

/** Whether a name looks like a person's: two or more words, none of them an institution's. */
export function isPersonal(name: string): boolean {
  const parts = name.split(' ')
  if (parts.length < 2 || parts.length > 5) return false
  if (isGivenName(parts[0] as string))
    return !/\b(?:council|party|bank|university|institute|ltd|plc|foundation|trust|street|road|airport|hospital|school|college|stadium|park|prize|award)$/i.test(
      name,
    )
  if (organisationWord.test(name)) return false
  return /^\p{Lu}[\p{L}’'-]+$/u.test(parts.at(-1) as string) && !parts.some((part) => /^\p{Lu}{2,}$/u.test(part))
}

function lastName(full: string): string {
  return fold(full.split(' ').at(-1) as string)
}

/** Runs of capital words that may be names. */
function nameRuns(tokens: readonly Token[]): { name: string; roles: string[] }[] {
  const runs: { name: string; roles: string[] }[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at] as Token
    if (!isNamePart(token, at === 0)) {
      at++
      continue
    }
    let to = at
    while (to < tokens.length) {
      const part = tokens[to] as Token
      if (isNamePart(part, false) && !(to > at && weekdays.includes(part.low))) {
        to++
        if (/[’']s?$/.test(part.text)) break
      } else if (
        to > at &&
        /^(?:de|del|della|der|den|van|von|la|le|du|da|dos|al|el|bin|ibn|ter|ten|st)$/.test(part.low) &&
        tokens[to + 1] &&
        isNamePart(tokens[to + 1] as Token, false)
      )
        to++
      else if (
        part.text === '.' &&
        to > at &&
        /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|St|Det|Insp|Supt|Cllr)$/u.test(
          (tokens[to - 1] as Token).text,
        ) &&
        tokens[to + 1] &&
        isNamePart(tokens[to + 1] as Token, false)
      )
        to++
      else break
    }
    const bare = bareName(tokens, { from: at, to })
    const low = bare.text.toLowerCase()
    if (at === 0 && to === 1 && !isGivenName(token.low) && leadsToName(tokens, to)) {
      // `Left tackle Bo Aldridge`, `Pop star Lyra Vance`: a capital that only the sentence gives.
      at = to
      continue
    }
    if (bare.text !== '' && !weekdays.includes(low) && !months.includes(low)) {
      const roles = [...bare.roles]
      // Small role words before: `regional governor Maksym Kozytskyi`.
      for (let left = at - 1; left >= 0 && left > at - 4; left--) {
        const word = tokens[left] as Token
        if (isRoleNoun(word.low) || titles.has(word.low) || nations[word.low]) roles.push(word.low)
        else break
      }
      // `his aunt, Hedwig,`
      if (
        tokens[at - 1]?.text === ',' &&
        /^[,.]$/.test(tokens[to]?.text ?? '') &&
        isRoleNoun(tokens[at - 2]?.low ?? '')
      ) {
        roles.push((tokens[at - 2] as Token).low)
      }
      // What stands after it between commas: `Ann Berg, the mayor of Leeds,`
      if (tokens[to]?.text === ',') {
        for (let right = to + 1; right < Math.min(to + 9, tokens.length); right++) {
          const word = tokens[right] as Token
          if (word.is !== 'word' || /^(?:who|said|says|told|of|for|at|and|in|has|had|was|is)$/.test(word.low)) break
          if (/^\p{Lu}/u.test(word.text) && isNamePart(word, false) && !nations[word.low] && !titles.has(word.low))
            break
          if (isRoleNoun(word.low) || titles.has(word.low) || nations[word.low]) roles.push(word.low)
        }
      }
      // `Ann Berg is the mayor`, `became captain`
      if (/^(?:is|was|became|remains)$/.test(tokens[to]?.low ?? '')) {
        for (const word of tokens.slice(to + 1, to + 6)) {
          if (word.is !== 'word' || /^(?:of|for|at|and|in)$/.test(word.low)) break
          if (isRoleNoun(word.low)) roles.push(word.low)
        }
      }
      runs.push({ name: bare.text, roles })
    }
    at = Math.max(to, at + 1)
  }
  return runs
}

/** Whether one or two small words lead from a token to a name of two words. */
function leadsToName(tokens: readonly Token[], at: number): boolean {
  const small = (token: Token | undefined) => token?.is === 'word' && /^\p{Ll}{2,}$/u.test(token.text)
  const big = (token: Token | undefined) => token?.is === 'word' && /^\p{Lu}/u.test(token.text)
  const to = small(tokens[at + 1]) ? at + 2 : at + 1
  return small(tokens[at]) && isRoleNoun((tokens[to - 1] as Token).low) && big(tokens[to]) && big(tokens[to + 1])
}

function isNamePart(token: Token, first: boolean): boolean {
  if (token.is !== 'word' || !/^\p{Lu}/u.test(token.text)) return false
  if (notNames.has(token.low) && !titles.has(token.low))
    return /^(?:may|will|june|april|august)$/.test(token.low) && !first
  return true
}
