/** Bytes of a capture as text, or why they are none. */
import { CaptureError } from './capture.ts'

/** Reads UTF-8, UTF-16 with its mark, or the encoding an HTML page names. Throws `CaptureError`. */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new CaptureError(`${name} is empty. Save the page again, or paste its text.`)
  const text = toText(bytes, name)
  // A NUL is in no text; other control characters are in few.
  const control = [...text].filter((sign) => sign < ' ' && !/\s/.test(sign)).length
  if (text.includes('\0') || control > text.length / 100) {
    throw new CaptureError(`${name} is not text. Expected a saved page (.html), text (.txt) or Markdown (.md).`)
  }
  if (text.trim() === '')
    throw new CaptureError(`${name} holds only white space. Save the page again, or paste its text.`)
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function toText(bytes: Uint8Array, name: string): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
    const control = [...start].filter((sign) => sign < ' ' && !/\s/.test(sign)).length
    if (control > start.length / 50 || isKnownBinary(start)) {
      throw new CaptureError(`${name} is not text. Expected a saved page (.html), text (.txt) or Markdown (.md).`)
    }
    const named =
      /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? /<\?xml[^>]+encoding=["']([\w-]+)/i.exec(start)?.[1]
    if (named && !/^utf-?8$/i.test(named)) {
      try {
        return new TextDecoder(named, { fatal: true }).decode(bytes)
      } catch {
        // Falls through to the refusal.
      }
    }
    throw new CaptureError(
      `${name} is not in UTF-8${named ? ` nor in ${named}, which it names` : ''}. Save it again as UTF-8: in another encoding names and quotation marks would be lost.`,
    )
  }
}

function isKnownBinary(start: string): boolean {
  return ['%PDF', 'PK\u0003', '\u0089PNG', 'ÿØÿ', 'GIF8', '\u001F\u008B', 'RIFF', '\u007FELF'].some((head) =>
    start.startsWith(head),
  )
}
