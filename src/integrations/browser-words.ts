/**
 * Our words in the scripts of the browser: the build puts each into the script that says it, in the language of the story, so
 * that no page loads a catalogue.
 */
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type Spoken, toSpoken } from '../loaders/catalogues.ts'
import type { RecordSource } from '../loaders/source.ts'
import { readMessage } from '../words/icu.ts'
import english from '../words/languages/en.json' with { type: 'json' }
import { laterScripts } from './later-scripts.ts'

const say = fileURLToPath(new URL('../words/say.ts', import.meta.url))
const message = fileURLToPath(new URL('../words/message.ts', import.meta.url))
const ours = fileURLToPath(new URL('../', import.meta.url))

/** What a script says, by the name of the message as it stands there; what takes no values is its text. */
const said = /\b(say|sayWith)(?:<\w+>)?\(\s*'([\w.]+)'(\))?/g
const unnamed = /(?<![\w.])(?:say|sayWith)(?:<[^(]*>)?\((?!\s*')/

export function addBrowserWords(source: RecordSource): AstroIntegration {
  const plugin = (isOfBrowser: (name: string) => boolean) => ({
    name: 'on-record:browser-words',
    enforce: 'pre' as const,
    transform(this: { environment?: { name: string } }, code: string, id: string) {
      const [file = ''] = id.split('?')
      if (!isOfBrowser(this.environment?.name ?? '') || !file.startsWith(ours)) return
      if (file === say) return toSay(toSpoken(source.content().record))
      // Most say nothing, and a catalogue is read each time.
      return /\/say\.ts'/.test(code) ? toSaid(code, file, toSpoken(source.content().record)) : undefined
    },
  })
  return {
    name: 'on-record:browser-words',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugins = [plugin((name) => name === 'client'), laterScripts]
        updateConfig({ vite: { plugins, worker: { plugins: () => [plugin(() => true)] } } })
      },
    },
  }
}

/** A script with its messages in place of their names. */
export function toSaid(code: string, file: string, { texts }: Pick<Spoken, 'texts'>): string {
  if (unnamed.test(code)) throw new Error(`${file}: a script of the browser names its messages as they stand.`)
  return code.replace(said, (_, how: string, key: string, end = '') => {
    const text = texts[key] ?? (english as Record<string, string>)[key]
    if (text === undefined) throw new Error(`${file}: there is no message ${key}.`)
    const message = readMessage(text)
    if (end && how === 'say' && typeof message === 'string') return `(${JSON.stringify(message)})`
    return `${how}(${JSON.stringify(message)}${end}`
  })
}

/** What says them, without the catalogues. */
function toSay({ language }: Spoken): string {
  return `import { toParts, toText } from ${JSON.stringify(message)}
export const say = (message, values) => toText(message, ${JSON.stringify(language)}, values)
export const sayWith = (message, values) => toParts(message, ${JSON.stringify(language)}, values)
export const spokenLanguage = () => ${JSON.stringify(language)}
`
}
