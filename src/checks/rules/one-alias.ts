import { placeOf, type Rule } from '../rule.ts'

const jonas = (aliases: string) => `---\nname: Jónas Björk\nkind: person\naliases: [${aliases}]\n---\n`

export const oneAlias: Rule = {
  id: 'one-alias',
  severity: 'error',
  what: 'A name or an alias belongs to one speaker.',
  why: 'An import gives words to the one who has the name; whose a shared one is, nobody can tell.',
  example: {
    wrong: { 'speakers/jonas-bjork.md': jonas('Mara Łodzińska') },
    right: { 'speakers/jonas-bjork.md': jonas('Björk') },
  },
  check: (content, report) => {
    const first = new Map<string, { id: string; path: string }>()
    for (const { id, path, data } of content.entries.speakers) {
      const names: [name: string, at: (string | number)[]][] = [
        [data.name, ['name']],
        ...data.aliases.map((alias, index): [string, (string | number)[]] => [alias, ['aliases', index]]),
      ]
      for (const [name, at] of names) {
        const key = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
        const known = first.get(key)
        if (!known) first.set(key, { id, path })
        else if (known.id !== id) {
          const expected = `one that \`${known.path}\` does not have`
          const hint = 'A bare surname need not be an alias: search finds it in the full name.'
          report({ file: path, ...placeOf(content, path, at), found: `name \`${name}\``, expected, hint })
        }
      }
    }
  },
}
