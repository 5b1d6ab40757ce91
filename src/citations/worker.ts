/** Writes a citation in every format, beside the page: what makes them is loaded when somebody asks for it. */
import { toLocalDay } from '../words/reader-days.ts'
import type { Citation } from './citation.ts'
import { furtherFormats, printedFormats } from './formats.ts'

/** A format in which there is a text; `isPrinted` when the page has it already. */
export interface Written {
  name: string
  text: string
  isPrinted: boolean
  file: { ending: string; type: string } | null
}

addEventListener('message', ({ data }: MessageEvent<Citation>) => {
  const { address, ours, speaker } = data
  const citation: Citation = {
    ...data,
    address: address && toAbsolute(address),
    ours: toAbsolute(ours),
    speaker: speaker && { ...speaker, url: toAbsolute(speaker.url) },
  }
  // The day on which it is copied.
  const today = toLocalDay(new Date())
  const written = [...printedFormats, ...furtherFormats].map(
    (format): Written => ({
      name: format.name,
      text: format.write(citation, today),
      isPrinted: printedFormats.includes(format),
      file: format.file ?? null,
    }),
  )
  postMessage(written.filter(({ text }) => text))
})

/** Whoever pastes it elsewhere is led here, whatever the builder said of the site's origin. */
function toAbsolute(address: string): string {
  return new URL(address, location.href).href
}
