/** What is computed, set into a page of one's own where its name stands in braces: `{contents}`. */
import type { ProseNode } from './nodes.ts'

/** Each value by its name, with what a reader is given for it. */
export const valueNames = {
  name: 'the name of the site',
  subject: 'what the story is about, from `story.md`',
  contents: 'how much is on record, and of which days the articles are',
  kinds: 'the kinds of its events',
  said: 'that word, in its colour',
  happened: 'that word, in its colour',
  expected: 'that word, in its colour',
  due: 'that the story is being followed, and what *due* goes by; nothing while it is not',
  visits: 'what a reader’s own browser keeps; nothing while the story is not followed',
  data: 'a list of the data files',
  feeds: '*feed or a calendar*, as a link',
  corrections: '*Corrections*, as a link',
  contact: 'how to tell us of an error, or that no address was given',
} as const
export type ValueName = keyof typeof valueNames

const form = /\{([a-z][a-z -]*)\}/g

/** The names in braces in a text, known or not, with their places. */
export function findValues(text: string): { name: string; index: number }[] {
  return Array.from(text.matchAll(form), ({ 1: name = '', index }) => ({ name, index }))
}

/** Whether a value has that name. */
export function isValueName(name: string): name is ValueName {
  return Object.hasOwn(valueNames, name)
}

/** The names of the values that prose asks for. */
export function valuesIn(nodes: readonly ProseNode[]): ValueName[] {
  const names = nodes.flatMap((node) =>
    typeof node === 'string'
      ? findValues(node).flatMap(({ name }) => (isValueName(name) ? name : []))
      : valuesIn(node.children),
  )
  return [...new Set(names)]
}

/** Prose with each value in its place. A list takes the place of the paragraph that it stands in alone. */
export function setValues(nodes: readonly ProseNode[], toValue: (name: ValueName) => ProseNode[]): ProseNode[] {
  return nodes.flatMap((node): ProseNode[] => {
    if (typeof node === 'string') return setInText(node, toValue)
    const children = setValues(node.children, toValue)
    if (node.tag !== 'p') return [{ ...node, children }]
    // What has nothing to say leaves no empty paragraph.
    if (children.every((child) => typeof child === 'string' && child.trim() === '')) return []
    const [only] = children
    return children.length === 1 && typeof only === 'object' && only.tag === 'ul' ? [only] : [{ ...node, children }]
  })
}

function setInText(text: string, toValue: (name: ValueName) => ProseNode[]): ProseNode[] {
  const nodes: ProseNode[] = []
  let at = 0
  for (const { name, index } of findValues(text)) {
    if (!isValueName(name)) continue
    nodes.push(text.slice(at, index), ...toValue(name))
    at = index + name.length + 2
  }
  return [...nodes, text.slice(at)].filter((node) => node !== '')
}
