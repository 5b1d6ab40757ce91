/** English. */
import type { LanguageParts } from '../parts.ts'

const past =
  /^(?:began|broke|brought|came|chose|drew|drove|fell|flew|found|gave|got|grew|held|hit|kept|knew|left|lost|made|met|paid|put|ran|rose|sank|sat|saw|sent|shook|shot|sold|spent|stood|struck|took|went|threw|spoke|wore|tore|swore|blew|ate|hung|lay|led|lent|read|rode|sang|slept|swept|taught|thought|understood|wept|wound|became|bought|built|caught|cut|dealt|did|dug|fed|felt|fled|forgot|fought|heard|hurt|laid|let|meant|sought|set|shut|split|spread|stole|swung|won|withdrew|woke|won|wore|wrote|wants?|needs?|plans?|means?|knows?|hopes?|says?|goes|remains?|needed|\p{Ll}{2,}ed)$/u

export const en: LanguageParts = {
  code: 'en',
  capitalNouns: false,
  // `spokesmen`, `advisers`, `biologist`: a plural, or an ending that only nouns for a person have.
  forms: (word) => [
    ...(/men$/.test(word) ? [word.replace(/men$/, 'man')] : []),
    ...(/s$/.test(word) ? [word.slice(0, -1)] : []),
    ...(/(?:[aeiou]n|olog|art|ell|iv|nom|tour|ic|ation|onal)ist$|(?:grapher|maker|keeper|holder|worker|goer|owner|watcher|seller)$/.test(
      word,
    )
      ? ['expert']
      : []),
  ],
  isFinite: (word) => past.test(word),
  isAdverb: (word) => /^\p{Ll}{3,}ly$/u.test(word) && !/^(?:family|elderly|assembly|ally|bully|early)$/.test(word),
  isParticiple: (word) => /^\p{Ll}{3,}(?:ed|ing)$/u.test(word),
  isPersonNoun: (word) => /(?:[^h]ers|[ct]ors|ists|ians|men|women|ees|ants|people|folk)$/.test(word),
  isPlural: (word) => /(?:[^s]s|men|women|people|police)$/.test(word),
  takesAddressee: (word) => /^(?:told|tells?|telling|reminded|assured|informed|warned|warns)$/.test(word),
  inverts: false,
}
