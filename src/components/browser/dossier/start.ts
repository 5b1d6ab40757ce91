/** The page of the reader's dossier: what is kept, or what an address carries; everything that comes from either is text. */
import type { Citation } from '../../../citations/citation.ts'
import {
  compare,
  type Kept,
  pickToday,
  readFile,
  readFragment,
  type Today,
  toFile,
  toFragment,
  toKept,
} from '../../../citations/dossier.ts'
import { dossierFormats } from '../../../citations/dossier-formats.ts'
import { make, makeButton, makeLink } from '../../../elements.ts'
import { say } from '../../../words/say.ts'
import { changeStore, key, readStore } from './store.ts'
import { loadThing, toAddress } from './things.ts'

const box = document.querySelector('[data-dossier]') as HTMLElement
const part = (name: string): HTMLElement => box.querySelector(`[data-${name}]`) as HTMLElement
const list = part('things')
const line = part('line')
const ways = part('ways')

/** Whether it came by an address, and is not the reader's own. */
let isGiven = false
let shown: Kept[] = []
/** As it was before something was removed. */
let before: Kept[] | null = null
/** As the page has it for dates. */
const locale = document.querySelector<HTMLElement>('[data-locale]')?.dataset['locale']
const known = new Map<string, Promise<Today>>()

addEventListener('hashchange', () => {
  // Another fragment is a place on this page.
  if (/^$|\//.test(location.hash)) start()
})
addEventListener('storage', (event) => {
  if (event.key === key && !isGiven) start()
})
const button = (name: string, act: () => unknown): void => ways.append(makeButton(name, '', act))
button(say('dossier.print'), () => print())
for (const { ending, name, type, write } of dossierFormats)
  button(name, async () => {
    const entries = (await Promise.all(shown.map(toEntry))).flatMap((entry) => entry ?? [])
    save(`dossier.${ending}`, type, write(entries, today()))
  })
button(say('dossier.save'), () => save('dossier.json', 'application/json', toFile(shown)))
const file = part('file') as HTMLInputElement
file.addEventListener('change', open)
button(say('dossier.copyAddress'), () => {
  navigator.clipboard.writeText(`${location.href.replace(/#.*/s, '')}#${toFragment(shown)}`).then(
    () => tell(say('copy.done')),
    () => tell(say('copy.refused')),
  )
})
part('keep-all').addEventListener('click', async () => {
  const more = (await Promise.all(shown.map(toOwn))).flatMap((kept) => kept ?? [])
  addNew(more)
  location.hash = ''
})
part('put-back').addEventListener('click', () => {
  const whole = before
  if (whole) change(() => whole)
  before = null
  start()
  focusOn(0)
})
part('clear').addEventListener('click', () => remove(() => false))
box.hidden = false
start()

function start(): void {
  isGiven = location.hash.includes('/')
  const { list: asked, wrong } = readFragment(isGiven ? location.hash : '')
  shown = isGiven ? asked : readStore()
  part('given').hidden = !isGiven
  part('own').hidden = isGiven
  part('wrong').textContent = wrong.length > 0 ? say('dossier.wrong', { text: wrong.join(' ') }) : ''
  part('none').hidden = shown.length > 0
  for (const name of ['some', 'clear']) part(name).hidden = shown.length === 0
  part('put-back').hidden = before === null
  list.replaceChildren(...shown.map(toItem))
  void compareAll(shown)
}

/** Says how many are not as they were kept. */
async function compareAll(all: readonly Kept[]): Promise<void> {
  const differs = await Promise.all(
    all.map(async (kept) => {
      const now = await loaded(kept)
      return now.is === 'gone' || now.is === 'withdrawn' || compare(kept, now).length > 0
    }),
  )
  if (all !== shown) return
  const n = differs.filter(Boolean).length
  part('state').textContent = all.length > 0 ? say('dossier.compared', { n, all: all.length }) : ''
}

function toItem(kept: Kept, at: number): HTMLLIElement {
  const body = make('div', '')
  const item = make('li', '', body)
  drawThing(body, kept)
  void loaded(kept).then((now) => drawThing(body, kept, now, at))
  if (!isGiven) item.append(toNote(kept), toButtons(kept, at))
  return item
}

/** What it is, and what has come of it since it was kept; while that is not known, and of what is no more, as it was kept. */
function drawThing(body: HTMLElement, kept: Kept, now?: Today, at = 0): void {
  const citation = now ? pickToday(kept, now) : null
  const name = citation ? (citation.speaker?.name ?? citation.title) : kept.name || kept.id
  body.replaceChildren(make('h2', '', now?.is === 'gone' ? name : makeLink(toAddress(kept.id), name)))
  if (citation) body.append(...toWords(citation), toSource(citation))
  const note = (words: string): void => body.append(make('p', 'since meta', words))
  if (kept.day) {
    const day = new Date(`${kept.day}T12:00`).toLocaleDateString(locale, { dateStyle: 'long' })
    body.append(make('p', 'meta soft', say('dossier.keptOn', { day })))
  }
  if (!now) return
  if (now.is === 'gone') note(say('dossier.gone', { id: kept.id }))
  if (now.is === 'withdrawn') note(say('dossier.withdrawn'))
  if (now.is === 'unread') note(say('dossier.unread'))
  const since = compare(kept, now)
  if (since.includes('words')) note(say('dossier.words'))
  else if (since.includes('facts')) note(say('dossier.facts'))
  if (since.includes('corrected')) note(say('dossier.corrected'))
  // Never as the words of the record: they are the reader's copy.
  if (kept.words && (!citation || since.includes('words')))
    body.append(make('p', 'meta', say('dossier.then')), make('blockquote', 'then', ...toWords(kept)))
  if (now.is !== 'there' || since.length === 0 || isGiven || !citation) return
  body.append(
    makeButton(say('dossier.accept'), '', () => {
      update(kept, { ...toKept(kept.id, today(), citation, now.corrections), note: kept.note })
      start()
      focusOn(at)
    }),
  )
}

function toWords({ language, words }: Citation | Kept): HTMLElement[] {
  if (!words) return []
  const text = make('p', 'words-kept', words)
  text.lang = language
  text.dir = 'auto'
  return [text]
}

function toSource({ about, archived, address, credit, is, publishedWords, title }: Citation): HTMLElement {
  const comma = say('comma', { before: '', after: '' })
  const link = (href: string, text: string): HTMLAnchorElement => {
    const own = makeLink(/^https?:/.test(href) ? href : '#', text)
    own.rel = 'external'
    return own
  }
  const parts = [title, credit, publishedWords].filter((text) => text !== null).join(comma)
  if (is === 'web page') return make('p', 'meta soft', about ?? '')
  return make(
    'p',
    'meta soft',
    about ? `${about}. ` : '',
    address ? link(address, parts) : parts,
    ...(archived ? [' ', link(archived.address, say('provenance.archived'))] : []),
  )
}

function toNote(kept: Kept): HTMLElement {
  const field = make('textarea', '')
  field.value = kept.note
  field.rows = 2
  field.maxLength = 10_000
  const label = make('label', 'note meta', say('dossier.note'), field)
  // On paper a field shows no more than its lines.
  label.dataset['written'] = kept.note
  field.addEventListener('input', () => {
    label.dataset['written'] = field.value
    update(kept, { note: field.value })
  })
  return label
}

function toButtons(kept: Kept, at: number): HTMLElement {
  const name = kept.name || kept.id
  const own = (text: string, isOff: boolean, act: () => void): HTMLButtonElement => {
    const one = makeButton(text, '', act)
    one.ariaLabel = `${text}: ${name}`
    one.disabled = isOff
    return one
  }
  return make(
    'p',
    'buttons meta',
    own(say('dossier.up'), at === 0, () => move(kept, at, at - 1)),
    own(say('dossier.down'), at === shown.length - 1, () => move(kept, at, at + 1)),
    own(say('dossier.remove'), false, () => remove(({ id }) => id !== kept.id)),
  )
}

function move({ id }: Kept, from: number, to: number): void {
  change((all) => {
    const moved = all.find((one) => one.id === id)
    return moved ? all.filter((one) => one !== moved).toSpliced(to, 0, moved) : all
  })
  start()
  const buttons = list.children[to]?.querySelectorAll<HTMLButtonElement>('.buttons button')
  const same = buttons?.[to < from ? 0 : 1]
  ;(same?.disabled ? buttons?.[to < from ? 1 : 0] : same)?.focus()
  tell(say('dossier.moved', { n: to + 1, all: shown.length }))
}

function remove(isKept: (kept: Kept) => boolean): void {
  before = readStore()
  change((all) => all.filter(isKept))
  start()
  tell(say('dossier.removed'))
  part('put-back').focus()
}

function focusOn(at: number): void {
  list.children[at]?.querySelector<HTMLElement>('a')?.focus()
}

function update(kept: Kept, with_: Partial<Kept>): void {
  Object.assign(kept, with_)
  change((all) => all.map((one) => (one.id === kept.id ? { ...one, ...with_ } : one)))
}

/** What came by an address as the reader's own, as it is today; null where there is nothing. */
async function toOwn(kept: Kept): Promise<Kept | null> {
  const now = await loaded(kept)
  const citation = pickToday(kept, now)
  return now.is === 'there' && citation ? toKept(kept.id, today(), citation, now.corrections) : null
}

function addNew(more: readonly Kept[]): void {
  change((all) => [...all, ...more.filter(({ id }) => !all.some((one) => one.id === id))])
}

async function open(): Promise<void> {
  const given = readFile((await file.files?.[0]?.text()) ?? null)
  file.value = ''
  if (given === null) return tell(say('dossier.noFile'))
  addNew(given)
  start()
  tell(say('dossier.opened'))
}

function change(how: (all: Kept[]) => Kept[]): void {
  if (!changeStore(how)) tell(say('dossier.closed'))
}

/** What is written of it: as it is today; null where it is not there, or cannot be read. */
async function toEntry(kept: Kept): Promise<{ citation: Citation; note: string } | null> {
  const citation = pickToday(kept, await loaded(kept))
  return citation && { citation, note: kept.note }
}

function loaded(kept: Kept): Promise<Today> {
  const one = known.get(kept.id) ?? loadThing(kept.id, kept)
  known.set(kept.id, one)
  return one
}

function save(name: string, type: string, text: string): void {
  const link = makeLink(URL.createObjectURL(new Blob([text], { type })), '')
  link.download = name
  link.click()
}

function tell(words: string): void {
  line.textContent = words
}

/** `2026-11-28`, as days are written in Sweden, on the reader's calendar. */
function today(): string {
  return new Date().toLocaleDateString('sv')
}
