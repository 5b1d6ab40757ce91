/** What stands in quotation marks, found without any of the code that is tested. */

/** The spans in quotation marks of a text whose blocks end in a line break, and the marks that have no partner. */
export function findQuotations(text: string): { spans: string[]; stray: string[] } {
  const spans: string[] = []
  let rest = text
  // Curly and angle marks may reach over several blocks, as on a quote set large; straight ones may not.
  for (const pattern of [/“([^“”]*)”/g, /„([^„“”]*)[“”]/g, /«([^«»]*)»/g, /"([^"\n]*)"/g]) {
    rest = rest.replace(pattern, (_, span: string) => {
      spans.push(fold(span))
      return ' '
    })
  }
  // Single marks are apostrophes too: only those that open before a word and close after one.
  for (const pattern of [
    /(?<![\p{L}\p{N}])‘([^‘’\n]+)’(?![\p{L}\p{N}])/gu,
    /(?<![\p{L}\p{N}])'([^'\n]+)'(?![\p{L}\p{N}])/gu,
  ]) {
    rest = rest.replace(pattern, (_, span: string) => {
      spans.push(fold(span))
      return ' '
    })
  }
  const stray = [...rest.matchAll(/.{0,30}[“”„«»"‘].{0,30}/g)].map(([around]) => fold(around))
  return { spans, stray }
}

/** White space folded, composed, and without what a quotation may end on: a comma, a full stop, an ellipsis. */
function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Whether the words stand among the known ones, whole words and in one piece. */
export function isKnown(span: string, known: string[]): boolean {
  const bare = (text: string) => fold(text).replace(/^[\s.,…]+|[\s.,…]+$/gu, '')
  const pieces = span.split(/ (?:…|\[…\]) /u).map(bare)
  return pieces.every(
    (piece) =>
      piece !== '' &&
      known.some((words) => {
        const at = ` ${fold(words)} `
        for (let from = at.indexOf(piece); from !== -1; from = at.indexOf(piece, from + 1)) {
          const [before = '', after = ''] = [at[from - 1], at[from + piece.length]]
          if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
        }
        return false
      }),
  )
}

interface QuotesData {
  quotes: { original?: { words: string } | null; wordings: { kind: string; parts: string[]; sentence: string }[] }[]
}

/** The direct words of `/data/quotes.json`: direct wordings whole, of mixed ones what stands in quotation marks. */
export function toDirectWords(file: QuotesData): string[] {
  return file.quotes.flatMap(({ original, wordings }) => [
    ...(original ? [original.words] : []),
    ...wordings.flatMap(({ kind, parts, sentence }) => {
      if (kind === 'direct') return parts
      if (kind === 'indirect') return []
      // A part that is quoted as a whole has lost its marks; its sentence has them.
      const quoted = findQuotations(sentence).spans.map((span) => span.replace(/[,.]$/, ''))
      return parts.flatMap((part) => [...findQuotations(part).spans, ...quoted.filter((span) => fold(part) === span)])
    }),
  ])
}
