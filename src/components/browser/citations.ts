/** The citations of a page on the day on which they are copied, and in the formats that are not printed on it. */
import type { Citation } from '../../citations/citation.ts'
import type { Written } from '../../citations/worker.ts'
import { make, makeButton, makeLink } from '../../elements.ts'
import { addCopy } from './copy.ts'

/** Completes what a `details` prints of the citation that stands on the page. */
export function completeCitation(box: HTMLElement, printed: Citation): void {
  const worker = new Worker(new URL('../../citations/worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Written[]>) => {
    worker.terminate()
    show(box, data, printed)
  }
  worker.postMessage(printed)
}

function show(box: HTMLElement, formats: Written[], { key, label }: Citation): void {
  const texts = box.querySelectorAll('pre')
  const further = formats.filter(({ isPrinted, text }, at) => {
    if (isPrinted && texts[at]) texts[at].textContent = text
    return !isPrinted
  })
  const field = make('textarea', 'text')
  field.readOnly = true
  const choice = make('select', '', ...further.map(({ name }) => make('option', '', name)))
  choice.ariaLabel = 'Another format'
  const place = make('dd', '', field)
  const save = makeButton('Save', '', () => {
    const { file, text } = further[choice.selectedIndex] as Written
    const link = makeLink(URL.createObjectURL(new Blob([text], file ?? {})), '')
    link.download = `${key.replaceAll(':', '-')}.${file?.ending}`
    link.click()
  })
  choice.onchange = () => {
    const { file, name, text } = further[choice.selectedIndex] as Written
    field.value = text
    field.rows = text.split('\n').length + 2
    field.ariaLabel = `${name}: ${label}`
    save.hidden = !file
  }
  choice.dispatchEvent(new Event('change'))
  box.querySelector('dl')?.append(make('div', '', make('dt', 'meta', choice), place))
  addCopy(place, 'in this format')
  place.append(save)
}
