import { toTermTest } from '../../markdown/terms.ts'
import { mostHints, suggest } from '../../schema/nearest.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'

export const usedTerm: Rule = {
  id: 'used-term',
  severity: 'error',
  what: 'Each of an article’s `terms` stands in quotation marks in its copy.',
  why: 'A term that is not there excuses nothing; most often it is misspelt.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('The bridge is shut.', 'terms: [Old Lady]') },
    right: { 'articles/walk.md': exampleArticle('The bridge, the "Old Lady", is shut.', 'terms: [Old Lady]') },
  },
  check: (content, report) => {
    for (const { path, data, reading } of content.entries.articles) {
      const quoted = new Set(reading.spans.map(({ text }) => text))
      const isQuoted = toTermTest([...quoted])
      let unused = 0
      for (const [index, term] of data.terms.entries()) {
        if (isQuoted(term)) continue
        unused += 1
        const place = placeOf(content, path, ['terms', index])
        const hint = unused > mostHints ? undefined : suggest(term, quoted)
        const expected = 'words that stand in quotation marks in the copy'
        report({ file: path, ...place, found: `term \`${term}\``, expected, hint })
      }
    }
  },
}
