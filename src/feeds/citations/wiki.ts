/** The template `cite news` of the English Wikipedia. It sets its `quote` in quotation marks, so only direct words go there. */
import { toLine } from '../plain.ts'
import { type Citation, toNote } from './citation.ts'
import { toSentence } from './text.ts'

export function toWiki(citation: Citation): string {
  const { is, title, container, published, language, address, about, direct, ours, siteName } = citation
  const fields: [name: string, value: string | null][] = [
    ['title', escapeWiki(title)],
    [is === 'newspaper article' ? 'work' : 'website', escapeWiki(container)],
    ['date', published],
    ['language', language],
    ['url', address && escapeAddress(address)],
    ['quote', direct && escapeWiki(direct)],
  ]
  const given = fields.filter(([, value]) => value).map(([name, value]) => ` |${name}=${value}`)
  const template = `{{cite ${is === 'newspaper article' ? 'news' : 'web'}${given.join('')} |access-date=}}`
  // The template has the direct words already.
  const note = direct ? about : toNote(citation)
  const said = note ? ` ${escapeWiki(toSentence(note))}` : ''
  return `${template}${said} ${escapeWiki(siteName)}: ${escapeAddress(ours)}`
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
