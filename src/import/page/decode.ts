/** Bytes of a capture as text, or why they are none. */
import { CaptureError } from './capture.ts'

/** Reads UTF-8, UTF-16 with its mark, the encoding that a page names, or the page of a web archive (MHTML). Throws `CaptureError`. */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new CaptureError(`${name} is empty. Save the page again, or paste its text.`)
  const text = toText(archivedPage(bytes) ?? bytes, name)
  // A NUL is in no text; other control characters are in few.
  if (text.includes('\0') || countControls(text) > text.length / 100) throw notText(name)
  if (text.trim() === '')
    throw new CaptureError(`${name} holds only white space. Save the page again, or paste its text.`)
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

function notText(name: string): CaptureError {
  return new CaptureError(`${name} is not text. Expected a saved page (.html, .mhtml), text (.txt) or Markdown (.md).`)
}

const countControls = (text: string) => [...text].filter((sign) => sign < ' ' && !/\s/.test(sign)).length
const binaryHeads = ['%PDF', 'PK\u0003', '\u0089PNG', 'ÿØÿ', 'GIF8', '\u001F\u008B', 'RIFF', '\u007FELF']
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

function toText(bytes: Uint8Array, name: string): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const start = latin(bytes.subarray(0, 4096))
  const [, named] = /<(?:meta[^>]+charset|\?xml[^>]+encoding)=["']?([\w-]+)/i.exec(start) ?? []
  // Seven bits and a sign to switch alphabets (ESC $ B): it would read as UTF-8.
  if (['$B', '$@'].some((sign) => latin(bytes).includes(`\u001b${sign}`)))
    return new TextDecoder('iso-2022-jp').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (countControls(start) > start.length / 50 || binaryHeads.some((head) => start.startsWith(head)))
      throw notText(name)
    if (named && !/^utf-?8$/i.test(named)) {
      try {
        return new TextDecoder(named).decode(bytes)
      } catch {
        throw new CaptureError(`${name} is in ${named}, which cannot be read. Save it again as UTF-8.`)
      }
    }
    // A stray byte in a long text is one character lost, not another encoding.
    const text = new TextDecoder('utf-8').decode(bytes)
    const lost = text.match(/\uFFFD/g)?.length ?? 0
    const other = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0
    if (lost <= Math.max(1, other) && lost * 200 <= bytes.length) return text
    throw new CaptureError(
      `${name} is not in UTF-8. Save it again as UTF-8: in another encoding names and quotation marks would be lost.`,
    )
  }
}

/** How the parts of a message are written in seven bits (RFC 2045). */
const transfers: { [encoding: string]: (content: string) => string } = {
  base64: (content) => atob(content.replace(/\s+/g, '')),
  'quoted-printable': (content) =>
    content.replace(/=(?:\r?\n|([0-9A-F]{2}))/gi, (_, code) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : '',
    ),
}

/** The first page of a web archive: a message of parts (RFC 2557), each with its own encoding. */
function archivedPage(bytes: Uint8Array): Uint8Array | null {
  const head = latin(bytes.subarray(0, 4096))
  const boundary =
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart\/related;(?:.*\r?\n[ \t])*?.*?boundary="?([^"\r\n;]+)/i.exec(
      head,
    )?.[1]
  if (!boundary) return null
  for (const part of latin(bytes).split(`--${boundary}`).slice(1)) {
    const [, fields = '', content = ''] = /^\s*([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? []
    if (!/^content-type:\s*text\/html/im.test(fields)) continue
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(fields)?.[1]?.toLowerCase()
    const charset = /charset="?([\w-]+)/i.exec(fields)?.[1]
    const raw = transfers[encoding ?? '']?.(content) ?? content
    const page = Uint8Array.from(raw, (sign) => sign.charCodeAt(0))
    if (!charset || /^utf-?8$/i.test(charset)) return page
    return new TextEncoder().encode(new TextDecoder(charset).decode(page))
  }
  return null
}
