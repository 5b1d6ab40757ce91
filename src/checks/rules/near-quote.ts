import { scoreWordings, surelySame, toComparable, toLikeness } from '../../sameness/wordings.ts'
import { foldWords, pairUp } from '../../sameness/words.ts'
import { areDistinct } from '../distinct.ts'
import { exampleArticle } from '../example.ts'
import type { Rule } from '../rule.ts'

const mara = '../speakers/mara-lodzinska.md'
const long = (fragment: string, end: string) =>
  exampleArticle(`["The old bridge over the harbour must stay closed until ${end},"](${mara}#${fragment}) she said.`)

export const nearQuote: Rule = {
  id: 'near-quote',
  severity: 'warning',
  what: 'Two quotes of one speaker differ by more than a word or a mark.',
  why: 'Nearly the same words are most often one utterance, as two outlets translated or shortened it.',
  example: {
    wrong: {
      'articles/walk.md': long('closed', 'the winter is over'),
      'articles/walk-2.md': long('stays-closed', 'winter is over'),
    },
    right: {
      'articles/walk.md': long('closed', 'the winter is over'),
      'articles/walk-2.md': long('closed', 'winter is over'),
    },
  },
  check: (content, report) => {
    const isDistinct = areDistinct(content)
    const links = content.entries.articles.flatMap(({ path, reading }) =>
      reading.links
        .filter(({ is }) => is === 'quote')
        .map(({ target, fragment, text, at }) => ({ path, speaker: target, name: `${target}#${fragment}`, text, at })),
    )
    /** Each quote is told once, beside the first that it resembles: of many alike nobody wants every pair. */
    const told = new Set<string>()
    for (const [, list] of Map.groupBy(links, ({ speaker }) => speaker)) {
      // One wording of one quote, however many articles have it.
      const wordings = new Map(list.toReversed().map((link) => [`${link.name} ${link.text}`, link]))
      const ready = list
        .filter((link) => wordings.get(`${link.name} ${link.text}`) === link)
        .map((link) => ({ ...link, comparable: toComparable(link.text) }))
      const pairs = pairUp(
        ready,
        ({ comparable }) => comparable.words,
        (one, other) => one.name !== other.name,
      )
      for (const [one, other] of pairs) {
        if (told.has(other.name)) continue
        const scored = scoreWordings(one.comparable, other.comparable)
        if (scored.score < surelySame || toLikeness(scored).warning || isDistinct(one.name, other.name)) continue
        // The very words are `filed-once`.
        if (foldWords(one.text) === foldWords(other.text)) continue
        told.add(other.name)
        report({
          file: other.path,
          ...other.at,
          found: `quote \`${other.name}\` in nearly the words of \`${one.name}\``,
          expected: `one name for both, if it is one utterance (${one.path}:${one.at.line})`,
          hint: `If not, list one under \`notSameAs\` in quotes/${other.name.replace('#', '/')}.md.`,
        })
      }
    }
  },
}
