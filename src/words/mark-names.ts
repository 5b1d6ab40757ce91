/** Says of names in another script than the words around them which script that is, in HTML that is made already. */
import { getOrMake } from '../lists.ts'
import { hasLettersOf, langOf, scriptsOf } from './language.ts'

/** Scripts that a name may be in (ISO 15924); those of one group are written side by side, and the first says which it is. */
const groups = ['Latn', 'Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Thai', 'Armn', 'Geor', 'Hang', 'Hira|Kana|Hani'].map(
  (group) => group.split('|'),
)

/** Elements whose words are left as they are: they hold no elements, or no names. */
const plain = new Set('script style title textarea option code kbd pre svg'.split(' '))

const token = /<!(?:--.*?--|[^>]*)>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gs

/**
 * The same HTML, in which each name in another script than that of the language stands in an element that says which
 * (BCP 47, `und-Cyrl`) and which way it runs: of the language of a name only its script is certain. What says its language itself is
 * left as it is. In the HTML, as pages and feeds have it, what is opened is closed.
 */
export function markNames(html: string, language: string): string {
  const { any, names } = getOrMake(patterns, language, () => toPatterns(language))
  if (!any.test(html)) return html
  // The element that is left as it is, and how many of its name are open.
  let left = ''
  let open = 0
  return html.replace(token, (found: string, closes?: string, name?: string, attributes?: string) => {
    if (left) {
      if (name === left) open += closes ? -1 : 1
      if (open === 0) left = ''
    } else if (name) {
      if (!closes && name !== 'html' && (plain.has(name) || /\slang=/.test(attributes ?? ''))) {
        left = name
        open = 1
      }
    } else if (!found.startsWith('<')) return found.replace(names, toMarked)
    return found
  })
}

const patterns = new Map<string, { any: RegExp; names: RegExp }>()

/** What tells that there may be a name in another script, and what finds each; it finds addresses and character references too. */
function toPatterns(language: string): { any: RegExp; names: RegExp } {
  const own = scriptsOf(language)
  const others = groups
    .map((group) => group.filter((script) => !own.includes(script)))
    .filter(({ length }) => length > 0)
  const toLetters = (scripts: string[], by = 'Script') => scripts.map((script) => `\\p{${by}=${script}}`).join('')
  // A name goes on behind spaces and signs when letters of its script follow, but not behind what parts it from another: a comma,
  // where that is not the one of sentences that run the other way than the page, which stay whole.
  const found = others.map((group) => {
    const [letters, more] = [toLetters(group), toLetters(group, 'Script_Extensions')]
    const comma = langOf(language).dir || group.includes('Hebr') ? '،' : ','
    return `[${letters}](?:[${more}\\p{M}]|(?:[^\\p{L}&·${comma}]|·(?! )|&#?\\w+;)+(?=[${letters}]))*`
  })
  return {
    any: new RegExp(`[${toLetters(others.flat())}]`, 'u'),
    names: new RegExp(['&#?\\w+;', '(?:\\bhttps?:|(?<!\\S))/\\S+', ...found].join('|'), 'gu'),
  }
}

function toMarked(name: string): string {
  if (/^(?:&|https?:|\/)/.test(name)) return name
  const script = groups.flat().find((one) => hasLettersOf(one, name))
  const { lang, dir } = langOf(`und-${script}`)
  return `<bdi lang="${lang}"${dir ? ` dir="${dir}"` : ''}>${name}</bdi>`
}
