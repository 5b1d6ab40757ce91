import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legendOf, outletsReporting } from '../../src/record/sources.ts'
import { record } from './small-record.ts'

test('reports stand by outlet, each once', () => {
  for (const event of record.events) {
    const groups = outletsReporting(event)
    assert.equal(new Set(groups.map(({ outlet }) => outlet.id)).size, groups.length)
    assert.ok(groups.every(({ outlet, reports }) => reports.every(({ article }) => article.outlet === outlet)))
    assert.equal(groups.flatMap(({ reports }) => reports).length, event.reports.length)
  }
  assert.ok(record.events.some((event) => outletsReporting(event).length > 1))
})

test('the legend names the marks that are there, and says as of when only for what is still expected', () => {
  const of = (...statuses: string[]) => legendOf(record.events.filter(({ status }) => statuses.includes(status)))
  for (const status of ['happened', 'expected', 'slipped'])
    assert.ok(record.events.some((event) => event.status === status))
  assert.deepEqual(legendOf([]), { happened: null, ahead: null, open: false })
  assert.deepEqual(of('happened'), { happened: 'what happened', ahead: null, open: false })
  assert.deepEqual(of('expected'), { happened: null, ahead: 'what is expected', open: true })
  assert.deepEqual(of('slipped'), { happened: null, ahead: 'what was expected', open: false })
  assert.deepEqual(of('happened', 'expected', 'slipped'), {
    happened: 'what happened',
    ahead: 'what is or was expected',
    open: true,
  })
})
