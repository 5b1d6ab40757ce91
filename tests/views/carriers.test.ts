import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outletsReporting } from '../../src/views/carriers.ts'
import { record } from '../record/small-record.ts'

test('reports stand by outlet, each once', () => {
  for (const event of record.events) {
    const groups = outletsReporting(event)
    assert.equal(new Set(groups.map(({ outlet }) => outlet.id)).size, groups.length)
    assert.ok(groups.every(({ outlet, reports }) => reports.every(({ article }) => article.outlet === outlet)))
    assert.equal(groups.flatMap(({ reports }) => reports).length, event.reports.length)
  }
  assert.ok(record.events.some((event) => outletsReporting(event).length > 1))
})
