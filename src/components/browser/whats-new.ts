/**
 * Shows a returning reader what is new since the last visit. What was seen is kept in this browser alone, and only where
 * it may be kept: where the store is closed nothing is shown and nothing fails.
 */
import { make, makeLink } from '../../elements.ts'
import type { Change, Changes } from '../../views/changes.ts'
import { toDay } from '../../words/reader-days.ts'
import { say } from '../../words/say.ts'
import { compareVisits, readVisits, type Visits, visit } from './visits.ts'

/** So many of a group are listed. */
const most = 12

const section = document.querySelector<HTMLElement>('[data-since]')
const store = section && openStore(`on-record ${section.dataset['since']}`)
if (section && store) void start(section, store)

interface Store {
  read: () => Visits | null
  write: (visits: Visits | null) => void
}

function openStore(key: string): Store | null {
  try {
    const kept = window.localStorage
    return {
      read: () => readVisits(kept.getItem(key)),
      write: (visits) => {
        try {
          if (visits) kept.setItem(key, JSON.stringify(visits))
          else kept.removeItem(key)
        } catch {
          // A full or closed store keeps nothing.
        }
      },
    }
  } catch {
    return null
  }
}

async function start(box: HTMLElement, kept: Store): Promise<void> {
  const note = find(box, 'note')
  const toggle = find(box, 'switch')
  const forget = find(box, 'forget')
  const groups = find(box, 'groups')
  const tell = (words: string, action: string): void => {
    note.textContent = words
    toggle.textContent = action
    box.hidden = false
  }
  const clear = (): void => {
    groups.replaceChildren()
    forget.hidden = true
    for (const mark of document.querySelectorAll('.is-new')) mark.remove()
  }
  toggle.addEventListener('click', () => {
    const isOff = isSwitchedOff(kept.read())
    clear()
    kept.write(isOff ? null : { off: true })
    if (!isOff) return tell(say('new.off'), say('new.switchOn'))
    // Said once it is so: who leaves before has seen nothing yet.
    void tryToLook().then(() => isSwitchedOff(kept.read()) || tell(say('new.from'), say('new.switchOff')))
  })
  forget.addEventListener('click', () => {
    clear()
    kept.write(null)
    tell(say('new.forgotten'), say('new.switchOff'))
    toggle.focus()
  })
  const look = async (): Promise<void> => {
    if (isSwitchedOff(kept.read())) return tell(say('new.off'), say('new.switchOn'))
    const answer = await fetch(box.dataset['since'] ?? '')
    if (!answer.ok) return
    const list = (await answer.json()) as Changes
    // While it was on its way somebody may have switched this off, or had it forgotten.
    const known = kept.read()
    if (isSwitchedOff(known)) return
    const now = visit(known, list, new Date())
    kept.write(now)
    if (!now.before || !now.since) return
    const { happened, added, changed } = compareVisits(list, now.before, now.since)
    const day = toDay(new Date(`${now.since}T12:00:00`), document.documentElement.lang)
    groups.replaceChildren(
      ...toGroup(say('new.happened'), happened),
      ...toGroup(say('new.added'), added),
      ...toGroup(say('new.changed'), changed),
    )
    const all = [...happened, ...added, ...changed]
    forget.hidden = false
    find(box, 'more').hidden = all.length < list.changes.length || list.whole
    markNew(box, all)
    tell(all.length === 0 ? say('new.lastNothing', { day }) : say('new.last', { day }), say('new.switchOff'))
  }
  // A list that does not come is one that is not shown.
  const tryToLook = (): Promise<void> => look().catch(() => undefined)
  await tryToLook()
}

function isSwitchedOff(visits: Visits | null): visits is { off: true } {
  return visits !== null && 'off' in visits
}

function toGroup(name: string, changes: readonly Change[]): HTMLElement[] {
  if (changes.length === 0) return []
  const items = changes
    .slice(0, most)
    .map(({ url, title, when }) => make('li', '', makeLink(url, title), ' ', make('span', '', when)))
  if (changes.length > most) items.push(make('li', '', say('count.more', { n: changes.length - most })))
  return [make('div', '', make('h3', '', name), make('ul', '', ...items))]
}

/** A small word behind the links of this page that lead to something new. */
function markNew(box: HTMLElement, changes: readonly Change[]): void {
  const fresh = new Set(changes.map(({ url }) => url))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main [data-new-marks] a')) {
    if (box.contains(link) || !fresh.delete(link.pathname)) continue
    link.after(make('span', 'is-new meta', ` ${say('new.mark')}`))
  }
}

function find(box: HTMLElement, name: string): HTMLElement {
  return box.querySelector(`[data-since-${name}]`) ?? document.createElement('p')
}
