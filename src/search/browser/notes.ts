/** What an answer says besides its results: what was not understood, what is nowhere, what is shown instead. */
import { toLiteral } from '../edit.ts'
import type { Answer } from './ask.ts'
import { joined, type ShowOptions } from './show.ts'
import { link, type Tree, tree } from './tree.ts'

/** An answer that found nothing: what was searched, what of the query was not understood, and what to try. */
export function showNothing(answer: Answer, text: string, { toPage }: ShowOptions): Tree[] {
  const { absent, instead, query, scope } = answer
  const words = new Set(query.terms.flat().flatMap((choice) => choice.words)).size
  const isApart = absent.length === 0 && answer.nobody.length === 0 && words > 1
  return [
    tree('p', '', 'Nothing found for ', tree('strong', '', text), '.'),
    ...(isApart && instead !== null ? [tree('p', 'meta', 'Its words are on record, but not like this.')] : []),
    ...(instead === null ? [] : [tree('p', 'meta', 'Search for ', link(toPage(instead), instead), ' instead.')]),
    ...toNotes(answer),
    tree('p', 'meta soft', scope),
  ]
}

/** What is said above the results. */
export function showNotes(answer: Answer, text: string, options: ShowOptions): Tree[] {
  return [...toNearest(answer, text, options), ...toNotes(answer)]
}

/** What was answered in place of what was typed, and why. */
function toNearest({ absent, isPart, showing }: Answer, text: string, { toPage }: ShowOptions): Tree[] {
  const strong = absent.map((word) => tree('strong', '', word))
  const literal = toLiteral(text)
  return [
    ...(absent.length > 0 ? [tree('p', '', 'Nothing on record has ', ...joined(strong), '.')] : []),
    ...(showing === null
      ? []
      : [
          tree(
            'p',
            '',
            'Showing ',
            tree('strong', '', showing),
            '; search for ',
            link(toPage(literal), text),
            ' instead.',
          ),
        ]),
    ...(isPart ? [tree('p', '', 'Nothing has all of these words. Showing what has most of them.')] : []),
  ]
}

/** What of a query was not understood, and how dates were read. */
function toNotes({ dates, nobody, query: { misread, unknown } }: Answer): Tree[] {
  const notes = [
    ...unknown.map((operator) => ['There is no operator ', `${operator}:`, '; it was searched as text.']),
    ...misread.map((text) => ['Left out ', text, ', which cannot be read.']),
    ...nobody.map(({ by, name }) => [`No ${by} on record is called `, name, '.']),
    ...dates.map(([typed, read]) => [`Read ${typed} as `, read, '.']),
  ]
  return notes.map(([before = '', what = '', after = '']) => tree('p', 'meta', before, tree('strong', '', what), after))
}
