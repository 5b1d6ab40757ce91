/** What an answer says besides its results: what was not understood, what is nowhere, what is shown instead. */
import { say, sayWith } from '../../words/say.ts'
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
    tree('p', '', ...sayWith<Tree>('search.nothing', { text: tree('strong', '', text) })),
    ...(isApart && instead !== null ? [tree('p', 'meta', say('search.apart'))] : []),
    ...(instead === null
      ? []
      : [tree('p', 'meta', ...sayWith<Tree>('search.instead', { text: link(toPage(instead), instead) }))]),
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
  const instead = link(toPage(toLiteral(text)), text)
  return [
    ...(absent.length > 0
      ? [tree('p', '', ...sayWith<Tree>('search.absent', { words: tree('span', '', ...joined(strong)) }))]
      : []),
    ...(showing === null
      ? []
      : [tree('p', '', ...sayWith<Tree>('search.showing', { shown: tree('strong', '', showing), text: instead }))]),
    ...(isPart ? [tree('p', '', say('search.part'))] : []),
  ]
}

/** What of a query was not understood, and how dates were read. */
function toNotes({ dates, nobody, query: { misread, unknown } }: Answer): Tree[] {
  const strong = (text: string): Tree => tree('strong', '', text)
  const noBody = {
    speaker: (name: Tree) => sayWith<Tree>('search.nobody.speaker', { name }),
    outlet: (name: Tree) => sayWith<Tree>('search.nobody.outlet', { name }),
    topic: (name: Tree) => sayWith<Tree>('search.nobody.topic', { name }),
    place: (name: Tree) => sayWith<Tree>('search.nobody.place', { name }),
  }
  const notes = [
    ...unknown.map((operator) => sayWith<Tree>('search.unknown', { operator: strong(`${operator}:`) })),
    ...misread.map((text) => sayWith<Tree>('search.misread', { text: strong(text) })),
    ...nobody.map(({ by, name }) => noBody[by](strong(name))),
    ...dates.map(([typed, read]) => sayWith<Tree>('search.read', { typed, read: strong(read) })),
  ]
  return notes.map((words) => tree('p', 'meta', ...words))
}
