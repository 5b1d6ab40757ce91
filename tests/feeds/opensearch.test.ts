import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { toOpenSearch } from '../../src/feeds/opensearch.ts'
import { bridge, toRecord } from '../sample.ts'

test('a browser is told where to send its words', () => {
  const record = toRecord(bridge)
  record.story = { ...record.story, name: 'A name <too> long & wide', subject: 'Bridges & ferries' }
  const text = toOpenSearch(record)
  assert.equal(XMLValidator.validate(text), true)
  const { OpenSearchDescription: told } = new XMLParser({ ignoreAttributes: false }).parse(text)
  assert.equal(told.ShortName, 'A name <too> lon')
  assert.equal(told.Description, 'Who said what: Bridges & ferries')
  assert.equal(told.Url['@_template'], '/search/?q={searchTerms}')
  assert.equal(told.Url['@_type'], 'text/html')
})
