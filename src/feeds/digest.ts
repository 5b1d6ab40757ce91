/**
 * A letter of what came into the record or changed in it during its newest week: HTML, plain text, and both as a message
 * (RFC 5322, MIME) that a program for mail sends as it is.
 */
import { hash } from 'node:crypto'
import { origin } from '../site.ts'
import { urls } from '../urls.ts'
import { joinKnown } from '../words/count.ts'
import { toWords } from '../words/dates.ts'
import { langOf } from '../words/language.ts'
import { markNames } from '../words/mark-names.ts'
import { say } from '../words/say.ts'
import type { FeedEntry } from './entries.ts'
import { type Feed, feedLength } from './feeds.ts'
import { element, fragment, type Markup } from './markup.ts'
import { toLine } from './plain.ts'

/** Days that a digest goes back from the newest day of the record, that day included. */
const week = 7
const oneDay = 86_400_000

/** What a feed has of its record's newest week. */
export interface Digest {
  feed: Feed
  /** First and last day, `2031-03-11`. */
  from: string
  to: string
  entries: FeedEntry[]
}

/** The files of a digest by their names; none where nothing came or changed. */
export const digestFiles = {
  'digest.html': toHtml,
  'digest.txt': toText,
  'digest.eml': toMessage,
} as const

/** The digest of a feed for a record whose newest day is given; null when the feed has nothing of that week. */
export function toDigest(feed: Feed, asOf: string): Digest | null {
  const from = new Date(Date.parse(asOf) - (week - 1) * oneDay).toISOString().slice(0, 10)
  const entries = feed.entries.filter(({ updated }) => updated.slice(0, 10) >= from)
  return entries.length > 0 ? { feed, from, to: asOf, entries } : null
}

function toTitle({ feed, from, to }: Digest): string {
  return say('comma', { before: feed.title, after: toWords(`${from}/${to}`) })
}

function describe({ entries }: Digest): string {
  const added = entries.filter(isNew).length
  const changed = entries.length - added
  const counts = joinKnown([
    added > 0 && say('digest.added', { n: added }),
    changed > 0 && say('digest.changed', { n: changed }),
  ])
  // There may be more that the feed has no room for.
  return entries.length < feedLength ? counts : say('digest.newest', { n: feedLength, counts })
}

const isNew = ({ published, updated }: FeedEntry): boolean => published === updated

const dayWords = (entry: FeedEntry): string =>
  say(isNew(entry) ? 'digest.addedOn' : 'digest.changedOn', { date: toWords(entry.updated.slice(0, 10)) })

function toHtml(digest: Digest): string {
  const { entries, feed } = digest
  const title = toTitle(digest)
  const metas: Markup = { markup: '<meta charset="utf-8"><meta name="robots" content="noindex">' }
  const page = element(
    'html',
    langOf(feed.language),
    element('head', {}, metas, element('title', {}, title)),
    element(
      'body',
      {},
      element(
        'main',
        {},
        element('h1', {}, title),
        element('p', {}, `${describe(digest)}. `, element('a', { href: urls.absolute(feed.page) }, feed.siteName)),
        ...entries.map((entry) =>
          fragment(
            element('h2', {}, element('a', { href: entry.url }, entry.title)),
            element('p', {}, `${dayWords(entry)}.`),
            { markup: entry.html },
          ),
        ),
      ),
    ),
  )
  return `<!doctype html>${markNames(page.markup, feed.language)}\n`
}

function toText(digest: Digest): string {
  const { entries, feed } = digest
  const list = entries.map((entry) => `* ${entry.title}\n  ${dayWords(entry)}. ${entry.url}\n`)
  return `${toTitle(digest)}\n${describe(digest)}. ${urls.absolute(feed.page)}\n\n${list.join('\n')}`
}

/** A message to nobody yet: whoever sends it names the receivers outside of it. */
function toMessage(digest: Digest): string {
  const { feed } = digest
  const [html, text] = [toHtml(digest), toText(digest)]
  const id = hash('sha256', html).slice(0, 32)
  const host = origin ? new URL(origin).host : 'localhost'
  const boundary = `part-${id}`
  const part = (type: string, body: string): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(body)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
  ]
  return `${[
    `From: ${encode(feed.siteName)} <digest@${host}>`,
    'To: undisclosed-recipients:;',
    `Subject: ${encode(`${toTitle(digest)}: ${describe(digest)}`)}`,
    `Date: ${new Date(feed.updated).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@${host}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${boundary}--`,
  ].join('\r\n')}\r\n`
}

/** Words of a header in any script (RFC 2047): pieces of at most 75 characters, none of which cuts a character. */
function encode(words: string): string {
  const pieces: string[] = ['']
  for (const character of toLine(words)) {
    const last = `${pieces.at(-1)}${character}`
    if (Buffer.byteLength(last) > 42) pieces.push(character)
    else pieces[pieces.length - 1] = last
  }
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')
}
