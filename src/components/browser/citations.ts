/** The citations of a page on the day on which they are copied, and in the formats that are not printed on it. */
import type { Citation } from '../../citations/citation.ts'
import { type CitationFormat, furtherFormats, printedFormats } from '../../citations/formats.ts'
import { make, makeButton, makeLink } from '../../elements.ts'
import { toLocalDay } from '../../words/reader-days.ts'
import { addCopy } from './copy.ts'

/** Completes what a `details` prints of the citation that stands on the page. */
export function completeCitation(box: HTMLElement, printed: Citation): void {
  const list = box.querySelector('dl')
  if (!list) return
  const { address, ours, speaker } = printed
  const citation: Citation = {
    ...printed,
    address: address && toAbsolute(address),
    ours: toAbsolute(ours),
    speaker: speaker && { ...speaker, url: toAbsolute(speaker.url) },
  }
  const write = (format: CitationFormat): string => format.write(citation, toLocalDay(new Date()))
  const texts = list.querySelectorAll('pre')
  for (const [at, format] of printedFormats.filter((format) => write(format)).entries()) {
    const text = texts[at]
    if (text) text.textContent = write(format)
  }
  const formats = furtherFormats.filter((format) => write(format))
  const field = make('textarea', 'text')
  field.readOnly = true
  const choice = make('select', '', ...formats.map(({ name }) => make('option', '', name)))
  choice.setAttribute('aria-label', 'Another format')
  const save = makeButton('Save', '', () => {
    const { file } = chosen()
    const link = makeLink(URL.createObjectURL(new Blob([field.value], file)), '')
    link.download = `${citation.key.replaceAll(':', '-')}.${file?.ending}`
    link.click()
    URL.revokeObjectURL(link.href)
  })
  const chosen = (): CitationFormat => formats[choice.selectedIndex] as CitationFormat
  const show = (): void => {
    field.value = write(chosen())
    field.rows = Math.max(3, field.value.split('\n').length)
    field.setAttribute('aria-label', `${chosen().name}: ${citation.label}`)
    save.hidden = !chosen().file
  }
  choice.addEventListener('change', show)
  show()
  const place = make('dd', '', field)
  list.append(make('div', '', make('dt', 'meta', choice), place))
  addCopy(place, 'in this format')
  place.append(save)
}

function toAbsolute(address: string): string {
  return new URL(address, document.baseURI).href
}
