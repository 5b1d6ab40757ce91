import { hashWords } from '../../markdown/hash.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule, shorten } from '../rule.ts'

export const textHash: Rule = {
  id: 'text-hash',
  severity: 'error',
  what: 'The words of each block are those that were imported: `textHash` has one hash a block.',
  why: 'The copy is verbatim, and links are added by hand: a slip of the hand must not change a word.',
  example: {
    wrong: { 'articles/walk.md': exampleArticle('People walk.', 'textHash: [0123456789ab]') },
    right: { 'articles/walk.md': exampleArticle('People walk.', `textHash: [${hashWords('People walk.')}]`) },
  },
  check: (content, report) => {
    const hint = 'If the capture itself was wrong, write the hashes anew: `npm run hash -- <file>`.'
    for (const { path, reading, data } of content.entries.articles) {
      // Of `rights: quotes` the file holds only some sentences, and the hashes are those of the whole.
      if (data.textHash.length === 0 || data.rights === 'quotes') continue
      if (data.textHash.length !== reading.blocks.length) {
        const place = placeOf(content, path, ['textHash'])
        const [found, expected] = [`${reading.blocks.length} blocks`, `${data.textHash.length}, as imported`]
        report({ file: path, ...place, found, expected, hint })
        continue
      }
      for (const [index, { hash, line, text }] of reading.blocks.entries()) {
        const imported = data.textHash[index] ?? ''
        if (hash.startsWith(imported) || imported.startsWith(hash)) continue
        report({
          file: path,
          line,
          column: 1,
          found: `words in the block \`${shorten(text)}\``,
          expected: 'those that were imported',
          hint,
        })
      }
    }
  },
}
