import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

export const copiedArticle: Rule = {
  id: 'copied-article',
  severity: 'error',
  what: 'What an article says it is a copy of (`copyOf`) is another article of the record, of the same agency, and no copy itself.',
  why: 'A copy is not counted as a report of its own; what it copies must be there to be counted.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('The bridge is shut.', 'copyOf: brigde') },
    right: { 'articles/walk.md': exampleArticle('The bridge is shut.', 'copyOf: bridge') },
  },
  check: (content, report) => {
    const { articles } = content.entries
    const known = new Map(articles.map(({ id, data }) => [id, data]))
    for (const { id, path, data } of articles) {
      const { agency, copyOf } = data
      if (copyOf === null) continue
      const original = known.get(copyOf)
      const validate = (found: string, expected: string) =>
        report({
          file: path,
          ...placeOf(content, path, ['copyOf']),
          found: `${found} \`${copyOf}\` in \`copyOf\``,
          expected,
        })
      if (!original) validate('article', 'the name of a file in content/articles')
      else if (copyOf === id) validate('article', 'another article than this one')
      else if (original.copyOf) validate('copy', `the article that it is a copy of, \`${original.copyOf}\``)
      else if (agency && original.agency && agency !== original.agency)
        validate(`text of ${original.agency},`, `a text of ${agency}, as \`agency\` says`)
    }
  },
}
