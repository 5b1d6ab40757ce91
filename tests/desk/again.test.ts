/** An article of the record again: what is changed, and that nothing else is. */
import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
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

  test('what happened, and who spoke, may be new: all files are written in one step', async () => {
    const { desk, read } = await openAgain(harbour)
    const event = {
      title: 'The mayor speaks',
      kind: 'other',
      status: 'happened',
      date: '2025-03-01',
      dateBasis: 'on Saturday',
      added: '2025-03-04',
    }
    await desk.act({ do: 'open', file: 'events/' })
    await desk.act({ do: 'fill', file: 'events/', values: event, was: {} })
    await desk.act({ do: 'open', file: 'speakers/' })
    await desk.act({ do: 'fill', file: 'speakers/', values: { name: 'Ada Noor', kind: 'person' }, was: {} })
    const { step } = desk.view()
    assert.ok(step?.is === 'again')
    assert.ok(step.events.some(({ key }) => key === '2025-03-01-the-mayor-speaks'))
    assert.ok(step.speakers.some(({ key }) => key === 'ada-noor'))
    await desk.act({ do: 'link', words: 'the mayor said', event: '2025-03-01-the-mayor-speaks' })
    await desk.act({ do: 'attribute', quote: 'mara-lodzinska/not-wait', speaker: 'ada-noor' })
    await desk.publish()
    assert.match(read('articles/bridge.md'), /ada-noor\.md#not-wait[\s\S]*^\[the-mayor-speaks\]: /m)
    assert.equal(desk.view().saved?.length, 4)
  })

  test('a change that cannot be made any more is told, and the rest stands', async () => {
    const { desk, folder } = await openAgain(harbour)
    await desk.act({ do: 'link', words: 'the mayor said', event: 'bridge-closed' })
    const path = join(folder, 'articles/bridge.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('the mayor said', 'she said'))
    const { proof, step } = desk.view()
    assert.equal(step?.is, 'again')
    assert.match(proof?.faults[0]?.says ?? '', /exactly once/)
    await assert.rejects(desk.publish(), /exactly once/)
    await desk.undo()
    assert.deepEqual(desk.view().proof?.faults, [])
  })
})
