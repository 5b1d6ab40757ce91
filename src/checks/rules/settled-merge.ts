import type { Rule } from '../rule.ts'

const speaker = (words: string) => `---\nname: Jónas Björk\nkind: person\n---\n\n${words}\n`

export const settledMerge: Rule = {
  id: 'settled-merge',
  severity: 'error',
  what: 'No file holds the lines that Git leaves where two versions of it disagree, as `<<<<<<< HEAD`.',
  why: 'Both versions would be published, with the marks between them.',
  example: {
    wrong: {
      'speakers/jonas-bjork.md': speaker('<<<<<<< HEAD\nMinister.\n=======\nMinister of works.\n>>>>>>> proposal'),
    },
    right: { 'speakers/jonas-bjork.md': speaker('Minister of works.') },
  },
  check: ({ conflicts }, report) => {
    for (const [file, { line, mark }] of conflicts) {
      report({
        file,
        line,
        column: 1,
        found: `line \`${mark.slice(0, 60)}\`, which Git leaves where two versions disagree`,
        expected: 'one version',
        hint: 'Keep what is right of both and take out the lines of Git.',
      })
    }
  },
}
