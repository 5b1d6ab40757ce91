/** All rules, in the order of their ids. A new rule is a file beside this one and a line here. */
import type { Rule } from '../rule.ts'
import { closedQuotation } from './closed-quotation.ts'
import { draft } from './draft.ts'
import { expectedEvent } from './expected-event.ts'
import { fileName } from './file-name.ts'
import { flatLinks } from './flat-links.ts'
import { frontMatter } from './front-matter.ts'
import { knownArticle } from './known-article.ts'
import { knownEvent } from './known-event.ts'
import { knownLabel } from './known-label.ts'
import { knownOutlet } from './known-outlet.ts'
import { knownQuote } from './known-quote.ts'
import { knownSpeaker } from './known-speaker.ts'
import { knownTopic } from './known-topic.ts'
import { oneDefinition } from './one-definition.ts'
import { ownLinks } from './own-links.ts'
import { plainText } from './plain-text.ts'
import { plainWords } from './plain-words.ts'
import { quotationGiven } from './quotation-given.ts'
import { quoteName } from './quote-name.ts'
import { reportedEvent } from './reported-event.ts'
import { saidAgrees } from './said-agrees.ts'
import { saidBasis } from './said-basis.ts'
import { schema } from './schema.ts'
import { textHash } from './text-hash.ts'
import { titleDate } from './title-date.ts'
import { usedTerm } from './used-term.ts'

export const rules: readonly Rule[] = [
  closedQuotation,
  draft,
  expectedEvent,
  fileName,
  flatLinks,
  frontMatter,
  knownArticle,
  knownEvent,
  knownLabel,
  knownOutlet,
  knownQuote,
  knownSpeaker,
  knownTopic,
  oneDefinition,
  ownLinks,
  plainText,
  plainWords,
  quotationGiven,
  quoteName,
  reportedEvent,
  saidAgrees,
  saidBasis,
  schema,
  textHash,
  titleDate,
  usedTerm,
]
