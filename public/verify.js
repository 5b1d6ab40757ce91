#!/usr/bin/env node
/**
 * Says of every quote of a site made with On Record whether its words stand in the copy at the place that is given, and
 * whether anything was changed since a root was written down.
 *
 *   node verify.js <folder or address of the site> [root] [--all]
 *
 * One file, nothing to install: Node 20 or newer. A browser runs the same on the page /verify/ of the site. Whoever does
 * not trust a site takes this file from elsewhere, and the root from where it was stamped.
 *
 * How `data/proof.json` is made, so that it can be checked by other means too:
 * - A block is the text of an element with `data-copy` on the page of the article, its white space folded to one space.
 *   `blocks` has the SHA-256 of each, in UTF-8.
 * - `parts` of a quote are stretches of a block: `words` is `block.slice(start, end)`, in UTF-16 units.
 * - A leaf is SHA-256 of a zero byte and JSON: ["article", id, source, blocks], then for each quote
 *   ["quote", quote, article, text, [[block, start, end, words], …]].
 * - A node is SHA-256 of the byte 1 and the two hashes below it; of n leaves the left side has the largest power of two
 *   smaller than n (RFC 9162, section 2.1). `hash` of an article is the root over its leaves; `root` is that over the
 *   articles. `branch` leads from a quote to its article, and from an article to the root.
 */
;(() => {
  const node = globalThis.process?.versions?.node ? globalThis.process : null
  const utf8 = new TextEncoder()

  /** SHA-256 as hexadecimal digits. */
  async function sha256(...parts) {
    const bytes = parts.map((part) => (typeof part === 'string' ? utf8.encode(part) : part))
    if (node) {
      const sum = (await crypt).createHash('sha256')
      for (const part of bytes) sum.update(part)
      return sum.digest('hex')
    }
    if (!globalThis.crypto?.subtle) throw new Error('A browser makes hashes only on pages that came over https.')
    return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(bytes).arrayBuffer())))
  }
  const crypt = node && import('node:crypto')
  const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

  const leafHash = (...fields) => sha256(Uint8Array.of(0), JSON.stringify(fields))
  const nodeHash = (left, right) => sha256(Uint8Array.of(1), fromHex(left), fromHex(right))

  /** Where a branch leads from a hash. */
  async function climb(hash, branch) {
    let at = hash
    for (const { left, right } of branch) at = await (left ? nodeHash(left, at) : nodeHash(at, right))
    return at
  }

  /** The root over hashes. */
  async function grow(hashes) {
    if (hashes.length === 0) return sha256('')
    if (hashes.length === 1) return hashes[0]
    const half = 2 ** Math.floor(Math.log2(hashes.length - 1))
    return nodeHash(await grow(hashes.slice(0, half)), await grow(hashes.slice(half)))
  }

  const articleLeaf = ({ id, source, blocks }) => leafHash('article', id, source, blocks)
  const quoteLeaf = ({ quote, text, parts }, article) =>
    leafHash(
      'quote',
      quote,
      article,
      text,
      parts.map(({ block, start, end, words }) => [block, start, end, words]),
    )

  /** Elements that stand by themselves. */
  const apart =
    /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|td|th|title|tr|ul)$/i
  const named = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    bdquo: '„',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    shy: '',
  }
  const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

  /** The text of HTML as it is shown, white space folded; a no-break space stays. */
  function textOf(html) {
    return html
      .replace(/<!--.*?-->|<(script|style|template|noscript|svg)\b.*?<\/\1\s*>/gis, ' ')
      .replace(/<\/?([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi, (_, tag) => (apart.test(tag) ? ' ' : ''))
      .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (found, hex, decimal, name) => {
        if (name) return named[name] ?? found
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return windows[code - 0x80] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : found)
      })
      .replace(/[ \t\n\r\f]+/g, ' ')
      .trim()
  }

  /** The texts of the elements whose start tag fits, in the order of the page. */
  function textsOf(html, start) {
    const texts = []
    for (const { 0: open, 1: tag, index } of html.matchAll(start)) {
      let depth = 1
      let end = html.length
      const edges = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'gi')
      edges.lastIndex = index + open.length
      for (let edge = edges.exec(html); edge; edge = depth > 0 ? edges.exec(html) : null) {
        depth += edge[1] ? -1 : 1
        end = edge.index
      }
      texts.push(textOf(html.slice(index + open.length, end)))
    }
    return texts
  }

  /** What the page of an article prints of it, block by block. */
  const blocksOf = (html) => textsOf(html, /<(div|p)\b[^<>]*\sdata-copy(?=[\s=>])[^<>]*>/gi)

  /** Where two texts first differ; -1 when they are one. */
  function firstDifference(found, expected) {
    if (found === expected) return -1
    let at = 0
    while (found[at] === expected[at]) at += 1
    return at
  }

  /** A difference in words: what stands there, and what should. */
  function describe(found, expected) {
    const at = firstDifference(found, expected)
    const cut = (text) =>
      `${at > 20 ? '…' : ''}${text.slice(Math.max(0, at - 20), at + 20)}${text.length > at + 20 ? '…' : ''}`
    return { at, message: `“${cut(found)}” stands where “${cut(expected)}” is expected` }
  }

  /** The letters and digits of a text: marks may be set otherwise on a page of ours. */
  const letters = (text) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')

  /** What is wrong with the proof by itself, and its articles by id. */
  async function checkProof(proof, root, report) {
    const place = 'data/proof.json'
    for (const article of proof.articles) {
      const leaves = [await articleLeaf(article)]
      for (const quote of article.quotes) {
        const leaf = await quoteLeaf(quote, article.id)
        leaves.push(leaf)
        if ((await climb(leaf, quote.branch)) !== article.hash)
          report({
            place,
            article: article.id,
            quote: quote.quote,
            message: 'what is said of this quote, or its branch, was changed',
          })
        const own = letters(quote.parts.map(({ words }) => words).join(''))
        if (quote.parts.length > 0 && own !== letters(quote.text))
          report({ place, article: article.id, quote: quote.quote, ...describe(letters(quote.text), own) })
      }
      if ((await grow(leaves)) !== article.hash)
        report({ place, article: article.id, message: 'what is said of this article was changed' })
      if ((await climb(article.hash, article.branch)) !== root)
        report({ place, article: article.id, message: 'this article does not lead to the root' })
    }
    const own = await grow(proof.articles.map(({ hash }) => hash))
    if (own !== root) report({ place, message: `the root over all articles is ${own}, not ${root}` })
  }

  /** Compares the page of an article with its proof; gives what it prints. */
  async function checkArticle(article, html, report) {
    const found = blocksOf(html)
    const at = { place: article.page, article: article.id }
    if (found.length !== article.blocks.length)
      report({ ...at, message: `${found.length} blocks are printed, ${article.blocks.length} are expected` })
    for (const [block, hash] of article.blocks.entries()) {
      const text = found[block] ?? ''
      if ((await sha256(text)) === hash) continue
      // The words of a quote are known, so that the place can be named; of others only the block is.
      const parts = article.quotes.flatMap(({ parts, quote }) => parts.map((part) => ({ ...part, quote })))
      const changed = parts.find((part) => part.block === block && text.slice(part.start, part.end) !== part.words)
      const difference = changed && describe(text.slice(changed.start, changed.end), changed.words)
      report({
        ...at,
        block,
        ...(difference && { quote: changed.quote, at: changed.start + difference.at }),
        message: difference?.message ?? `other words than before stand in the block that begins “${text.slice(0, 40)}”`,
      })
    }
    for (const { parts, quote } of article.quotes)
      for (const { block, end, start, words } of parts) {
        const text = (found[block] ?? '').slice(start, end)
        if (text !== words) report({ ...at, block, quote, ...describe(text, words) })
      }
    return found
  }

  /** Whether a sentence, or several with ` … ` between, stands in a copy. */
  function findStranger(sentence, blocks) {
    return sentence.split(' … ').find((piece) => !blocks.some((block) => block.includes(piece.trim())))
  }

  const sentences = /<(blockquote)\b[^<>]*\bclass="sentence\b[^<>]*\sdata-copy(?=[\s=>])[^<>]*>/gi

  /** Compares the page of a quote, and what the data have of it, with its proof. */
  function checkQuote({ id, wordings, proven, html, page, copies }, report) {
    const printed = textsOf(html, sentences)
    if (printed.length !== wordings.length)
      report({
        place: page,
        quote: id,
        message: `${printed.length} wordings are printed, ${wordings.length} are expected`,
      })
    const left = [...proven]
    for (const [index, wording] of wordings.entries()) {
      const { article } = wording
      const data = { place: 'data/quotes.json', article, quote: id }
      const own = left.filter((one) => one.article === article)
      const proof = own.find(({ text }) => text === wording.text) ?? own[0]
      if (!proof) {
        report({ ...data, message: 'this wording has no proof' })
        continue
      }
      left.splice(left.indexOf(proof), 1)
      const blocks = copies.get(article) ?? []
      const pieces = wording.pieces.map((part) => part.map(({ text }) => text).join('')).join('')
      if (wording.text !== proof.text) report({ ...data, ...describe(wording.text, proof.text) })
      if (wording.parts.join(' … ') !== proof.text)
        report({ ...data, ...describe(wording.parts.join(' … '), proof.text) })
      if (letters(pieces) !== letters(proof.text))
        report({ ...data, ...describe(letters(pieces), letters(proof.text)) })
      for (const [place, found] of [
        ['data/quotes.json', wording.sentence],
        [page, printed[index] ?? ''],
      ]) {
        const sentence = found.replace(/[ \t\n\r\f]+/g, ' ')
        const stranger = findStranger(sentence, blocks)
        const missing = proof.parts.find(({ words }) => !sentence.includes(words))
        if (stranger !== undefined || missing)
          report({ place, article, quote: id, message: `“${stranger ?? sentence}” is not what the copy has` })
      }
      if (index > 0) continue
      // Above all the words stand once more, set as speech.
      const [head = ''] = textsOf(html, /<(h1)\b[^<>]*>/gi)
      const all = letters(blocks.join(''))
      const isOurs = head.split(' … ').every((piece) => all.includes(letters(piece)))
      if (!isOurs || !letters(head).includes(letters(proof.text)))
        report({ place: page, article, quote: id, ...describe(letters(head), letters(proof.text)) })
    }
    for (const { article } of left)
      report({ place: 'data/quotes.json', article, quote: id, message: 'a wording is missing' })
  }

  /**
   * Verifies a whole site. `read` gives a file of the site as a text, by its path; it fails for one that is not there.
   * Gives the root, how much was looked at, and all that is wrong, each with its place.
   */
  async function verifySite(read, given, seen = () => {}) {
    const problems = []
    const report = (problem) => problems.push(problem)
    const proof = JSON.parse(await read('data/proof.json'))
    const root = given ?? proof.root
    if (proof.root !== root)
      report({ place: 'data/proof.json', message: `the site gives the root ${proof.root}, not ${root}` })
    await checkProof(proof, root, report)
    const copies = new Map()
    await eachOf(proof.articles, async (article) => {
      const html = await read(article.page).catch(() => null)
      if (html === null) report({ place: article.page, article: article.id, message: 'the page is not there' })
      else copies.set(article.id, await checkArticle(article, html, report))
    })
    const proven = new Map()
    for (const { id, quotes } of proof.articles)
      for (const quote of quotes) {
        const list = proven.get(quote.quote) ?? []
        list.push({ ...quote, article: id })
        proven.set(quote.quote, list)
      }
    const { quotes } = JSON.parse(await read('data/quotes.json'))
    await eachOf(quotes, async ({ id, wordings }) => {
      const own = proven.get(id) ?? []
      proven.delete(id)
      const page = own[0]?.page ?? `quotes/${id}/`
      const html = await read(page).catch(() => null)
      if (html === null) report({ place: page, quote: id, message: 'the page is not there' })
      else checkQuote({ id, wordings, proven: own, html, page, copies }, report)
      seen(id, problems.filter(({ quote }) => quote === id).length === 0)
    })
    for (const id of proven.keys()) report({ place: 'data/quotes.json', quote: id, message: 'this quote is missing' })
    return { root, isGiven: given !== undefined, articles: proof.articles.length, quotes: quotes.length, problems }
  }

  /** Some at a time. */
  async function eachOf(list, work) {
    const queue = list.values()
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const one of queue) await work(one)
      }),
    )
  }

  const foldMarks = (text) =>
    text
      .replace(/["“”„‟«»]/g, '"')
      .replace(/['‘’‚‛]/g, "'")
      .replace(/\s+/g, ' ')
      .replace(/\u00AD/g, '')
      .trim()

  /**
   * How words stand in a text: `exact`, `marks` where only quotation marks and spaces are others, or else the longest
   * beginning of them that is there, and what follows it in the text.
   */
  function findIn(text, words, all = foldMarks(text)) {
    const wanted = words.replace(/[ \t\n\r\f]+/g, ' ').trim()
    if (text.includes(wanted)) return { as: 'exact' }
    const folded = foldMarks(wanted)
    if (all.includes(folded)) return { as: 'marks' }
    let [low, high] = [0, folded.length]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (all.includes(folded.slice(0, middle))) low = middle
      else high = middle - 1
    }
    const at = low < 12 ? -1 : all.indexOf(folded.slice(0, low))
    return {
      as: 'other',
      upTo: at === -1 ? '' : folded.slice(0, low),
      expected: folded.slice(low, low + 40),
      found: at === -1 ? '' : all.slice(at + low, at + low + 40),
    }
  }

  /** The quotes of a proof in which words stand, each with its article and how they stand; the likest where none has them. */
  function findWords(proof, words) {
    const all = proof.articles.flatMap((article) => article.quotes.map((quote) => ({ article, quote })))
    const found = all.map((one) => ({
      ...one,
      how: findIn(`${one.quote.text} ${one.quote.parts.map((part) => part.words).join(' … ')}`, words),
    }))
    const there = found.filter(({ how }) => how.as !== 'other')
    if (there.length > 0) return there
    const likest = found.reduce(
      (best, one) => ((one.how.upTo?.length ?? 0) > (best?.how.upTo?.length ?? 0) ? one : best),
      null,
    )
    return likest ? [likest] : []
  }

  /** What is wrong with one quote: its branch, and its words on the page of the article. */
  async function verifyQuote(proof, article, quote, html) {
    const problems = []
    const leaf = await quoteLeaf(quote, article.id)
    const top = await climb(await climb(leaf, quote.branch), article.branch)
    if (top !== proof.root)
      problems.push({ place: 'data/proof.json', quote: quote.quote, message: 'the branch does not lead to the root' })
    await checkArticle({ ...article, quotes: [quote] }, html, (problem) => problems.push(problem))
    return problems
  }

  const verifier = { blocksOf, climb, findIn, findWords, foldMarks, quoteLeaf, sha256, textOf, verifyQuote, verifySite }
  globalThis.onRecordVerifier = verifier

  if (!node || !/(?:^|[\\/])(?:verify(?:\.js)?|on-record-verify(?:\.cmd)?)$/.test(node.argv[1] ?? '')) return

  async function main() {
    const words = node.argv.slice(2)
    const [site, root] = words.filter((word) => !word.startsWith('--'))
    const isAll = words.includes('--all')
    if (!site || words.includes('--help') || (root && !/^[0-9a-f]{64}$/.test(root))) {
      console.log(
        'node verify.js <folder or address of the site> [root, 64 hexadecimal digits] [--all: a line for each quote]',
      )
      node.exitCode = site && !words.includes('--help') ? 2 : 0
      return
    }
    const { readBytes, read } = await openSite(site)
    const started = performance.now()
    const {
      articles,
      isGiven,
      problems,
      quotes,
      root: used,
    } = await verifySite(read, root, (id, isGood) => {
      if (isAll) console.log(`${isGood ? 'as printed' : 'CHANGED   '}  ${id}`)
    })
    for (const { article, at, block, message, place, quote } of problems)
      console.log(
        `${[
          place,
          article && `article ${article}`,
          block !== undefined && `block ${block + 1}`,
          at !== undefined && `character ${at + 1}`,
          quote && `quote ${quote}`,
        ]
          .filter(Boolean)
          .join(', ')}: ${message}.`,
      )
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(
      `${quotes} quotes in ${articles} articles, ${problems.length === 0 ? 'nothing was changed' : `${problems.length} differences`}; ${seconds} s.`,
    )
    console.log(
      `Root ${used}, ${isGiven ? 'as you gave it' : 'as the site itself gives it: give the one that was stamped to see whether anything has changed since'}.`,
    )
    for (const line of await describeStamps(used, readBytes)) console.log(line)
    node.exitCode = problems.length === 0 ? 0 : 1
  }

  /** A folder or an address, as a way to read its files. */
  async function openSite(site) {
    const toFile = (path) => (path.endsWith('/') ? `${path}index.html` : path)
    if (/^https?:\/\//.test(site)) {
      const base = site.endsWith('/') ? site : `${site}/`
      const get = async (path) => {
        const answer = await fetch(new URL(path, base))
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
        return answer
      }
      return {
        read: async (path) => (await get(path)).text(),
        readBytes: async (path) => new Uint8Array(await (await get(path)).arrayBuffer()),
      }
    }
    const [{ readFile }, { join }] = await Promise.all([import('node:fs/promises'), import('node:path')])
    return {
      read: (path) => readFile(join(site, toFile(path)), 'utf8'),
      readBytes: (path) => readFile(join(site, toFile(path))),
    }
  }

  /** Whether stamps of the root stand with the site: what they say of the time only their own programs can judge. */
  async function describeStamps(root, readBytes) {
    const digest = await sha256(`${root}\n`)
    const kinds = [
      ['ots', 'ots verify'],
      ['tsr', 'openssl ts -verify'],
    ]
    const lines = await Promise.all(
      kinds.map(async ([ending, command]) => {
        const path = `data/stamps/${root}.${ending}`
        const bytes = await readBytes(path).catch(() => null)
        if (!bytes) return null
        return toHex(bytes).includes(digest)
          ? `${path} is made for this root; when it was made, \`${command}\` says, not this program.`
          : `${path} is NOT made for this root.`
      }),
    )
    const found = lines.filter(Boolean)
    return found.length > 0 ? found : ['No stamp of this root stands with the site.']
  }

  main().catch((error) => {
    console.error(error.message)
    globalThis.process.exitCode = 2
  })
})()
