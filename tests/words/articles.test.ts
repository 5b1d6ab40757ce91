import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legendOf, toCredit } from '../../src/words/articles.ts'
import { articleOf } from '../record/small-record.ts'

test('the legend of a copy names the marks that are there', () => {
  assert.deepEqual(legendOf([]), { happened: null, ahead: null })
  assert.deepEqual(legendOf(['happened']), { happened: 'what happened', ahead: null })
  assert.deepEqual(legendOf(['expected']), { happened: null, ahead: 'what is expected' })
  assert.deepEqual(legendOf(['slipped']), { happened: null, ahead: 'what was expected' })
  assert.deepEqual(legendOf(['happened', 'expected', 'slipped']), {
    happened: 'what happened',
    ahead: 'what is or was expected',
  })
})

test('an agency stands before the outlet that carries it', () => {
  const { outlet } = articleOf('2031-03-02-bridge-closes')
  assert.equal(toCredit({ agency: null, links: { outlet } }), outlet.name)
  assert.equal(toCredit({ agency: 'Coast Wire', links: { outlet } }), `Coast Wire, via ${outlet.name}`)
  assert.equal(toCredit({ agency: outlet.name, links: { outlet } }), outlet.name)
})
