/** An editor who takes everything as it is proposed. As a command, does so in a folder, publishes, takes it back, and again. */
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../../src/desk/desk.ts'
import { valuesOf } from '../../src/desk/fields.ts'
import { harbourPage } from './harbour.ts'

/** Answers what is asked now; false when all is decided. */
export async function answerOne(desk: Desk): Promise<boolean> {
  const { step } = desk.view()
  switch (step?.is) {
    case 'facts':
      await desk.act({ do: 'facts', values: valuesOf(step.fields) })
      return true
    case 'mark': {
      const { mark, speaker, offered } = step
      if (offered === 'report') await desk.act({ do: 'settle', mark, as: 'report', event: '+' })
      else if (offered === 'term') await desk.act({ do: 'settle', mark, as: 'term' })
      else await desk.act({ do: 'settle', mark, as: 'quote', speaker: speaker?.key ?? '+Nobody' })
      return true
    }
    case 'same':
      await desk.act({ do: 'same', mark: step.mark, quote: step.quote, answer: 'same' })
      return true
    case 'speaker':
      await desk.act({ do: 'speaker', speaker: step.speaker, values: valuesOf(step.fields) })
      return true
    case 'event':
      await desk.act({ do: 'event', mark: step.mark, values: { ...valuesOf(step.fields), title: 'Ferry gone' } })
      return true
    default:
      return false
  }
}

/** Lines of the journal that is open. */
export function linesIn(folder: string): number {
  const last = readdirSync(join(folder, '.desk'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .at(-1)
  return last ? readFileSync(join(folder, '.desk', last), 'utf8').split('\n').length - 1 : 0
}

if (import.meta.main) {
  const folder = process.argv[2] ?? ''
  const desk = await Desk.open(folder)
  // Unbuffered: what was told was done.
  const tell = () => writeSync(1, `${linesIn(folder)}\n`)
  await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
  tell()
  while (await answerOne(desk)) tell()
  for (;;) {
    await desk.publish()
    tell()
    await desk.undo()
    tell()
  }
}
