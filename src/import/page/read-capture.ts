/** A capture, whatever it came as: a saved page, pasted text or Markdown. */
import type { Capture } from './capture.ts'
import { type Given, readPlainText } from './plain-text.ts'

/** Reads a capture by the ending of its name, and by how it begins. Throws `CaptureError` when it holds no article. */
export async function readCapture(text: string, name: string, given: Given): Promise<Capture> {
  if (
    /\.(?:x?html?|mht(?:ml)?)$/i.test(name) ||
    /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html|<!--[^>]*-->\s*<(?:!doctype|html))/i.test(text)
  )
    // Loaded for pages alone: what reads them takes time to start.
    return (await import('./web-page.ts')).readWebPage(text, given)
  if (/\.(?:md|markdown)$/i.test(name)) return (await import('./markdown-page.ts')).readMarkdown(text, given)
  return readPlainText(text, given)
}
