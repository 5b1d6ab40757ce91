/** The filters of the timeline: what is chosen, in the address and on the page. */

import { make, makeButton } from '../../../elements.ts'
import { say } from '../../../words/say.ts'
import { startChunks } from './chunks.ts'
import { makeControls } from './controls.ts'
import { type Choosing, type FilterFile, narrow, readChoosing, writeChoosing } from './narrow.ts'
import { startResults } from './results.ts'

/** What a history entry remembers beside its address: how many results were shown. */
interface Place {
  shown?: number
}

/** Loads the record and brings the filters to life; throws when it cannot be loaded. */
export async function startFilters(root: HTMLElement): Promise<void> {
  const get = <Found extends HTMLElement>(name: string, within: ParentNode = root): Found =>
    within.querySelector(`[data-${name}]`) as Found
  const status = get('status')
  const answer = get('answer')
  const chips = get('chosen')
  const orders = [...get('order').querySelectorAll('a')]
  const { home = '/', choice = '', entries = '' } = root.dataset
  let file: FilterFile
  try {
    file = await load(entries)
  } catch (error) {
    answer.hidden = false
    status.textContent = say('narrow.failed')
    throw error
  }
  const { groups } = file
  const values = groups.flatMap(({ by, values: list }) => list.map(([id, name]) => ({ by, id, name })))
  const numbers = new Map(values.map(({ by, id }, number) => [`${by}=${id}`, number]))
  const own = location.pathname
  const heading = startHeading(file.summary, choice !== '' && !choice.startsWith('order='))
  const results = startResults({
    file,
    chunks: startChunks(entries, file),
    list: get('list', document),
    scale: get('scale', document),
    allAhead: root.dataset['ahead'] ?? '',
    onShown: (shown) => history.replaceState({ ...history.state, shown } satisfies Place, ''),
  })
  const controls = makeControls(get('ways'), groups, (value) => {
    if (!chosen.delete(value)) chosen.add(value)
    push()
  })
  let chosen = new Set<number>()
  let isOldest = false
  let unknown = 0

  for (const link of orders)
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      isOldest = link.dataset['to'] === 'oldest'
      push()
    })
  addEventListener('popstate', () => {
    // The address of a page that is not the one at hand.
    if (location.pathname !== own && location.pathname !== home) location.reload()
    else show()
  })
  get('order').hidden = false
  show()

  /** Shows what the address says. */
  function show(): void {
    const isOwn = location.pathname === own && location.search === ''
    const choosing = readChoosing(isOwn ? `?${new URLSearchParams(choice)}` : location.search, groups)
    const found = choosing.values.map(({ by, id }) => numbers.get(`${by}=${id}`))
    chosen = new Set(found.filter((number) => number !== undefined))
    unknown = found.length - chosen.size
    isOldest = isOwn ? choice === 'order=oldest' : choosing.oldest
    update(isOwn, false)
  }

  function push(): void {
    unknown = 0
    const address = home + writeChoosing(toChoosing())
    if (address !== location.pathname + location.search) history.pushState({}, '', address)
    update(location.pathname === own && location.search === '', true)
  }

  function update(isBuilt: boolean, isPicked: boolean): void {
    const found = narrow(file, chosen)
    controls.update(chosen, found.counts)
    const order = isOldest ? 'oldest' : 'newest'
    for (const link of orders) {
      const to = link.dataset['to']
      link.href = home + writeChoosing({ ...toChoosing(), oldest: to === 'oldest' })
      if (to === order) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    const total = file.events.length
    const numbers = { found: found.found.length, n: total }
    const text = isOldest ? say('narrow.foundOldest', numbers) : say('narrow.found', numbers)
    answer.hidden = isBuilt && chosen.size === 0
    status.textContent = unknown > 0 ? say('narrow.unknown', { found: text }) : text
    chips.replaceChildren(...toChips(total))
    heading.update(isBuilt, order)
    if (isBuilt) results.showBuilt()
    else {
      const { shown }: Place = history.state ?? {}
      results.show({
        found: found.found,
        isWhole: chosen.size === 0,
        isOldest,
        isPicked,
        shown: shown ?? 0,
        nothing: toNothing(total),
      })
    }
  }

  function toChoosing(): Choosing {
    return { values: [...chosen].sort((a, b) => a - b).flatMap((number) => values[number] ?? []), oldest: isOldest }
  }

  function toChips(total: number): HTMLElement[] {
    if (chosen.size === 0) return []
    const list = toChoosing().values as typeof values
    const items = list.map(({ by, id, name }, index) => {
      const chip = makeButton(name, '', () => {
        chosen.delete(numbers.get(`${by}=${id}`) ?? -1)
        push()
        refocus(index)
      })
      chip.setAttribute('aria-label', say('narrow.removed', { name }))
      return make('li', '', chip)
    })
    return [...items, make('li', '', makeClear(total))]
  }

  function makeClear(total: number): HTMLElement {
    return makeButton(say('narrow.showAll', { n: total }), 'clear', () => {
      chosen.clear()
      push()
      refocus(0)
    })
  }

  /** The button that was pressed is gone: the one in its place, or the way to narrow. */
  function refocus(index: number): void {
    const next = chips.querySelectorAll('button')[index] ?? root.querySelector('summary')
    next?.focus()
  }

  /** Nothing is left: says so, and what would be left without each choice. */
  function toNothing(total: number): HTMLElement {
    const names = (toChoosing().values as typeof values).map(({ name }) => name).join('; ')
    const ways = [...chosen].flatMap((value) => {
      const left = narrow(file, new Set([...chosen].filter((other) => other !== value))).found.length
      if (left === 0) return []
      const without = makeButton(say('narrow.without', { name: values[value]?.name ?? '', n: left }), '', () => {
        chosen.delete(value)
        push()
        refocus(0)
      })
      return [make('li', '', without)]
    })
    const text = names ? say('narrow.nothingOf', { names }) : say('narrow.nothing')
    return make(
      'div',
      'nothing narrowing',
      make('p', '', text),
      make('ul', 'instead meta', ...ways, make('li', '', makeClear(total))),
    )
  }
}

async function load(address: string): Promise<FilterFile> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return (await response.json()) as FilterFile
}

/** The heading of a part of the timeline is not that of another choice. */
function startHeading(summary: FilterFile['summary'], isPart: boolean) {
  const head = document.querySelector('main .head') as HTMLElement
  const title = head.querySelector('h1') as HTMLElement
  const lines = [...head.querySelectorAll<HTMLElement>('p:not(.label)')]
  const built = { page: document.title, title: title.textContent, words: [...(lines[0]?.childNodes ?? [])] }
  return {
    update: (isBuilt: boolean, order: 'newest' | 'oldest'): void => {
      const name = order === 'newest' ? say('nav.timeline') : say('timeline.oldest')
      title.textContent = isBuilt ? built.title : name
      document.title = isBuilt ? built.page : built.page.replace(/^.* · /, `${name} · `)
      lines[0]?.replaceChildren(...(isBuilt ? built.words : [summary[order]]))
      // Kept in place, so that the controls do not move.
      if (isPart && lines[1]) lines[1].style.visibility = isBuilt ? '' : 'hidden'
    },
  }
}
