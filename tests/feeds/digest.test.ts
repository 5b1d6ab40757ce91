/** The letters of the newest week, read by a parser of mail. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromHtml } from 'hast-util-from-html'
import PostalMime from 'postal-mime'
import { digestFiles, toDigest } from '../../src/feeds/digest.ts'
import { toFeeds } from '../../src/feeds/feeds.ts'
import { records } from '../sample.ts'
import { findAll, textOf } from '../says.ts'

for (const { name, views } of records) {
  test(`the letters of ${name} have all that came or changed in its newest week, and nothing else`, async () => {
    const { asOf } = views.site
    assert.ok(asOf)
    const first = new Date(Date.parse(asOf) - 6 * 86_400_000).toISOString().slice(0, 10)
    for (const feed of toFeeds(views)) {
      const wanted = feed.entries.filter(({ updated }) => updated.slice(0, 10) >= first)
      const digest = toDigest(feed, asOf)
      assert.equal(digest === null, wanted.length === 0)
      if (!digest) continue
      const mail = await PostalMime.parse(digestFiles['digest.eml'](digest))
      assert.ok(mail.subject?.startsWith(feed.title), mail.subject)
      assert.equal(mail.from?.name, feed.siteName)
      assert.equal(new Date(mail.date ?? '').toISOString().slice(0, 10), feed.updated.slice(0, 10))
      assert.equal(mail.html?.trim(), digestFiles['digest.html'](digest).trim())
      assert.equal(mail.text?.trim(), digestFiles['digest.txt'](digest).trim())
      const tree = fromHtml(mail.html ?? '')
      assert.deepEqual(
        findAll(tree, ({ tagName }) => tagName === 'h2').map(textOf),
        wanted.map(({ title }) => title),
      )
      for (const { title, url } of wanted) assert.ok(mail.text?.includes(`* ${title}\n`) && mail.text.includes(url))
    }
  })
}

test('a letter is plain ASCII in lines of 998 characters at most, and the same each time', () => {
  for (const { views } of records)
    for (const feed of toFeeds(views)) {
      const digest = toDigest(feed, views.site.asOf ?? '')
      if (!digest) continue
      const message = digestFiles['digest.eml'](digest)
      assert.match(message, /^[\x20-\x7e\r\n]*$/)
      for (const line of message.split('\r\n')) assert.ok(line.length <= 78 || line.startsWith('Content-Type'), line)
      assert.equal(digestFiles['digest.eml'](digest), message)
    }
})
