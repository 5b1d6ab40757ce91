/** Holds a catalogue against the English one: which messages it lacks, which there are not, and which ask for something else. */
import { getOrMake } from '../lists.ts'
import { listArguments, readMessage } from './icu.ts'
import english from './languages/en.json' with { type: 'json' }
import { type Catalogue, hasWords } from './say.ts'

export interface Fault {
  key: string
  found: string
  expected: string
}

/** What every message about a date may use: a language puts it together in its own way. */
const ofDates = 'day month m year weekday style form from to fromWhole toInYear first last'.split(' ')

/** What cannot be said of these texts. That some are missing is no fault of a story's own words. */
export function judgeTexts(language: string, texts: Catalogue): Fault[] {
  return Object.entries(texts).flatMap(([key, text]) => judgeText(language, key, text))
}

/** The messages that a catalogue lacks. */
export function listMissing(texts: Catalogue): string[] {
  return Object.entries(english).flatMap(([key, text]) => (Object.hasOwn(texts, key) || !hasWords(text) ? [] : [key]))
}

function judgeText(language: string, key: string, text: string): Fault[] {
  const own = Object.hasOwn(english, key) ? english[key as keyof typeof english] : null
  if (own === null) return [{ key, found: `message \`${key}\``, expected: 'a name of `src/words/languages/en.json`' }]
  let asked: ReturnType<typeof listArguments>
  try {
    asked = listArguments(readMessage(text))
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n')
    return [
      {
        key,
        found: `\`${key}\`, which cannot be read (${reason})`,
        expected: 'ICU MessageFormat, as in `src/words/languages/en.json`',
      },
    ]
  }
  const { names: wanted, shown } = listArguments(readMessage(own))
  const allowed = new Set([...wanted, ...(key.startsWith('date.') ? ofDates : [])])
  const show = (names: Iterable<string>) =>
    [...names].map((name) => (name.startsWith('<') ? name : `{${name}}`)).join(', ')
  const strange = [...asked.names].filter((name) => !allowed.has(name))
  const lacking = key.startsWith('date.') ? [] : [...shown].filter((name) => !asked.names.has(name))
  const rules = { true: pluralsOf(language, 'ordinal'), false: pluralsOf(language, 'cardinal') }
  const forms = asked.plurals.flatMap(({ forms, ordinal }) =>
    rules[`${ordinal}`].filter((form) => !forms.includes(form)),
  )
  const expected = wanted.size > 0 ? `no more and no less than ${show(wanted)}` : 'words alone'
  return [
    ...(strange.length > 0 ? [{ key, found: `${show(strange)} in \`${key}\``, expected }] : []),
    ...(lacking.length > 0 ? [{ key, found: `\`${key}\` without ${show(lacking)}`, expected }] : []),
    ...(forms.length > 0
      ? [
          {
            key,
            found: `\`${key}\` without the plural ${[...new Set(forms)].map((form) => `\`${form}\``).join(', ')}`,
            expected: `all of ${language}: ${rules.false.join(', ')}`,
          },
        ]
      : []),
  ]
}

const known = new Map<string, string[]>()

/** The plural forms of whole numbers that a text can hold. */
function pluralsOf(language: string, type: 'cardinal' | 'ordinal'): string[] {
  return getOrMake(known, `${type} ${language}`, () => {
    const rules = new Intl.PluralRules(language, { type })
    const used = new Set<string>(['other', ...Array.from({ length: 201 }, (_, number) => rules.select(number))])
    return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((form) => used.has(form))
  })
}
