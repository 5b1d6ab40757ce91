/** An article of the record again: what is changed, and that nothing else is. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Desk } from '../../src/desk/desk.ts'
import { valuesOf } from '../../src/desk/fields.ts'
import { harbour, writeRecord } from './harbour.ts'
import { textsIn } from './killed.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

async function openAgain(files: typeof harbour) {
  const folder = writeRecord(files)
  folders.push(folder)
  const desk = await Desk.open(folder)
  await desk.act({ do: 'open', file: 'articles/bridge.md' })
  return { desk, folder, read: (path: string) => readFileSync(join(folder, path), 'utf8') }
}

describe('an article of the record again', () => {
  test('a quote is given to somebody else wherever the record names it; other lines stay', async () => {
    const lock = '/quotes/mara-lodzinska/not-wait/\n'
    const { desk, folder, read } = await openAgain({ ...harbour, 'urls.lock': lock })
    const before = read('articles/bridge.md')
    await desk.act({ do: 'attribute', quote: 'mara-lodzinska/not-wait', speaker: 'jonas-bjork' })
    // Its address was published: the checks refuse to lose it.
    await assert.rejects(desk.publish(), /checks refuse/)
    const { step } = desk.view()
    assert.ok(step?.is === 'again')
    assert.deepEqual(step.moved, { from: 'quotes/mara-lodzinska/not-wait', to: 'quotes/jonas-bjork/not-wait' })
    await desk.act({ do: 'open', file: 'corrections/' })
    const form = desk.view().step
    assert.ok(form?.is === 'thing')
    const values = { ...valuesOf(form.fields), why: 'The paragraph after it names the minister.' }
    await desk.act({ do: 'fill', file: 'corrections/', values, was: {} })
    await desk.publish()
    assert.equal(read('articles/bridge.md'), before.replace('mara-lodzinska.md#', 'jonas-bjork.md#'))
    assert.match(read('topics/ferries.md'), /^quotes: \[jonas-bjork#not-wait\]$/m)
    const correction = Object.entries(textsIn(folder)).find(([path]) => path.startsWith('corrections/'))?.[1] ?? ''
    assert.match(correction, /^kind: reassigned$[\s\S]*^quotes: \[jonas-bjork#not-wait\]$/m)
    assert.match(correction, /^was: The words were given to Mara Łodzińska\.$/m)
    await desk.undo()
    assert.equal(read('articles/bridge.md'), before)
    assert.deepEqual(
      Object.keys(textsIn(folder)).filter((path) => path.startsWith('corrections/')),
      [],
    )
  })

  test('what happened is linked to its event', async () => {
    const { desk, read } = await openAgain({
      ...harbour,
      'events/mayor-speaks.md': (harbour['events/bridge-closed.md'] ?? '').replace(
        'The bridge is shut',
        'The mayor speaks',
      ),
    })
    const before = read('articles/bridge.md')
    await assert.rejects(desk.act({ do: 'link', words: 'nobody', event: 'mayor-speaks' }), /exactly once/)
    await desk.act({ do: 'link', words: 'the mayor said', event: 'mayor-speaks' })
    assert.deepEqual(desk.view().proof?.faults, [])
    await desk.publish()
    const linked = before.replace('the mayor said', '[the mayor said][mayor-speaks]')
    assert.equal(read('articles/bridge.md'), `${linked}[mayor-speaks]: ../events/mayor-speaks.md\n`)
  })
})
