import { hashWords } from '../../markdown/hash.ts'
import { shorten } from '../../schema/problem.ts'
import { exampleArticle } from '../example.ts'
import { placeOf, type Rule } from '../rule.ts'
import { findSlip, mostTried } from '../slip.ts'

function agrees(hash: string, imported = ''): boolean {
  return imported !== '' && (hash.startsWith(imported) || imported.startsWith(hash))
}

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
    const budget = { left: mostTried }
    for (const { path, reading, data } of content.entries.articles) {
      // With `rights: quotes` sentences come and go with the quotes.
      const when = data.rights === 'quotes' ? 'a sentence was added or taken out' : 'the capture itself was wrong'
      const hint = `If ${when}, write the hashes anew: \`npm run hash -- ${path}\`.`
      if (data.textHash.length === 0) continue
      const imported = data.textHash
      const { blocks } = reading
      if (imported.length !== blocks.length) {
        const at = blocks.findIndex(({ hash }, index) => !agrees(hash, imported[index]))
        const { line, text } = blocks[at === -1 ? imported.length : at] ?? { line: null, text: '' }
        const place = line === null ? placeOf(content, path, ['textHash']) : { line, column: 1 }
        const found = `${blocks.length} blocks${text ? `, the first one that differs at \`${shorten(text)}\`` : ''}`
        report({ file: path, ...place, found, expected: `${imported.length}, as imported`, hint })
        continue
      }
      for (const [index, { hash, line, text }] of blocks.entries()) {
        if (agrees(hash, imported[index])) continue
        const slip = findSlip(text, (words) => agrees(hashWords(words), imported[index]), budget)
        const found = slip ? `words \`${shorten(slip.found)}\` in the block` : `words in the block \`${shorten(text)}\``
        const expected =
          slip?.meant === ''
            ? 'nothing there, as imported'
            : slip
              ? `\`${slip.meant}\`, as imported`
              : 'those that were imported'
        report({ file: path, line, column: 1, found, expected, hint })
      }
    }
  },
}
