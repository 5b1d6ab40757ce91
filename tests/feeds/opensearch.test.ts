import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { toOpenSearch } from '../../src/feeds/opensearch.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { hostileText, runs, toExpected } from './hostile.ts'

const { site } = toViews(toRecord(bridge))

test('a browser is told where to send its words', () => {
  const text = toOpenSearch({ ...site, name: 'A name <too> long & wide', subject: 'Bridges & ferries' })
  assert.equal(XMLValidator.validate(text), true)
  const { OpenSearchDescription: told } = new XMLParser({ ignoreAttributes: false }).parse(text)
  assert.equal(told.ShortName, 'A name <too> lon')
  assert.equal(told.Description, 'Who said what: Bridges & ferries')
  assert.equal(told.Url['@_template'], '/search/?q={searchTerms}')
  assert.equal(told.Url['@_type'], 'text/html')
})

test('hostile text stays in its element', () => {
  const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false, htmlEntities: true })
  fc.assert(
    fc.property(hostileText, (text) => {
      const written = toOpenSearch({ ...site, name: text, subject: text })
      assert.equal(XMLValidator.validate(written), true)
      const { OpenSearchDescription: told } = parser.parse(written)
      assert.equal(toExpected(String(told.Description)), toExpected(`Who said what: ${text}`))
      assert.ok([...String(told.ShortName)].length <= 16)
      assert.deepEqual(
        Object.keys(told).filter((name) => !/^(@_xmlns|#text|ShortName|Description|InputEncoding|Url)$/.test(name)),
        [],
      )
    }),
    runs,
  )
})
