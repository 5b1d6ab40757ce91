/** A proposal as an editor reads it in a terminal. */

import type { Draft, ProposedQuote } from '../import/propose.ts'

const signs = { certain: '✔', likely: '~', unknown: '?' } as const

export function describeDraft({ facts, capture, quotes, dates, copies }: Draft): string {
  const lines: string[] = []
  const { title } = facts
  const words = capture.blocks.reduce((sum, block) => sum + block.text.split(/\s+/).length, 0)
  lines.push(
    '',
    title ?? '(no headline)',
    `${[facts.outlet, facts.published, facts.agency].filter(Boolean).join(' · ')}`,
    `${capture.blocks.length} ${capture.blocks.length === 1 ? 'paragraph' : 'paragraphs'}, ${words} words`,
  )
  if (capture.cut.length > 0) {
    lines.push('', 'Cut')
    for (const { from, to, words: first, because } of capture.cut) {
      lines.push(`  ${from === to ? `line ${from}` : `lines ${from}–${to}`}  ${because}: ${first}`)
    }
  }
  for (const warning of capture.warnings) lines.push('', `! ${warning}`)
  for (const { article, share } of copies) {
    lines.push(
      '',
      `! ${Math.round(share * 100)} % of the text is in ${article.id} too: copies of one text are no independent reports.`,
    )
  }
  lines.push('', 'Quotes   ✔ certain  ~ likely  ? unknown')
  for (const quote of quotes) lines.push(...describeQuote(quote))
  if (dates.length > 0) {
    lines.push('', 'Dates')
    for (const { words: said, edtf, line } of dates) lines.push(`  ${String(line).padStart(3)}  ${said} → ${edtf}`)
  }
  return lines.join('\n')
}

export function describeQuote(quote: ProposedQuote): string[] {
  const { line, kind, certainty, because, term, said, context } = quote
  const speaker = term
    ? 'nobody: a term'
    : quote.person
      ? [quote.person, ...quote.also].map(({ id, name }) => `${name}${id ? '' : ' (new)'}`).join(' and ')
      : 'unknown'
  const when = [said, context].filter(Boolean).join(', ')
  const lines = [
    `  ${String(line).padStart(3)} ${signs[certainty]} ${speaker}${when ? ` (${when})` : ''}, ${kind}: ${shorten(shown(quote))}`,
    `        because: ${because}`,
  ]
  for (const { quote: other, wording, likeness } of quote.same) {
    lines.push(
      `        same as ${other.id}? ${likeness.score}${likeness.warning ? `, but ${likeness.warning}` : ''}: ${shorten(wording)}`,
    )
  }
  return lines
}

function shown({ kind, clause, text }: ProposedQuote): string {
  return kind === 'direct' ? `“${text.replace(/\n/g, ' ¶ ')}”` : (clause ?? text)
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text
}
