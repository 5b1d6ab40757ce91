/** The page on which words are checked. What finds and judges them is `verify.js`, as published. */
import { make, makeLink } from '../../elements.ts'

interface Part {
  block: number
  start: number
  end: number
  words: string
}
interface Proven {
  quote: string
  page: string
  text: string
  parts: Part[]
  branch: object[]
}
interface ProvenArticle {
  id: string
  page: string
  source: string
  quotes: Proven[]
  branch: object[]
}
interface Proof {
  root: string
  articles: ProvenArticle[]
}
interface How {
  as: 'exact' | 'marks' | 'other'
  upTo?: string
  expected?: string
  found?: string
}
interface Verifier {
  findIn: (text: string, words: string, folded?: string) => How
  findWords: (proof: Proof, words: string) => { article: ProvenArticle; quote: Proven; how: How }[]
  foldMarks: (text: string) => string
  textOf: (html: string) => string
  verifyQuote: (proof: Proof, article: ProvenArticle, quote: Proven, html: string) => Promise<{ message: string }[]>
}

declare global {
  var onRecordVerifier: Verifier
}

const place = document.querySelector<HTMLElement>('[data-verify]') as HTMLElement
const part = <Kind extends HTMLElement>(name: string): Kind => place.querySelector<Kind>(name) as Kind
const { line, list } = { line: part('[data-line]'), list: part('[data-found]') }
const words = part<HTMLTextAreaElement>('textarea')
const page = part<HTMLInputElement>('input')

/** Statements that are shown, at most: of two words there may be thousands. */
const most = 20

part('[data-words]').addEventListener('submit', (event) => {
  event.preventDefault()
  void check((proof) => {
    const found = onRecordVerifier.findWords(proof, words.value)
    const there = found.filter(({ how }) => how.as !== 'other')
    const items = found
      .slice(0, most)
      .map(({ article, how, quote }) =>
        how.as === 'other'
          ? nearest(article, quote, how, ['the record', 'your words'])
          : judge(proof, article, quote, how),
      )
    if (there.length === 0) return ['These words stand in no statement of this record.', items]
    const number = there.length === 1 ? 'one statement' : `${there.length} wordings`
    const shown = there.length > most ? `; the first ${most} are shown` : ''
    return [`They stand in ${number} of this record${shown}.`, items]
  })
})

part('[data-page]').addEventListener('submit', (event) => {
  event.preventDefault()
  void check(async (proof) => {
    const [file] = page.files ?? []
    if (!file) return ['Choose a file first.', []]
    const { findIn, foldMarks, textOf } = onRecordVerifier
    const text = textOf(await file.text())
    const folded = foldMarks(text)
    const partsOf = ({ quotes }: ProvenArticle) => quotes.flatMap((quote) => quote.parts.map((own) => ({ quote, own })))
    const scores = proof.articles.map(
      (article) => partsOf(article).filter(({ own }) => folded.includes(foldMarks(own.words))).length,
    )
    const best = Math.max(...scores)
    const article = proof.articles[scores.indexOf(best)]
    if (!article || best === 0) return ['No statement of this record stands in this page.', []]
    const all = partsOf(article).map(({ own, quote }) => ({ quote, how: findIn(text, own.words, folded) }))
    const good = all.filter(({ how }) => how.as !== 'other').length
    const items = all.map(({ how, quote }) =>
      how.as === 'other'
        ? nearest(article, quote, how, ['the page', 'the record'])
        : item(article, quote, said[how.as]),
    )
    return [`Of ${all.length} stretches that this record has from ${article.id}, ${good} stand in this page.`, items]
  })
})

const said = {
  exact: 'Word for word.',
  marks: 'Word for word; quotation marks or spaces are set otherwise.',
}

/** What a check says, and of which statements. */
type Outcome = [said: string, items: (HTMLElement | Promise<HTMLElement>)[]]

let checks = 0

/** Runs one check, and says how it went; what was asked before and comes later says nothing. */
async function check(work: (proof: Proof) => Outcome | Promise<Outcome>): Promise<void> {
  const number = ++checks
  const tell = (words: string, items: HTMLElement[] = []): void => {
    if (number !== checks) return
    line.textContent = words
    list.replaceChildren(...items)
  }
  tell('Checking …')
  try {
    const home = place.dataset['home'] ?? '/'
    // As it is published, and loaded when it is first used.
    await import(/* @vite-ignore */ new URL(`${home}verify.js`, document.baseURI).href)
    const [words, items] = await work(JSON.parse(await get(`${home}data/proof.json`)))
    tell(words, await Promise.all(items))
  } catch (error) {
    tell(`It could not be checked: ${error instanceof Error ? error.message : error}`)
  }
}

async function get(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`)
  return answer.text()
}

/** Checks one wording against the copy and the root. */
async function judge(proof: Proof, article: ProvenArticle, quote: Proven, how: How): Promise<HTMLElement> {
  const html = await get(`${place.dataset['home']}${article.page}`)
  const problems = await onRecordVerifier.verifyQuote(proof, article, quote, html)
  const where = quote.parts.map(({ block, end, start }) => `block ${block + 1}, characters ${start + 1} to ${end}`)
  const steps = quote.branch.length + article.branch.length
  const good = `They stand in our copy, ${where.join('; ')}. The copy is as it was hashed, and ${steps} hashes lead from these words to the root ${proof.root}.`
  const marks = how.as === 'marks' ? 'Your quotation marks or spaces are others. ' : ''
  return item(
    article,
    quote,
    problems.length === 0
      ? marks + good
      : `Something was changed: ${problems.map(({ message }) => message).join('; ')}.`,
  )
}

/** What comes nearest, and where it first differs: `searched` is what was looked through, `sought` what was looked for. */
function nearest(article: ProvenArticle, quote: Proven, how: How, [searched, sought]: [string, string]): HTMLElement {
  const { expected, found, upTo } = how
  if (!upTo) return item(article, quote, 'Not found, nor its beginning.')
  return item(
    article,
    quote,
    `The same up to: ${upTo.slice(-40)} | Then ${searched} goes on: ${found || '(nothing)'} | And ${sought}: ${expected}`,
  )
}

function item(article: ProvenArticle, quote: Proven, text: string): HTMLElement {
  const link = makeLink(`${place.dataset['home']}${quote.page}`, quote.text)
  return make('li', '', link, make('p', 'meta soft', `${article.id}. ${text}`))
}

/** A page of a quote leads here with its id. */
async function openNamed(): Promise<void> {
  const id = new URLSearchParams(location.search).get('quote')
  if (!id) return
  await check((proof) => {
    const items = proof.articles.flatMap((article) =>
      article.quotes.filter(({ quote }) => quote === id).map((quote) => judge(proof, article, quote, { as: 'exact' })),
    )
    if (items.length === 0) return ['This record has no such statement.', items]
    return [`${items.length === 1 ? 'One wording' : `${items.length} wordings`} of this statement.`, items]
  })
}

void openNamed()
