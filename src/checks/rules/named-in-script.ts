import { languageName } from '../../words/articles.ts'
import { scriptOf } from '../../words/language.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

/** Letters of scripts that languages write together, as CLDR names them. */
const together: { readonly [script: string]: string } = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han|Hiragana|Katakana',
  Kore: 'Hangul',
}

const scriptNames = new Intl.DisplayNames('en', { type: 'script' })

const ukrainian = exampleArticle('[«Я піду»][w], сказала вона.\n\n[w]: ../speakers/mara-lodzinska.md#walk').replace(
  'language: en',
  'language: uk',
)
const mara = (aliases: string) => `---\nname: Mara Łodzińska\nkind: person\naliases: [${aliases}]\n---\n`

export const namedInScript: Rule = {
  id: 'named-in-script',
  severity: 'warning',
  what: 'A speaker has a name in the script of every article that quotes them.',
  why: 'Readers of that script look for the name as it is written there, and search finds only what the record has.',
  example: {
    wrong: { 'articles/walk.md': ukrainian, 'speakers/mara-lodzinska.md': mara('') },
    right: { 'articles/walk.md': ukrainian, 'speakers/mara-lodzinska.md': mara('Мара Лодзінська') },
  },
  check: (content, report) => {
    const wanted = new Map<string, Map<string, string>>()
    for (const { speaker, wordings } of content.record.quotes) {
      if (speaker.kind === 'unnamed') continue
      const scripts = wanted.get(speaker.id) ?? new Map<string, string>()
      wanted.set(speaker.id, scripts)
      for (const { article } of wordings) scripts.set(scriptOf(article.language), article.language)
    }
    for (const { data, id, path } of content.entries.speakers) {
      const names = [data.name, ...data.aliases].join(' ')
      for (const [script, language] of wanted.get(id) ?? []) {
        const parts = (together[script] ?? script).split('|').map((one) => `\\p{Script=${one}}`)
        if (new RegExp(`[${parts.join('')}]`, 'u').test(names)) continue
        report({
          file: path,
          ...placeOf(content, path, ['name']),
          found: `speaker without a name in ${scriptNames.of(script)} letters`,
          expected: `one among \`aliases\``,
          hint: `Articles in ${languageName(language)} quote ${data.name}.`,
        })
      }
    }
  },
}
