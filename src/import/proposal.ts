/** The contract of `npm run import -- FILE --dry-run --json`: what is proposed, as data. */
import { z } from 'zod'
import { day, edtfDate, rightsValues } from '../schema/index.ts'

/** Raised when a field changes its meaning or goes; a new field does not raise it. */
export const proposalVersion = 1

const line = z.number().int().positive().describe('Line of the capture, from 1.')
const certainty = z
  .enum(['certain', 'likely', 'unknown'])
  .describe('`certain`: a name stands beside a verb of saying; `likely`: a pronoun, a description, or carried over.')

export const proposal = z.object({
  version: z.literal(proposalVersion),
  article: z.object({
    id: z.string().describe('Name of the file it would be written to.'),
    title: z.string().nullable(),
    outlet: z.string().nullable().describe('Name of a file in `content/outlets`, or the name of a new one.'),
    agency: z.string().nullable(),
    published: day.nullable(),
    url: z.string().nullable(),
    language: z.string().describe('BCP 47; `und` when neither the page nor its words tell.'),
    rights: z.enum(rightsValues),
    terms: z.array(z.string()).describe('Quoted words that nobody says.'),
    paragraphs: z
      .array(z.object({ kind: z.enum(['paragraph', 'heading']), text: z.string(), line }))
      .describe('The article and only the article, verbatim.'),
    copyOf: z
      .array(z.object({ article: z.string(), share: z.number() }))
      .describe('Articles on record with the same text, and the share of it: its copy counts as no report of its own.'),
    warnings: z.array(z.string()),
  }),
  cut: z
    .array(z.object({ from: line, to: line, words: z.string(), because: z.string() }))
    .describe('What is left out: lines from and to, and the first words.'),
  quotes: z
    .array(
      z.object({
        text: z
          .string()
          .describe(
            'The quoted words without their marks and the comma before the closing one; for `indirect`, the reported clause.',
          ),
        kind: z.enum(['direct', 'mixed', 'indirect']),
        speaker: z
          .string()
          .nullable()
          .describe('Id of a speaker on record, or the name of a new one; null when nobody is proposed.'),
        with: z
          .array(z.string())
          .describe('Further speakers who say it together, as in a joint statement; ids or names like `speaker`.'),
        certainty,
        because: z.string().describe('The words the proposal rests on.'),
        rule: z.string().nullable().describe('The rule that spoke; `--without` switches it off.'),
        line,
        clause: z.string().nullable().describe('For `mixed`: the reported clause that would be linked.'),
        said: edtfDate.nullable().describe('When it was said, where the text tells.'),
        context: z.string().nullable().describe('Where or to whom.'),
        term: z.boolean().describe('True for quoted words that nobody says: the name of a thing.'),
      }),
    )
    .describe('Every span in quotation marks, and reported speech, in the order of the text.'),
  dates: z.array(z.object({ words: z.string(), edtf: edtfDate, line })),
  same: z
    .array(
      z.object({
        quote: z.string().describe('Text of the quote in this article.'),
        with: z.string().describe('`speaker/fragment` of the quote on record.'),
        score: z.number().min(0).max(1),
        warning: z.string().nullable().describe('What speaks against it: a negation, another number.'),
      }),
    )
    .describe('Quotes on record that may be the same utterance.'),
})

export type Proposal = z.output<typeof proposal>
