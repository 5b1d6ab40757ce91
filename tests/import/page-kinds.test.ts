/** Pages kind by kind: what once lost a paragraph, a word or a date, with the right value. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { decode } from '../../src/import/page/decode.ts'
import { readPlainText } from '../../src/import/page/plain-text.ts'
import { readWebPage } from '../../src/import/page/web-page.ts'

const paragraphs = [
  'The bridge over the bay was closed on Saturday after two cracks were found.',
  '“We will not open it again before it is safe,” Mayor Ruta Calder told reporters.',
  'A ferry will run from Monday, the harbour office said in a note to residents.',
  'The last bridge on the spot fell in 1931, when nobody was on it but a goat.',
]
const prose = paragraphs.map((text) => `<p>${text}</p>`).join('')
const texts = (html: string) => readWebPage(html).blocks.map(({ text }) => text)
const first = (inner: string) => texts(`<main><h1>Bridge shut for a year</h1>${inner}${prose}</main>`)[0]

const unseen = join(import.meta.dirname, '../fixtures/import/unseen-pages')
describe('pages written before the rules', () => {
  for (const file of readdirSync(unseen).filter((name) => name.endsWith('.html')))
    test(file, () => {
      const { title, published, blocks } = readWebPage(readFileSync(join(unseen, file), 'utf8'))
      const expected = JSON.parse(readFileSync(join(unseen, file.replace('.html', '.json')), 'utf8'))
      assert.deepEqual(
        { title, published: published?.day ?? null, paragraphs: blocks.map(({ text }) => text) },
        expected,
      )
    })
})

describe('a box with a fair share of the prose is no furniture by its name', () => {
  const names =
    'overflow-hidden|content-with-sidebar|without-sidebar|has-sidebar|sidebar-layout|field--label-hidden|elementor-widget-wrap|post-paywall|comments-enabled article|layout has-ad-top|article__teaser|single-author|hidden md:block|gallery-page|with-related|popular-theme|site-footer-sticky|no-comments|newsletter-open|author-box-hidden'
  for (const name of names.split('|')) {
    test(`around the text: ${name}`, () =>
      assert.deepEqual(
        texts(`<main><h1>Bridge shut for a year</h1><div class="${name}">${prose}</div></main>`),
        paragraphs,
      ))
    test(`around all: ${name}`, () =>
      assert.deepEqual(
        texts(`<div class="${name}"><h1>Bridge shut for a year</h1><div>${prose}</div></div>`),
        paragraphs,
      ))
  }
  for (const name of ['paywall', 'Text_weight__pq-Ub', 'caption-free meta', 'ad-adjacent'])
    test(`on each paragraph: ${name}`, () =>
      assert.deepEqual(
        texts(`<main><h1>Bridge shut for a year</h1>${prose.replaceAll('<p>', `<p class="${name}">`)}</main>`),
        paragraphs,
      ))
  for (const [open, close] of [
    ['<form id="aspnetForm">', '</form>'],
    ['<template shadowrootmode="open">', '</template>'],
    ['<news-shell><template shadowrootmode="open"><slot></slot></template>', '</news-shell>'],
    ['<fieldset>', '</fieldset>'],
    ['<details open><summary>More</summary>', '</details>'],
    ['<news-body><template shadowrootmode="closed">', '</template></news-body>'],
    ['<section role="alert">', '</section>'],
    ['<div aria-hidden="true">', '</div>'],
    ['<section role="complementary">', '</section>'],
  ])
    test(`inside ${open}`, () =>
      assert.deepEqual(texts(`<main><h1>Bridge shut for a year</h1>${open}${prose}${close}</main>`), paragraphs))
  for (const name of ['comments', 'related-stories', 'newsletter', 'most-read', 'sidebar'])
    test(`still furniture: ${name}`, () =>
      assert.deepEqual(
        texts(
          `<div><h1>Bridge shut for a year</h1><div>${prose}</div><div class="${name}"><p>A storm took the roof of the fish hall on Friday night.</p></div></div>`,
        ),
        paragraphs,
      ))
})

describe('what leads in, and what a page puts between', () => {
  const lead = 'The bridge stays shut until May at least, the council said on Monday.'
  for (const around of ['<div class="field-teaser"><p>', '<h2 class="subTitle">', '<div class="article-announce">'])
    test(`between headline and text: ${around}`, () =>
      assert.deepEqual(
        texts(
          `<div><h1>Bridge shut for a year</h1>${around}${lead}${around.includes('h2') ? '</h2>' : '</div>'}<div class="text">${prose}</div></div>`,
        ),
        [lead, ...paragraphs],
      ))
  const between = [
    '<p><strong>Читайте також:</strong> <a href="/a">Пором знову ходить тричі на годину</a></p>',
    '<div><h3>Lesen Sie auch</h3><ul><li><a href="/a">Wie die Stadt ihre Brücken vergaß</a></li></ul></div>',
    '<div><h3>Sur le même sujet</h3><div><a href="/a">Le phare à vendre</a><p>Onze pièces et pas d’eau courante, il cherche un acheteur.</p></div></div>',
    '<p class="b"><b>À lire aussi :</b> <a href="/a">Les pêcheurs bloquent l’entrée du port</a></p>',
    '<div>REKLAMA</div>',
    '<p>広告</p>',
    '<p>اقرأ أيضا: <a href="/a">العبارة تعود إلى الخدمة</a></p>',
    '<div>Publié le 12 juin 2025 à 18h04</div>',
    '<div class="subscription-widget-wrap"><p>The Letter is paid for by those who read it; become one today.</p></div>',
    '<ol class="footnotes"><li>A third of them left, by this reporter’s count. <a href="#r">↩</a></li></ol>',
  ]
  for (const html of between)
    test(html, () =>
      assert.deepEqual(
        texts(
          `<main><h1>Bridge shut for a year</h1><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>${html}<p>${paragraphs[2]}</p><p>${paragraphs[3]}</p></main>`,
        ),
        paragraphs,
      ),
    )
  test('line breaks part a link to another story from the text', () =>
    assert.deepEqual(
      texts(
        `<div><h1>Bridge shut for a year</h1><div>${paragraphs.slice(0, 3).join('<br><br>')}<br><br><a href="/a">The last ferryman of the bay</a><br><br>${paragraphs[3]}</div></div>`,
      ),
      paragraphs,
    ))
  test('the headline is the article’s, not the name of the site in it', () =>
    assert.equal(
      readWebPage(
        `<title>Coast Notes: The last goat</title><body><h1>Coast Notes</h1><div><h3>The last goat</h3>${prose}</div></body>`,
      ).title,
      'The last goat',
    ))
})

describe('paragraphs that are none by their element', () => {
  const kinds: { [kind: string]: string } = {
    'plain text in one element': `<pre>${paragraphs.join('\n\n')}</pre>`,
    'spans that are shown as blocks': paragraphs.map((text) => `<span style="display: block">${text}</span>`).join(''),
    'entries of a list': `<ol>${paragraphs.map((text) => `<li>${text}</li>`).join('')}</ol>`,
    'own elements within paragraphs': paragraphs.map((text) => `<p><a-b><i>${text}</i></a-b></p>`).join(''),
    'paragraphs that nothing closes': `<font>${paragraphs.join('<p>')}</font>`,
  }
  for (const [kind, html] of Object.entries(kinds))
    test(kind, () =>
      assert.deepEqual(texts(`<main><h1>Bridge shut for a year</h1><div>${html}</div></main>`), paragraphs),
    )
})

describe('a line is read as a browser shows it', () => {
  const cases: [html: string, text: string][] = [
    [
      '“We shut it before <gu-link>it is safe</gu-link>,” Calder told the council.',
      '“We shut it before it is safe,” Calder told the council.',
    ],
    [
      'The <acronym>NHS</acronym> and the <big>Harbour</big> Board met on Monday.',
      'The NHS and the Harbour Board met on Monday.',
    ],
    ['We will <s>never</s> not open it before May.', 'We will not open it before May.'],
    ['We will <strike>never</strike><del>ever</del> open it before May.', 'We will open it before May.'],
    ['“It is safe<sup>1</sup>,” Calder told the council.', '“It is safe,” Calder told the council.'],
    ['“It is safe<sup><a href="#n">[2]</a></sup>,” Calder told the council.', '“It is safe,” Calder told the council.'],
    [
      'The pool of 40 m<sup>2</sup> was emptied on the 19<sup>th</sup> of May.',
      'The pool of 40 m2 was emptied on the 19th of May.',
    ],
    [
      'The lamp reads <ruby>光<rp>(</rp><rt>hikari</rt><rp>)</rp></ruby>, which is light.',
      'The lamp reads 光, which is light.',
    ],
    ['The <button>ferry</button> will run from Monday, she said.', 'The ferry will run from Monday, she said.'],
    ['<q>We will not open it,</q> Calder told the council.', '“We will not open it,” Calder told the council.'],
    [
      'It was<wbr> shut<span class="sr-only"> (link opens)</span> on Monday, she said.',
      'It was shut on Monday, she said.',
    ],
  ]
  for (const [html, text] of cases) test(html, () => assert.equal(first(`<p>${html}</p>`), text))
  test('words that a page sets off after a colon get marks', () => {
    const page = `<main><h1>Bridge shut for a year</h1>${prose}<p>Calder said:</p><blockquote><p>It has leaked for years, and nobody has paid.</p></blockquote></main>`
    const { blocks, warnings } = readWebPage(page)
    assert.deepEqual(
      blocks.slice(-2).map(({ kind, text }) => `${kind} ${text}`),
      ['paragraph Calder said:', 'paragraph “It has leaked for years, and nobody has paid.”'],
    )
    assert.match(warnings.join(), /Quotation marks were added/)
  })
  test('signs that nobody sees are taken out and shown, or kept when asked for', () => {
    const html = `<main><h1>Bridge shut for a year</h1><p>The har\u00ADbour\u200B office shut the bridge on Monday, it said.</p>${prose}</main>`
    const { blocks, warnings } = readWebPage(html)
    assert.match(blocks[0]?.text ?? '', /^The harbour office/)
    assert.match(warnings.join(), /2 words|1 words.*harbour/)
    assert.match(readWebPage(html, { keepInvisible: true }).blocks[0]?.text ?? '', /har\u00ADbour\u200B/)
  })
})

describe('sentences of every script', () => {
  const scripts: { [script: string]: string[] } = {
    Chinese: [
      '大桥自星期六起关闭，工程师发现了两条裂缝。',
      '“在确保安全之前，我们不会重新开放大桥。”市长说。',
      '渡轮将于星期一开始运行。',
    ],
    Japanese: [
      '橋は土曜日から閉鎖されている。',
      '「安全になるまで橋を開けません」と山田市長は記者団に語った。',
      '修理は四月に始まる予定だ。',
    ],
    Thai: [
      'สะพานข้ามอ่าวถูกปิดตั้งแต่วันเสาร์หลังจากพบรอยร้าวสองแห่งในเสาหลัก',
      '“เราจะไม่เปิดสะพานจนกว่าจะปลอดภัย” นายกเทศมนตรีกล่าวกับผู้สื่อข่าวเมื่อวันจันทร์',
      'เรือข้ามฟากจะเริ่มให้บริการในวันจันทร์หน้าตามประกาศของท่าเรือเมืองนี้',
    ],
    Hindi: [
      'पोर्ट एलिस का पुल शनिवार से बंद है।',
      '“जब तक पुल सुरक्षित नहीं होगा हम इसे नहीं खोलेंगे,” महापौर ने कहा।',
      'मरम्मत अप्रैल में शुरू होगी।',
    ],
    Bengali: [
      'পোর্ট এলিসের সেতু শনিবার থেকে বন্ধ আছে।',
      '“নিরাপদ না হলে আমরা সেতু খুলব না,” মেয়র বললেন।',
      'মেরামত এপ্রিলে শুরু হবে।',
    ],
    Amharic: ['የፖርት ኤሊስ ድልድይ ከቅዳሜ ጀምሮ ተዘግቷል።', '“ደህንነቱ እስኪረጋገጥ አንከፍተውም” ሲሉ ከንቲባው ተናገሩ።', 'ጥገናው በሚያዝያ ወር ይጀምራል።'],
    Burmese: ['တံတားကို စနေနေ့ကတည်းက ပိတ်ထားသည်။', '“ဘေးကင်းမှ ပြန်ဖွင့်မယ်” ဟု မြို့တော်ဝန်က ပြောသည်။', 'ပြုပြင်မှုကို ဧပြီလတွင် စတင်မည်။'],
    Armenian: [
      'Պորտ Էլիսի կամուրջը փակ է շաբաթ օրվանից։',
      '«Մենք չենք բացի այն, քանի դեռ ապահով չէ», - ասաց քաղաքապետը։',
      'Նորոգումը կսկսվի ապրիլին։',
    ],
    Urdu: [
      'پورٹ ایلس کا پل ہفتے سے بند ہے۔',
      '”جب تک پل محفوظ نہیں ہوگا ہم اسے نہیں کھولیں گے،“ میئر نے کہا۔',
      'مرمت اپریل میں شروع ہوگی۔',
    ],
    Arabic: [
      'أغلق الجسر منذ يوم السبت بعد العثور على شقوق.',
      '«لن نفتح الجسر قبل أن يصبح آمنا»، قالت رئيسة البلدية للصحفيين.',
      'متى يفتح الجسر من جديد؟',
    ],
  }
  for (const [script, lines] of Object.entries(scripts)) {
    test(`${script}, a page`, () =>
      assert.deepEqual(
        texts(`<main><h1>Port Ellis</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</main>`),
        lines,
      ))
    test(`${script}, pasted`, () =>
      assert.deepEqual(
        readPlainText(lines.join('\n'), { title: 'x' }).blocks.map(({ text }) => text),
        lines,
      ))
  }
})

describe('the end of an article is where no prose follows', () => {
  for (const line of [
    'RELATED COVERAGE',
    '© Tomas Reel Boats lie at the quay',
    'Tags: bridges',
    'Most read on the coast',
    'More from the harbour',
  ])
    test(line, () => {
      const [a, b, c, d] = paragraphs
      const { blocks } = readPlainText([a, line, b, c, d].join('\n'), { title: 'Bridge' })
      assert.deepEqual(
        blocks.map(({ text }) => text),
        paragraphs,
      )
      const page = readWebPage(
        `<main><h1>Bridge shut for a year</h1><p>${a}</p><p>${line}</p><p>${b}</p><p>${c}</p><p>${d}</p></main>`,
      )
      assert.deepEqual(
        page.blocks.map(({ text }) => text),
        paragraphs,
      )
    })
  test('what is cut is said, with how much', () => {
    const { warnings } = readWebPage(
      `<div><h1>Bridge shut for a year</h1><div>${prose}</div><div class="comments"><p>${paragraphs.join(' ')}</p></div></div>`,
    )
    assert.match(warnings.join(), /5\d % of the prose on the page is cut \(comments\)/)
  })
})

describe('what a page says of itself', () => {
  const page = (head: string, body = '') =>
    readWebPage(
      `<html lang="en"><head>${head}</head><body><main><h1>Bridge shut for a year</h1>${body}${prose}</main></body></html>`,
    )
  const data = (...items: object[]) => `<script type="application/ld+json">${JSON.stringify(items)}</script>`
  const article = { '@type': 'NewsArticle', headline: 'Bridge shut for a year' }
  const cases: [name: string, head: string, body: string, day: string][] = [
    ['a stamp in milliseconds', data({ ...article, datePublished: 1771059600000 }), '', '2026-02-14'],
    [
      'data before meta',
      `<meta name="date" content="2026-02-20">${data({ ...article, datePublished: '2026-02-14' })}`,
      '',
      '2026-02-14',
    ],
    ['its own zone', data({ ...article, datePublished: '2026-02-14T23:30:00-05:00' }), '', '2026-02-14'],
    [
      'the day that is shown before a stamp of another zone',
      '<meta property="article:published_time" content="2025-08-21T22:30:00Z">',
      '<time datetime="2025-08-22T00:30:00+02:00">22 August</time>',
      '2025-08-22',
    ],
    [
      'not of a related article',
      data(
        { '@type': 'NewsArticle', headline: 'Old mill burns', datePublished: '2020-01-01' },
        { ...article, datePublished: '2026-02-14' },
      ),
      '',
      '2026-02-14',
    ],
  ]
  for (const [name, head, body, day] of cases) test(name, () => assert.equal(page(head, body).published?.day, day))
  test('the headline of the article, not the last of the page', () => {
    const html = `<head><meta property="og:title" content="Bridge shut for a year"></head><body><h1>The Coast Daily</h1><main><h1>Bridge shut for a year</h1><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p><h1>What the law says</h1><p>${paragraphs[2]}</p><p>${paragraphs[3]}</p></main></body>`
    assert.equal(readWebPage(html).title, 'Bridge shut for a year')
  })
  test('an entry of a live report has its own day', () => {
    const entry = (day: string, text: string) =>
      `<article class="live-entry"><time datetime="${day}T08:00:00Z">08:00</time><p>${text}</p></article>`
    const html = `<head><meta property="article:published_time" content="2026-05-20T06:00:00Z"></head><body><main><h1>Bridge shut: live</h1>${entry('2026-05-21', paragraphs[0] ?? '')}${entry('2026-05-20', paragraphs[1] ?? '')}</main></body>`
    assert.deepEqual(
      readWebPage(html).blocks.map(({ day }) => day),
      ['2026-05-21', '2026-05-20'],
    )
  })
  test('text as data, with characters as a page writes them', () => {
    const body = `${paragraphs[0]}&nbsp;&quot;We won&#39;t open it again,&quot; she said.\n${paragraphs[2]}`
    const html = `<head>${data({ ...article, articleBody: body })}</head><body><div id="app"></div></body>`
    assert.equal(texts(html)[0], `${paragraphs[0]} "We won't open it again," she said.`)
  })
})

describe('files', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  test('a web archive', () => {
    const page =
      '<html><body><main><h1>Bridge =\r\nshut for a year</h1><p>It caf=C3=A9 =3D it.</p></main></body></html>'
    const archive = `From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b0"\r\n\r\n----b0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page}\r\n----b0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----b0--\r\n`
    assert.match(decode(bytes(archive), 'a.mhtml'), /^<html>.*Bridge shut for a year.*It café = it\./)
  })
  test('a stray byte', () => {
    const page = Buffer.concat([
      Buffer.from(`<p>caf`),
      Buffer.from([0xe9]),
      Buffer.from(` ${paragraphs.join(' ')} Łódź</p>`),
    ])
    assert.match(decode(page, 'a.html'), /caf\uFFFD The bridge/)
  })
  test('ISO-2022-JP', () => {
    const page = Buffer.from('<meta charset="iso-2022-jp"><p>\x1b$B66\x1b(B</p>', 'latin1')
    assert.match(decode(page, 'a.html'), /橋/)
  })
})
