/**
 * Which speakers stand side by side on a question: chosen by their names, kept in the address, fetched where they are on
 * other pages. Loaded when somebody is about to choose.
 */
import { say } from '../../words/say.ts'
import { loadPage } from './load-page.ts'

const form = document.querySelector<HTMLFormElement>('[data-compare]')
const table = document.querySelector<HTMLElement>('[data-side]')
if (form && table) start(form, table)

function start(choice: HTMLFormElement, table: HTMLElement): void {
  const boxes = [...choice.querySelectorAll('input')]
  const status = choice.querySelector('[role=status]')
  const pager = document.querySelector<HTMLElement>('[data-pager]')
  const built = [...table.children]
  const asked = new URLSearchParams(location.search).getAll('with').flatMap((ids) => ids.split(','))
  for (const box of boxes) box.checked = asked.includes(box.value)

  const show = async (): Promise<void> => {
    const chosen = boxes.filter(({ checked }) => checked)
    const isCurrent = (): boolean => boxes.every((box) => box.checked === chosen.includes(box))
    try {
      const sections = await Promise.all(chosen.map(toSection))
      if (isCurrent()) put(chosen.length > 0 ? sections : built, chosen.length > 0)
    } catch {
      if (isCurrent()) put(built, false, say('topic.compareFailed'))
    }
  }

  const put = (sections: Element[], isChosen: boolean, message = ''): void => {
    table.replaceChildren(...sections)
    status?.replaceChildren(message)
    if (pager) pager.hidden = isChosen
  }

  /** All that one speaker has said, which may go over several pages. */
  const toSection = async ({ dataset, value }: HTMLInputElement): Promise<Element> => {
    const addresses = dataset['pages']?.split(' ') ?? []
    const here = built.find(({ id }) => id === value)
    if (here && addresses.length === 1) return here
    const pages = await Promise.all(addresses.map(loadPage))
    const [first, ...more] = pages.flatMap((page) => page.getElementById(value) ?? [])
    if (!first) throw new Error(`${value} is not where this page says.`)
    const section = document.importNode(first, true)
    for (const part of more) section.append(...[...document.importNode(part, true).children].slice(1))
    return section
  }

  choice.addEventListener('change', () => {
    const query = new URLSearchParams(
      boxes.filter(({ checked }) => checked).map(({ value }) => ['with', value]),
    ).toString()
    history.replaceState(history.state, '', location.pathname + (query && `?${query}`))
    void show()
  })
  choice.querySelector('button')?.remove()
  if (asked.length > 0) {
    choice.closest('details')?.setAttribute('open', '')
    void show()
  }
}
