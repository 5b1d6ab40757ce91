/** Names without their titles, and words as they would be written. */
import { isGivenName, isRoleNoun, nations, titles } from './lexicon.ts'
import type { Token } from './narration.ts'

/** Letters after a name. */
const postNominal = /^(?:KC|QC|MP|MEP|MSP|MS|AM|TD|OBE|MBE|CBE|KBE|DBE|PhD|MD|RN|FRS|Esq|Jr|Sr|II|III|IV)$/

const rank = /^(?:PC|DC|DS|DI|DCI|DSI|DCS|PCSO|WPC|GP|CEO|CFO|PM|MP|DJ)$/

const royal = /^(?:King|Queen|Pope|Prince|Princess|Emperor|Sultan|Emir|Sheikh)$/

const institution =
  /^(?:Ministry|Department|Office|Service|Agency|Committee|Council|Commission|Board|Union|Party|Authority|Institute|Association|Federation|Administration|Fund|Bank|Court|Parliament|Senate|Assembly|Society|Trust|Alliance|League|Centre|Center|Network|Guard|Forces|Army|Navy|Police|Bureau|Inspectorate|Directorate|Foundation|Chamber|Exchange|Academy|University|College|Hospital|Coalition|Movement|Embassy|Mission|Staff)$/

interface BareName {
  text: string
  from: number
  roles: string[]
  isPerson: boolean
}

/** A name without titles and nations: `Russian Foreign Minister Sergei Lavrov`. */
export function bareName(tokens: readonly Token[], { from, to }: { from: number; to: number }): BareName {
  const roles: string[] = []
  let at = from
  const strips = (token: Token): boolean => {
    const low = token.low.replace(/\.$/, '')
    if (isGivenName(low)) return false
    // `GAFFER Lenny Marr`, as tabloids begin.
    if (at === 0 && to > 2 && /^\p{Lu}{4,}$/u.test(token.text) && /^\p{Lu}\p{Ll}/u.test(tokens[1]?.text ?? ''))
      return true
    if (at === from && from === 0 && to - from >= 3 && /^\p{Lu}\p{Ll}{3,}(?:ian|ist|er|or|ant)$/u.test(token.text))
      return true
    return (
      // `GP Alun Meredith`, `PC Ann Berg`
      (/^\p{Lu}{2,4}$/u.test(token.text) && at < to - 2 && isGivenName(tokens[at + 1]?.low ?? '')) ||
      rank.test(token.text) ||
      titles.has(low) ||
      isRoleNoun(low) ||
      nations[low] !== undefined ||
      /^(?:then|late)$/.test(low) ||
      // `Mum-of-three`, `Ex-wife`
      /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)+$/u.test(token.text) ||
      token.text === '.'
    )
  }
  // `Energy Ministry`, `Russian Defense Ministry`: the words before belong to the body.
  const body = to - from > 1 && institution.test((tokens[to - 1] as Token).text)
  while (at < to) {
    const token = tokens[at] as Token
    if (!strips(token)) break
    if (body && tokens.slice(at, to - 1).every((other) => titles.has(other.low) || nations[other.low] !== undefined))
      break
    roles.push(token.low)
    at++
  }
  if (at === to) {
    // All of it is titles or a nation: `the Prime Minister`, `the German`.
    return { text: '', from, roles, isPerson: false }
  }
  // `Bank Governor Ann Berg`, `Labour MP Ann Berg`: what stands before a title belongs to it.
  for (let inner = to - 2; inner >= at && !body; inner--) {
    const token = tokens[inner] as Token
    if (
      (titles.has(token.low) || isRoleNoun(token.low)) &&
      !isGivenName(token.low) &&
      !(titles.has(token.low) && isGivenName(token.low)) &&
      !/^(?:king|prince|dean|head|pope|bishop|baron|duke|miller|baker|cook|butcher|chambers|duke|abbott|marshal|teacher|fisher|farmer|carpenter|green|home|health|trade|justice|state|energy|climate|culture|environment|national|regional|district|group|press|liberal|foreign|education|transport|house|officer)$/.test(
        token.low,
      )
    ) {
      for (let index = at; index <= inner; index++) roles.push((tokens[index] as Token).low)
      at = inner + 1
      break
    }
  }
  // `Policy Ann Berg`: a given name begins the person's.
  const given = tokens.slice(at, to - 1).findIndex((token) => isGivenName(token.low))
  if (
    given > 0 &&
    !isGivenName((tokens[at] as Token).low) &&
    tokens[at + given - 1]?.text !== '.' &&
    (tokens[at] as Token).text.length > 2 &&
    !/^(?:st|saint|van|von|de|al|ben|abu|el|kim|bin|mc|mac)$/.test((tokens[at] as Token).low)
  )
    at += given
  let stop = to
  while (stop > at + 1 && postNominal.test((tokens[stop - 1] as Token).text)) stop--
  // `King Driss`, `Pope Linus`: who reigns has the title for a surname.
  const reigns = stop - at === 1 && at > from && royal.test((tokens[at - 1] as Token).text)
  const text = join(tokens, reigns ? at - 1 : at, stop)
    .replace(/[’']s?$/, '')
    .replace(/\s\./g, '.')
  const person = roles.some((role) => titles.has(role) || isRoleNoun(role)) || isGivenName((tokens[at] as Token).low)
  return { text, from: at, roles, isPerson: person && at < to }
}

/** Words of tokens as they would be written. */
export function join(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  let end: number | null = null
  for (const token of tokens.slice(from, to)) {
    if (end !== null && token.start > end) text += ' '
    text += token.text
    end = token.end
  }
  return text
}
