/** Other languages than English: two with rules, one whose quotations alone are found. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tellLanguage } from '../../src/import/languages/language.ts'
import { readPlainText } from '../../src/import/page/plain-text.ts'
import { type Facts, propose } from '../../src/import/propose.ts'
import type { Speaker } from '../../src/record/types.ts'

const facts: Facts = {
  title: null,
  outlet: null,
  agency: null,
  published: '2025-03-04',
  url: null,
  language: 'uk',
  rights: 'full',
}
const mayor = {
  id: 'mara-lodzinska',
  name: 'Mara Łodzińska',
  kind: 'person',
  aliases: [],
  roles: [],
  country: null,
  quotes: [],
}
const known = {
  record: { speakers: [mayor as unknown as Speaker], articles: [], events: [], outlets: [] },
  refused: new Set<string>(),
}

const texts: { [language: string]: { text: string; quotes: [string, string | null][] } } = {
  Ukrainian: {
    text: `Міст у Порт-Еллісі зачинено
Міст через затоку закрили в суботу після того, як інженери знайшли тріщини у двох опорах. «Ми не чекатимемо нового мосту», — сказала мерка журналістам у понеділок.
Міністр назвав звіт “занадто м’яким” і пообіцяв відповісти протягом тижня. За його словами, ремонт почнеться у квітні.
Mara Łodzińska: «Пором потрібен уже зараз».
`,
    quotes: [
      ['Ми не чекатимемо нового мосту', 'мерка'],
      ['занадто м’яким', 'Міністр'],
      ['Пором потрібен уже зараз', 'mara-lodzinska'],
    ],
  },
  German: {
    text: `Brücke in Port Ellis gesperrt
Die Brücke über die Bucht wurde am Samstag gesperrt, nachdem Ingenieure Risse in zwei Pfeilern gefunden hatten. „Wir warten nicht auf eine neue Brücke“, sagte die Bürgermeisterin am Montag vor Journalisten.
Minister Jónas Björk nannte den Bericht »zu milde« und kündigte eine Antwort binnen einer Woche an. Er sagte, die Reparatur werde im April beginnen.
Anna Berg: „Eine Fähre ist eine Straße.“
`,
    quotes: [
      ['Wir warten nicht auf eine neue Brücke', 'Bürgermeisterin'],
      ['zu milde', 'Jónas Björk'],
      ['Eine Fähre ist eine Straße.', 'Anna Berg'],
    ],
  },
  French: {
    text: `Le pont de Port Ellis est fermé
Le pont sur la baie a été fermé samedi après la découverte de fissures dans deux piles. « Nous n’attendrons pas un nouveau pont », a déclaré lundi la maire aux journalistes.
Le ministre a jugé le rapport « trop clément » et promis une réponse d’ici une semaine. Selon lui, les travaux commenceront en avril.
`,
    quotes: [
      ['Nous n’attendrons pas un nouveau pont', null],
      ['trop clément', null],
    ],
  },
}

for (const [language, { text, quotes }] of Object.entries(texts)) {
  describe(language, () => {
    const draft = propose(readPlainText(text, { title: null }), facts, known)
    test('every quotation is found, with its speaker', () => {
      assert.deepEqual(
        draft.quotes
          .filter(({ kind }) => kind !== 'indirect')
          .map((quote) => [quote.text, quote.person ? (quote.person.id ?? quote.person.name) : null]),
        quotes,
      )
    })
    if (language !== 'French') return
    test('nothing is certain, and no dates are told', () => {
      assert.ok(draft.quotes.every(({ certainty }) => certainty !== 'certain'))
      assert.deepEqual(draft.dates, [])
    })
    test('says so', () => assert.match(draft.capture.warnings.join(), /in a language whose rules are not there/))
  })
}

test('languages are told apart', () => {
  const tell = (text: string) => tellLanguage(text.split('\n'))?.code ?? null
  assert.equal(tell('The last ferry left the island on Sunday, and nobody waved as it went out of the bay.'), 'en')
  assert.equal(tell('“No.”'), 'en')
  const told = Object.entries(texts).map(([language, { text }]) => `${language} ${tell(text)}`)
  assert.deepEqual(told, ['Ukrainian uk', 'German de', 'French null'])
})

test('a quotation that nothing closes is not certain', () => {
  const text =
    'Bridge shut\nThe bridge was shut on Sunday, and this is what the mayor of the town has said of it.\nAnn Berg said: “We will not wait for it.\nThe mayor went home.\n'
  const [quote] = propose(readPlainText(text, { title: null }), { ...facts, language: 'en' }, known).quotes
  assert.deepEqual([quote?.certainty, quote?.because], ['likely', 'Ann Berg said; no mark closes it'])
})
