/** The templates `cite news` and `cite web` of the English Wikipedia. They set `quote` in quotation marks, so only direct words go there. */
import { toLine } from '../feeds/plain.ts'
import type { Citation } from './citation.ts'

/** `accessed` is the day on which it is copied. */
export function toWiki(citation: Citation, accessed: string | null = null): string {
  const { address, agency, archived, direct, is, language, published, title, work } = citation
  const isNews = is === 'newspaper article'
  const fields: [name: string, value: string | null][] = [
    ['title', escapeWiki(title)],
    [isNews ? 'work' : 'website', escapeWiki(work)],
    ['agency', agency && escapeWiki(agency)],
    ['date', published],
    ['language', language],
    ['url', address && escapeAddress(address)],
    ['archive-url', archived && escapeAddress(archived.address)],
    ['archive-date', archived?.date ?? null],
    ['access-date', accessed],
    ['quote', direct && escapeWiki(direct)],
  ]
  const given = fields.filter(([, value]) => value).map(([name, value]) => ` |${name}=${value}`)
  return `{{cite ${isNews ? 'news' : 'web'}${given.join('')}}}`
}

/** Text that is no markup: what opens a template, a link, a tag, a signature or a magic word becomes its number. */
function escapeWiki(text: string): string {
  return toLine(text).replace(
    /[&<>[\]{}|~]|'(?=')|(?<=')'|_(?=_)|(?<=_)_/g,
    (character) => `&#${character.charCodeAt(0)};`,
  )
}

/** One `~` is no signature, and `%7E` would make a text fragment (`#:~:text=`) one that no browser knows. */
function escapeAddress(address: string): string {
  return address.replace(
    /[[\]{}|'<>"\s]|~(?=~)|(?<=~)~/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
