/**
 * Makes entries of the timeline from its data: copies of the page's `<template>` with other words, always set as text. They
 * are what `EventEntry.astro` makes of the same events.
 */

import { make } from '../../elements.ts'
import { describeDue, toLocalDay } from '../../record/reader-days.ts'
import { toTextFragment, withDirective } from '../../urls.ts'
import type { EntriesFile, EventRow, ReportRow, TextRow, WhenRow, WordsRow } from '../entries.ts'

export interface Maker {
  /** The head of an entry. */
  makeEntry(row: EventRow): HTMLElement
  /** Adds what stands below it. */
  addTexts(entry: HTMLElement, row: EventRow, texts: TextRow): void
  /** A section with its heading; of what lies ahead without a name. */
  makePeriod(period: [name: string, id: string] | null): HTMLElement
}

/** Reads the parts of an entry off a template. */
export function toMaker(template: HTMLTemplateElement, { articles, speakers }: EntriesFile): Maker {
  const copy = template.content.cloneNode(true) as DocumentFragment
  const [aheadPeriod, period] = copy.querySelectorAll('section')
  const [whole, nobodys] = copy.querySelectorAll('article')
  const find = <Found extends Element = HTMLElement>(
    selector: string,
    within: ParentNode | undefined = whole,
  ): Found => {
    const found = within?.querySelector<Found>(selector)
    if (!found) throw new Error(`The template has no ${selector}.`)
    return found
  }
  if (!whole || !nobodys || !period || !aheadPeriod) throw new Error('The template is not whole.')
  const shapes = {
    words: find('.beside .words'),
    q: find('.beside q'),
    by: find('.account > .words .by'),
    narrative: find('.by-outlet'),
    spoken: find('.by-speaker'),
    reports: find('.reports'),
    outlets: find('.outlets'),
    figures: find('.figures'),
    note: find('.notes > li'),
    beside: find('.beside'),
    more: find('.beside > .more'),
    announced: find('.announced'),
    nobodys: find('.nobodys', nobodys),
    dateSource: find('.when a'),
  }
  const frame = whole.cloneNode(true) as HTMLElement
  for (const selector of ['.outlets', '.figures', '.beside', '.announced', '.account > .words'])
    frame.querySelector(selector)?.remove()
  whole.remove()
  nobodys.remove()

  return { makeEntry, addTexts, makePeriod }

  function makePeriod(named: [name: string, id: string] | null): HTMLElement {
    const section = clone(named ? (period as HTMLElement) : (aheadPeriod as HTMLElement))
    if (named) {
      section.id = `in-${named[1]}`
      find('h2', section).textContent = named[0]
    }
    return section
  }

  function makeEntry(row: EventRow): HTMLElement {
    const { announced, nobodys: nobody } = shapes
    const entry = clone(frame)
    const isExpected = row.tone === 'expected'
    entry.id = row.id
    entry.classList.toggle('ahead', isExpected)
    find('.when', entry).classList.toggle('expected', isExpected)
    find('.dot', entry).className = `dot ${row.mark}`
    find('.when > b', entry).replaceChildren(row.when ? toDate(row.when) : 'no date given')
    find('.when > .soft', entry).replaceChildren(row.basis, ...toSource(row.source))
    const account = find('.account', entry)
    const label = find('.label', account)
    label.className = `label ${row.tone}`
    label.textContent = row.label
    setLink(find('h3 a', account), row.url, row.title)
    const due = row.due && describeDue(...row.due, toLocalDay(new Date()))
    if (due) account.append(make('b', 'due meta is-expected', due))
    if (row.by) {
      const [speaker, url, said] = row.by
      const line = clone(announced)
      const link = setLink(find('a', line), url, speakers[speaker]?.[0])
      line.replaceChildren('Announced by ', link, ...(said ? [', ', toDate(said)] : []))
      account.append(line)
    }
    if (row.nobodys) account.append(clone(nobody))
    return entry
  }

  function addTexts(entry: HTMLElement, row: EventRow, { words, reports, rest, figures, quotes, more }: TextRow): void {
    const account = find('.account', entry)
    if (words) account.append(toWords(words, true))
    if (reports)
      account.append(
        fill(
          shapes.outlets,
          reports.map((own) => fill(shapes.reports, own.map(toReport))),
        ),
      )
    if (rest) account.append(toMore(row.url, rest, 'report'))
    if (figures) account.append(fill(shapes.figures, figures.map(toFigure)))
    if (quotes) entry.append(toBeside(`${row.url}#quotes`, quotes, more))
  }

  function toSource(address: string | undefined): (Node | string)[] {
    return address ? [' (', setLink(clone(shapes.dateSource), address, 'source'), ')'] : []
  }

  function toReport({ a, at, t = '', v, w }: ReportRow): HTMLElement {
    const [address = '', outlet = '', language = '', source = '', copy] = articles[a] ?? []
    const copyUrl = `${address}#${at}`
    const item = clone(w ? shapes.spoken : shapes.narrative)
    const line = find('.meta > span', item)
    const links = line.querySelectorAll('a')
    const sourceLink = find<HTMLAnchorElement>('[rel=external]', item)
    if (w) {
      const [speaker, quote, kind, words] = w
      const first = words[2][0]
      item.firstElementChild?.replaceWith(toWords(words, false))
      const [who, where] = links
      line.replaceChildren(
        setLink(who, quote, speakers[speaker]?.[0]),
        `, ${kind} in `,
        setLink(where, copyUrl, outlet),
        copy ? `, ${copy}` : '',
      )
      sourceLink.href = toSourceUrl(source, v, toPlain(first ?? ''))
    } else {
      const text = find('.narrative', item)
      text.lang = language
      text.textContent = t
      line.replaceChildren(setLink(links[0], copyUrl, outlet), `, ${copy ?? 'in its own words'}`)
      sourceLink.href = toSourceUrl(source, v, t)
    }
    return item
  }

  function toFigure({ what, differ, given }: NonNullable<TextRow['figures']>[number]): HTMLElement {
    const group = clone(shapes.figures.firstElementChild as HTMLElement)
    const [term, shape] = group.children as unknown as [HTMLElement, HTMLElement]
    term.textContent = what + (differ ? ': the figures differ' : '')
    const figures = given.map(([words, a, speaker]) => {
      const [url = '', outlet = '', language = ''] = articles[a] ?? []
      const figure = clone(shape)
      const [number, from] = figure.children as unknown as [HTMLElement, HTMLElement]
      number.lang = language
      number.textContent = words
      const [who, where] = from.querySelectorAll('a')
      const [name, address = ''] = speaker === undefined ? [] : (speakers[speaker] ?? [])
      const outletLink = setLink(where, url, outlet)
      if (name) from.replaceChildren('given by ', setLink(who, address, name), ', in ', outletLink)
      else from.replaceChildren('given by ', outletLink, ' itself')
      return figure
    })
    shape.replaceWith(...figures)
    return group
  }

  function toBeside(all: string, quotes: NonNullable<TextRow['quotes']>, more: number | undefined): HTMLElement {
    const beside = clone(shapes.beside)
    const notes = quotes.map(([words, speaker, quote, kind]) => {
      const note = clone(shapes.note)
      const link = find<HTMLAnchorElement>('.to-words', note)
      link.href = quote
      link.replaceChildren(toWords(words, true))
      const line = find('p', note)
      const [name = '', address = ''] = speakers[speaker] ?? []
      line.replaceChildren(setLink(find('a', line), address, name), `, ${kind}`)
      return note
    })
    find('.notes', beside).replaceChildren(...notes)
    find('.more', beside).remove()
    if (more) beside.append(toMore(all, more, 'quote'))
    return beside
  }

  function toMore(url: string, number: number, noun: string): HTMLAnchorElement {
    return setLink(clone(shapes.more), url, `${number.toLocaleString('en')} more ${noun}${number === 1 ? '' : 's'}`)
  }

  /** Somebody's words: only direct ones, and the quoted pieces of others, become a `<q>`. */
  function toWords([kind, a, parts]: WordsRow, introduced: boolean): HTMLElement {
    const [, outlet = '', language = ''] = articles[a] ?? []
    const words = shapes.words.cloneNode(false) as HTMLElement
    words.className = `words ${kind} small`
    words.lang = language
    if (introduced && kind !== 'direct') {
      const by = clone(shapes.by)
      by.textContent = `${outlet} reports: `
      words.append(by)
    }
    for (const [index, part] of parts.entries()) {
      if (index > 0) words.append(' … ')
      if (kind === 'direct') words.append(toQuoted(toPlain(part)))
      else for (const piece of part) words.append(typeof piece === 'string' ? piece : toQuoted(piece[0]))
    }
    return words
  }

  function toQuoted(text: string): HTMLElement {
    const q = shapes.q.cloneNode(false) as HTMLElement
    q.textContent = text
    return q
  }
}

function toSourceUrl(source: string, directive: string | undefined, words: string): string {
  return directive ? withDirective(source, directive) : toTextFragment(source, words)
}

function toPlain(part: WordsRow[2][number]): string {
  return typeof part === 'string' ? part : part.map((piece) => (typeof piece === 'string' ? piece : piece[0])).join('')
}

function toDate([words, day]: WhenRow): HTMLElement {
  const element = document.createElement(day ? 'time' : 'span')
  if (day) element.setAttribute('datetime', day)
  element.textContent = words
  return element
}

function clone<Shape extends Element>(shape: Shape): Shape {
  return shape.cloneNode(true) as Shape
}

/** A copy of a list with other items. */
function fill(shape: HTMLElement, items: HTMLElement[]): HTMLElement {
  const list = shape.cloneNode(false) as HTMLElement
  list.append(...items)
  return list
}

function setLink(link: Element | undefined, url: string, text = ''): HTMLAnchorElement {
  const anchor = link as HTMLAnchorElement
  anchor.setAttribute('href', url)
  anchor.textContent = text
  return anchor
}
