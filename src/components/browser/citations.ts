/** The citations of a page on the day on which they are copied, and in the formats that are not printed on it. */
import type { Citation } from '../../citations/citation.ts'
import { type CitationFormat, furtherFormats, printedFormats } from '../../citations/formats.ts'
import { make, makeButton, makeLink } from '../../elements.ts'
import { toLocalDay } from '../../words/reader-days.ts'
import { say } from '../../words/say.ts'
import { addCopy } from './copy.ts'

/** Completes what a `details` prints of the citation that stands on the page; the data of all of them stand beside it. */
export function completeCitation(box: HTMLElement): void {
  const share = box.parentElement
  const at = [...(share?.querySelectorAll('details') ?? [])].indexOf(box as HTMLDetailsElement)
  const printed: Citation = JSON.parse(share?.querySelector('script')?.textContent ?? '')[at]
  const { address, ours, speaker } = printed
  const citation: Citation = {
    ...printed,
    address: address && toAbsolute(address),
    ours: toAbsolute(ours),
    speaker: speaker && { ...speaker, url: toAbsolute(speaker.url) },
  }
  const write = (format: CitationFormat): string => format.write(citation, toLocalDay(new Date()))
  const texts = box.querySelectorAll('pre')
  for (const [at, format] of printedFormats.filter(write).entries()) {
    if (texts[at]) texts[at].textContent = write(format)
  }
  const formats = furtherFormats.filter(write)
  const field = make('textarea', 'text')
  field.readOnly = true
  const choice = make('select', '', ...formats.map(({ name }) => make('option', '', name())))
  choice.ariaLabel = say('cite.other')
  const place = make('dd', '', field)
  const chosen = (): CitationFormat => formats[choice.selectedIndex] as CitationFormat
  const save = makeButton(say('cite.save'), '', () => {
    const { file } = chosen()
    const link = makeLink(URL.createObjectURL(new Blob([field.value], file)), '')
    link.download = `${citation.key.replaceAll(':', '-')}.${file?.ending}`
    link.click()
  })
  const show = (): void => {
    field.value = write(chosen())
    field.rows = field.value.split('\n').length + 2
    field.ariaLabel = `${chosen().name()}: ${citation.label}`
    save.hidden = !chosen().file
  }
  choice.addEventListener('change', show)
  show()
  box.querySelector('dl')?.append(make('div', '', make('dt', 'meta', choice), place))
  addCopy(place, say('cite.inFormat'))
  place.append(save)
}

/** Whoever pastes it elsewhere is led here, whatever the builder said of the site's origin. */
function toAbsolute(address: string): string {
  return new URL(address, document.baseURI).href
}
