/** All rules, in the order of their ids. A new rule is a file beside this one and a line here. */
import type { Rule } from '../rule.ts'
import { balancedText } from './balanced-text.ts'
import { closedQuotation } from './closed-quotation.ts'
import { copiedArticle } from './copied-article.ts'
import { dateOrder } from './date-order.ts'
import { draft } from './draft.ts'
import { expectedEvent } from './expected-event.ts'
import { fileName } from './file-name.ts'
import { fileSize } from './file-size.ts'
import { filedOnce } from './filed-once.ts'
import { flatLinks } from './flat-links.ts'
import { frontMatter } from './front-matter.ts'
import { hiddenText } from './hidden-text.ts'
import { inSequence } from './in-sequence.ts'
import { keptAddress } from './kept-address.ts'
import { keptMarkup } from './kept-markup.ts'
import { keptSigns } from './kept-signs.ts'
import { knownArticle } from './known-article.ts'
import { knownEvent } from './known-event.ts'
import { knownLabel } from './known-label.ts'
import { knownOutlet } from './known-outlet.ts'
import { knownQuote } from './known-quote.ts'
import { knownSpeaker } from './known-speaker.ts'
import { knownTopic } from './known-topic.ts'
import { movedAddress } from './moved-address.ts'
import { namedCorrection } from './named-correction.ts'
import { nearQuote } from './near-quote.ts'
import { oneAlias } from './one-alias.ts'
import { oneDefinition } from './one-definition.ts'
import { oneName } from './one-name.ts'
import { oneScript } from './one-script.ts'
import { oneSpeaker } from './one-speaker.ts'
import { ownFiles } from './own-files.ts'
import { ownLinks } from './own-links.ts'
import { ownWords } from './own-words.ts'
import { plainText } from './plain-text.ts'
import { plainWords } from './plain-words.ts'
import { plainYaml } from './plain-yaml.ts'
import { quotationGiven } from './quotation-given.ts'
import { quoteLength } from './quote-length.ts'
import { quoteName } from './quote-name.ts'
import { quoteWords } from './quote-words.ts'
import { readLedger } from './read-ledger.ts'
import { reportedEvent } from './reported-event.ts'
import { reportedOutcome } from './reported-outcome.ts'
import { reservedName } from './reserved-name.ts'
import { saidAgrees } from './said-agrees.ts'
import { saidBasis } from './said-basis.ts'
import { saidInTime } from './said-in-time.ts'
import { schema } from './schema.ts'
import { settledMerge } from './settled-merge.ts'
import { textHash } from './text-hash.ts'
import { textLimits } from './text-limits.ts'
import { titleDate } from './title-date.ts'
import { usedTerm } from './used-term.ts'
import { webAddress } from './web-address.ts'
import { withdrawnQuote } from './withdrawn-quote.ts'

export const rules: readonly Rule[] = [
  balancedText,
  closedQuotation,
  copiedArticle,
  dateOrder,
  draft,
  expectedEvent,
  fileName,
  fileSize,
  filedOnce,
  flatLinks,
  frontMatter,
  hiddenText,
  inSequence,
  keptAddress,
  keptMarkup,
  keptSigns,
  knownArticle,
  knownEvent,
  knownLabel,
  knownOutlet,
  knownQuote,
  knownSpeaker,
  knownTopic,
  movedAddress,
  namedCorrection,
  nearQuote,
  oneAlias,
  oneDefinition,
  oneName,
  oneScript,
  oneSpeaker,
  ownFiles,
  ownLinks,
  ownWords,
  plainText,
  plainWords,
  plainYaml,
  quotationGiven,
  quoteLength,
  quoteName,
  quoteWords,
  readLedger,
  reportedEvent,
  reportedOutcome,
  reservedName,
  saidAgrees,
  saidBasis,
  saidInTime,
  schema,
  settledMerge,
  textHash,
  textLimits,
  titleDate,
  usedTerm,
  webAddress,
  withdrawnQuote,
]
