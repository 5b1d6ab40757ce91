/** Somebody who speaks in the record, or is named in it. */
import { z } from 'zod'
import { take } from '../lists.ts'
import { roleOn } from '../record/roles.ts'
import type { NewsRecord, Speaker, When } from '../record/types.ts'
import { speakerKinds } from '../schema/index.ts'
import { outletsOf } from './carriers.ts'
import { toIds } from './links.ts'
import { compareNewest } from './newest.ts'
import { quoteLine, toQuoteLine } from './quote.ts'
import { address, count, date, id, language, quoteId, words } from './shapes.ts'
import { spellingsOf } from './spellings.ts'

export const speaker = z.strictObject({
  id,
  url: address,
  name: words.describe('The name the site uses.'),
  kind: z.enum(speakerKinds).describe('`unnamed` is somebody whom no outlet names.'),
  aliases: z.array(words).describe('Every other spelling, in any script.'),
  spellings: z
    .array(
      z.strictObject({
        name: words.describe('As it is spelt.'),
        outlets: z.array(words).describe('Names of outlets.'),
      }),
    )
    .describe('The spellings that the copies use, with the outlets that use them.'),
  unusedAliases: z.array(words).describe('Aliases that no copy uses.'),
  roles: z.array(
    z.strictObject({
      title: words.describe('The office.'),
      from: date.nullable().describe('First day in office.'),
      to: date.nullable().describe('Last day in office.'),
    }),
  ),
  lastRole: words
    .nullable()
    .describe(
      'The office held when they said their newest words, or else where the record ends; null when none is certain.',
    ),
  quoteRole: words.nullable().describe('The office under which their last quote stands; null when it has none.'),
  outlets: count.describe('How many outlets carry quotes of theirs in texts of their own.'),
  country: words.nullable().describe('ISO 3166-1 code.'),
  wikidata: words.nullable().describe('Wikidata item.'),
  summary: z.string().describe('A sentence of ours; empty when there is none.'),
  quotes: z.array(quoteId).describe('In the order they were said.'),
  events: z.array(id).describe('Those they took part in.'),
  spokenOf: z.array(quoteId).describe('Quotes of others about them.'),
  mentions: z
    .array(
      z.strictObject({
        article: id,
        title: words.describe('Its headline.'),
        language,
        outlet: words.describe('Name of its outlet.'),
        url: address.describe('The place in it that names them.'),
      }),
    )
    .describe('Articles that name them without quoting them.'),
  corrections: z.array(z.string()).describe('Corrections that concern them, newest first.'),
})
export type SpeakerView = z.output<typeof speaker>

/** Everything that is said of a speaker. */
export function toSpeakerView(one: Speaker, record: Pick<NewsRecord, 'articles' | 'extent' | 'speakers'>): SpeakerView {
  const { aliases, name } = one
  const spellings = spellingsOf(one, record)
  const used = new Set([name, ...spellings.map((spelling) => spelling.name)])
  return {
    ...take(one, 'id', 'url', 'name', 'kind', 'aliases', 'country', 'wikidata', 'summary'),
    spellings: spellings.map((own) => ({ name: own.name, outlets: own.outlets.map((outlet) => outlet.name) })),
    unusedAliases: aliases.filter((alias) => !used.has(alias)),
    roles: one.roles.map(({ title, from, to }) => ({ title, from: from?.edtf ?? null, to: to?.edtf ?? null })),
    lastRole: lastRole(one, record.extent?.last ?? null),
    quoteRole: one.quotes.findLast(({ role }) => role !== null)?.role ?? null,
    outlets: new Set(one.quotes.flatMap(outletsOf)).size,
    quotes: toIds(one.quotes),
    events: toIds(one.events),
    spokenOf: toIds(one.spokenOf),
    mentions: one.mentions.map(({ article, url }) => ({
      article: article.id,
      ...take(article, 'title', 'language'),
      outlet: article.outlet.name,
      url,
    })),
    corrections: toIds(one.corrections),
  }
}

/** A speaker in a list, with their newest words. */
const speakerLine = z.strictObject({
  ...speaker.pick({ id: true, url: true, name: true, kind: true, lastRole: true }).shape,
  total: count.describe('How many quotes of theirs are on record.'),
  newest: quoteLine.nullable().describe('Their newest words; null when nothing is on record.'),
})
export type SpeakerLine = z.output<typeof speakerLine>

export function toSpeakerLine(one: Speaker, end: When | null): SpeakerLine {
  const newest = newestOf(one)
  return {
    ...take(one, 'id', 'url', 'name', 'kind'),
    lastRole: lastRole(one, end),
    total: one.quotes.length,
    newest: newest && toQuoteLine(newest),
  }
}

/** How many have said something, and how many of them no outlet names. */
export function countSpeaking(speakers: readonly Speaker[]): { speakers: number; unnamed: number } {
  const speaking = speakers.filter(({ quotes }) => quotes.length > 0)
  return { speakers: speaking.length, unnamed: speaking.filter(({ kind }) => kind === 'unnamed').length }
}

/** Those who say most first; by name among those who say as much. */
export function compareSpeakers(a: Speaker, b: Speaker): number {
  return b.quotes.length - a.quotes.length || a.name.localeCompare(b.name, 'en')
}

function newestOf({ quotes }: Speaker) {
  return quotes.toSorted(compareNewest)[0] ?? null
}

function lastRole(one: Speaker, end: When | null): string | null {
  return newestOf(one)?.role ?? (end ? roleOn(one.roles, end) : null)
}
