/** A field of the record that no view tells, and that is not listed as left out, does not compile. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leftOut, told, type Untold } from '../../src/views/left-out.ts'

interface Thing {
  id: string
  colour: string
}

test('the type that holds the record and its views together names what is untold', () => {
  const none: Untold<Thing, { id: string; colour: string }, object>[] = []
  const listed: Untold<Thing, { id: string }, { colour: 'nobody asks' }>[] = []
  // @ts-expect-error `colour` is told by neither, so it is the one value that fits.
  const wrong: Untold<Thing, { id: string }, object> = 'id'
  const right: Untold<Thing, { id: string }, object> = 'colour'
  assert.deepEqual([none, listed, wrong, right], [[], [], 'id', 'colour'])
})

test('each noun is held, and each field that is left out has a reason', () => {
  assert.ok(told)
  for (const [noun, fields] of Object.entries(leftOut))
    for (const [field, why] of Object.entries(fields)) assert.match(why, /\.$/, `${noun}.${field}`)
})
