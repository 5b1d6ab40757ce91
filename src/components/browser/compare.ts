/** Which speakers stand side by side on a question: chosen by their names, and kept in the address. */

const box = document.querySelector<HTMLElement>('[data-compare]')
const sections = [...(box?.querySelectorAll<HTMLElement>(':scope > section') ?? [])]
if (box && sections.length > 1) start(box)

function start(place: HTMLElement): void {
  const chosen = new Set(new URLSearchParams(location.search).get('with')?.split(',') ?? [])
  const show = (): void => {
    const known = sections.filter(({ id }) => chosen.has(id))
    for (const section of sections) section.hidden = known.length > 0 && !known.includes(section)
  }
  const boxes = sections.map(({ id, firstElementChild }) => {
    const input = document.createElement('input')
    input.type = 'checkbox'
    input.checked = chosen.has(id)
    input.addEventListener('change', () => {
      if (input.checked) chosen.add(id)
      else chosen.delete(id)
      const search = chosen.size > 0 ? `?with=${[...chosen].map(encodeURIComponent).join(',')}` : ''
      history.replaceState(history.state, '', location.pathname + search)
      show()
    })
    const label = document.createElement('label')
    label.append(input, ` ${firstElementChild?.textContent ?? ''}`)
    return label
  })
  const [group, legend] = [document.createElement('fieldset'), document.createElement('legend')]
  group.className = 'meta'
  legend.className = 'label'
  legend.textContent = 'Compare only'
  group.append(legend, ...boxes)
  place.prepend(group)
  show()
}
