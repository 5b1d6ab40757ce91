/** Brings an article: pasted, dropped or chosen. Nothing of it is shown as a page, or run. */
import { useEffect, useRef } from 'preact/hooks'
import type { StepProps } from './steps.tsx'

export function Bring({ run }: Pick<StepProps, 'run'>) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const bring = (text: string, name: string) => {
    if (text.trim() !== '') run({ ask: 'act', action: { do: 'bring', name, text } }, 'The article is on the desk.')
  }
  const bringFile = async (file: File | undefined) => {
    if (!file) return
    run({ ask: 'file', name: file.name, bytes: await toBase64(file) }, 'The article is on the desk.')
  }
  return (
    <section
      aria-label="Bring an article"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const { files = null } = event.dataTransfer ?? {}
        if (files?.length) void bringFile(files[0])
        else bring(event.dataTransfer?.getData('text/plain') ?? '', 'dropped.txt')
      }}
    >
      <p>
        <label for="paste">Paste a page, its source, text or Markdown; or drop a file here.</label>
      </p>
      <textarea
        id="paste"
        ref={field}
        rows={8}
        dir="auto"
        aria-describedby="paste-help"
        onPaste={(event) => {
          const plain = event.clipboardData?.getData('text/plain') ?? ''
          const html = event.clipboardData?.getData('text/html') ?? ''
          event.preventDefault()
          // The source of a page tells more of itself than what was copied of it.
          const isSource = /^\s*(?:<!doctype|<html|<\?xml)/i.test(plain)
          if (isSource || plain.trim() !== '') bring(plain, isSource ? 'pasted.html' : 'pasted.txt')
          else bring(html, 'pasted.html')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) bring(event.currentTarget.value, 'typed.md')
        }}
      />
      <p>
        <small id="paste-help">
          What is pasted is read at once. Typed text is read with <kbd>Ctrl</kbd> <kbd>↵</kbd>.
        </small>
      </p>
      <p>
        <label>
          Or choose a file:{' '}
          <input
            type="file"
            accept=".html,.htm,.xhtml,.mhtml,.mht,.txt,.md,.markdown"
            onChange={(event) => void bringFile(event.currentTarget.files?.[0])}
          />
        </label>
      </p>
    </section>
  )
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
