/** Shows on a page of `astro dev` what is wrong with the record, which pages are drafts, and what a search goes through. */
import { make } from '../../elements.ts'
import type { Notes } from '../answers.ts'

export async function showNotes(address: string): Promise<void> {
  const response = await fetch(`${address}?page=${encodeURIComponent(location.pathname)}`)
  const { errors, drafts, search } = (await response.json()) as Notes
  if (errors) document.body.prepend(note('pre', errors, 'max-height: 40vh; overflow: auto; white-space: pre-wrap'))
  for (const form of document.querySelectorAll('form[role=search]')) form.after(note('p', search))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a')) {
    if (drafts.includes(link.pathname)) link.append(note('small', 'draft'))
  }
  if (drafts.includes(location.pathname)) document.querySelector('h1')?.append(note('small', 'draft'))
}

/** An element that looks like none of the site. */
function note(tag: 'p' | 'pre' | 'small', text: string, style = ''): HTMLElement {
  const element = make(tag, '', text)
  element.dataset['note'] = ''
  element.style.cssText = `all: revert; margin: 0 0.5ch; padding: 0.2em 0.6ch; background: #ffe9c7; color: #3d2500; font: 0.8rem monospace; ${style}`
  return element
}
