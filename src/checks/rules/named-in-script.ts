import { languageName } from '../../words/articles.ts'
import { hasLettersOf, scriptOf } from '../../words/language.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

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
        if (hasLettersOf(script, names)) continue
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
