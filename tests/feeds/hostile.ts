/** Records whose every field holds hostile text, and what may be left of such text, worked out by other means. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { NewsRecord } from '../../src/record/types.ts'
import { bridge, toRecord } from '../sample.ts'

/** Any character but halves of one: fast-check's own unit `binary` takes a second and a half to be made. */
export const anyCharacter = fc
  .nat(0x10_ffff - 0x800)
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))

/** Text that breaks out of something: markup, calendars, TeX, RIS, templates, formulas, control characters. */
export const hostileText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['<script>alert(1)</script>', ']]>', '<![CDATA[', '&amp;', '&#0;', '-->', '"', "'", '“', '”', '\\', '\\n'],
        ...[
          '\r\n',
          '\n',
          '\r',
          '\u2028',
          '\u2029',
          '\u0085',
          '\u0000',
          '\u0007',
          '\u001b',
          '\u007f',
          '\ufffe',
          '\ud800',
        ],
        ...['END:VEVENT', 'ATTACH:', ';', ',', ':', '\r\nER  - \r\n', 'TY  - ', '{', '}', '%', '$', '#', '_', '~', '^'],
        ...[
          '@article{',
          '\\input{x}',
          '|',
          '}}',
          '{{',
          '[[',
          ']]',
          "''",
          '<ref>',
          '</nowiki>',
          '=',
          '*',
          '`',
          '![',
          '](',
          ')',
        ],
        ...['javascript:alert(1)', 'é', 'Ж', '日', '🚢', '\u202e', ' ', 'word', 'a '.repeat(40)],
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
)

/** How often a property is tried: each piece comes some ten times, and each run of the tests tries others. */
export const runs = { numRuns: 200 }

const plain = toRecord(bridge)

/** The bridge record with the text in every field that an author or an article fills. */
export function toHostileRecord(text: string): NewsRecord {
  const record = structuredClone(plain)
  const words = text || 'x'
  const { story, articles, outlets, speakers, topics, events, quotes } = record
  Object.assign(story, { name: text, subject: text, language: 'en' })
  for (const outlet of outlets) outlet.name = text
  for (const speaker of speakers) Object.assign(speaker, { name: text, summary: text })
  for (const topic of topics) Object.assign(topic, { name: text, summary: text })
  for (const article of articles)
    Object.assign(article, { title: text, agency: text, captureNote: text, address: text })
  for (const quote of quotes) {
    Object.assign(quote, { role: text, saidBasis: text, context: text })
    for (const wording of quote.wordings) {
      Object.assign(wording, { saidBasis: text, sourceUrl: text, context: text, text: words })
      for (const part of wording.parts) {
        const pieces = [{ text: words, quoted: part.kind === 'direct' }]
        Object.assign(part, { text: words, pieces, verbatim: words })
      }
    }
  }
  for (const event of events) {
    Object.assign(event, { title: text, place: text, summary: text, dateBasis: text, outcome: text })
    for (const report of event.reports) Object.assign(report, { text, sourceUrl: text })
  }
  return record
}

/** What a reader gets of a text: no control characters, halves of pairs or noncharacters; white space folded. */
export function toExpected(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isControl = (code < 0x20 && ![9, 10, 13].includes(code)) || (code >= 0x7f && code <= 0x9f)
    const isHalf = code >= 0xd800 && code <= 0xdfff
    const isNone = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe
    if (!isControl && !isHalf && !isNone) kept += character
  }
  return kept.split(/\s+/).filter(Boolean).join(' ')
}

/** An outlet's quoted term loses its quotation marks outside the copy. */
export function withoutMarks(text: string): string {
  return text.replace(/[“”„«‟‘'"»’]/g, '')
}

/** Whether words stand in a text, white space and line breaks aside. */
export function holds(text: string, words: string): void {
  const tight = (one: string) => toExpected(one).replace(/ /g, '')
  assert.ok(tight(text).includes(tight(words)), `${words} in ${text}`)
}
