/** The desk when it is free: an article is brought, pasted, dropped or chosen, or a file of the record opened. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { OpenAny } from './again.tsx'
import { Key } from './key.tsx'
import type { StepProps } from './steps.tsx'

export function Start({ view, run }: Pick<StepProps, 'view' | 'run'>) {
  const field = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [isOpening, setOpening] = useState(false)
  // Nothing of what is brought is shown as a page, or run.
  const bring = (text: string, name: string) => {
    if (text.trim() !== '') run({ ask: 'act', action: { do: 'bring', name, text } }, 'The article is on the desk.')
  }
  const bringFile = async (file: File | undefined) => {
    if (!file) return
    run({ ask: 'file', name: file.name, bytes: await toBase64(file) }, 'The article is on the desk.')
  }
  useEffect(() => {
    // Wherever the focus is, but in a field for something else.
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return
      const plain = event.clipboardData?.getData('text/plain') ?? ''
      const html = event.clipboardData?.getData('text/html') ?? ''
      event.preventDefault()
      // The source of a page tells more of itself than what was copied of it.
      const isSource = /^\s*(?:<!doctype|<html|<\?xml)/i.test(plain)
      if (isSource || plain.trim() !== '') bring(plain, isSource ? 'pasted.html' : 'pasted.txt')
      else bring(html, 'pasted.html')
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [])
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
        rows={6}
        dir="auto"
        aria-describedby="paste-help"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) bring(event.currentTarget.value, 'typed.md')
          else if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <p>
        <small id="paste-help">
          What is pasted is read at once. Typed text is read with <kbd>Ctrl</kbd> <kbd>↵</kbd>.
        </small>
      </p>
      <input
        type="file"
        ref={chooser}
        hidden
        aria-label="A file"
        accept=".html,.htm,.xhtml,.mhtml,.mht,.txt,.md,.markdown"
        onChange={(event) => void bringFile(event.currentTarget.files?.[0])}
      />
      <div class="keys">
        <Key press="f" run={() => chooser.current?.click()}>
          Choose a file
        </Key>
        <Key press="t" run={() => field.current?.focus()}>
          Type it
        </Key>
        <Key press="o" run={() => setOpening(true)}>
          Open a file of the record, or a new one
        </Key>
      </div>
      {isOpening && <OpenAny view={view} run={run} leave={() => setOpening(false)} />}
    </section>
  )
}

async function toBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
