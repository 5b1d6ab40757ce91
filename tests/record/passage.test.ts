/** The words by which a browser finds a passage: looked for as a browser does, in the text they come from. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { toPassage } from '../../src/record/passage.ts'
import { type Passage, toPassageUrl, toTextFragment } from '../../src/urls.ts'

/** Where a browser begins to mark: the first `start` right after `prefix`. */
function find(texts: readonly string[], { prefix, start, end }: Passage): number {
  const page = texts.join('\n').toLowerCase()
  const wanted = start.toLowerCase()
  for (let at = page.indexOf(wanted); at !== -1; at = page.indexOf(wanted, at + 1)) {
    const isAfter = !prefix || page.slice(0, at).trimEnd().endsWith(prefix.toLowerCase())
    if (isAfter && (!end || page.indexOf(end.toLowerCase(), at + wanted.length) !== -1)) return at
  }
  return -1
}

function passageOf(texts: readonly string[], block: number, words: string, from = 0): Passage {
  const blocks = texts.map((text) => ({ text }))
  const start = (texts[block] ?? '').indexOf(words, from)
  const passage = toPassage(blocks, { block, start, text: words })
  const expected = [...texts.slice(0, block), ''].join('\n').length + start
  const found = find(texts, passage)
  const isMarked =
    found === expected ||
    texts
      .join('\n')
      .slice(found, expected)
      .trim()
      .match(/^[“"]?$/)
  assert.ok(isMarked, `${JSON.stringify(passage)} marks another place`)
  return passage
}

describe('a passage at its source', () => {
  test('is given by its first and last words, or whole when it is short', () => {
    const texts = ['She said: “We will not wait for the ferry, nor for the bridge.” Then she left.']
    assert.deepEqual(passageOf(texts, 0, 'We will not wait for the ferry, nor for the bridge.'), {
      start: 'We will not wait',
      end: 'nor for the bridge.',
    })
    assert.deepEqual(passageOf(texts, 0, 'Then she left.'), { start: 'Then she left.' })
  })

  test('whose first words stood before is given by as many as make it the only one', () => {
    const texts = [
      '“We will not wait for anybody,” she said.',
      'Later: “we will not wait for the ferry, nor for the bridge, nor for the mayor of the other town.”',
    ]
    const words = 'we will not wait for the ferry, nor for the bridge, nor for the mayor of the other town.'
    assert.deepEqual(passageOf(texts, 1, words), {
      start: 'we will not wait for the',
      end: 'of the other town.',
    })
  })

  test('that stood before as a whole is given with what comes before it', () => {
    const said = [
      '“We will not wait,” she said.',
      'He said: “We will not wait.” And again he said: “We will not wait.”',
    ]
    assert.deepEqual(passageOf(said, 1, 'We will not wait'), { prefix: 'said: “', start: 'We will not wait' })
    assert.deepEqual(passageOf(said, 1, 'We will not wait', 20), {
      prefix: 'again he said: “',
      start: 'We will not wait',
    })
  })

  test('that opens its paragraph is given with the end of the one before', () => {
    const texts = ['“We will not wait,” she said.', 'Nobody moved.', '“We will not wait,” she said again.']
    assert.deepEqual(passageOf(texts, 2, 'We will not wait'), { prefix: 'moved.', start: '“We will not wait' })
  })

  test('ends with words that do not stand within it before', () => {
    const texts = ['So one two three four and then one two three four five, at last one two three four five']
    const { start, end } = passageOf(texts, 0, texts[0] ?? '')
    assert.equal(start, 'So one two three')
    assert.equal(end, 'last one two three four five')
  })

  test('is found where it stands, whatever is repeated', () => {
    const word = fc.constantFrom('we', 'will', 'not', 'wait', 'Wait', 'here.')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (texts, a, b, c) => {
          const block = a % texts.length
          const words = (texts[block] ?? '').split(' ')
          const from = b % words.length
          const text = words.slice(from, from + 1 + (c % (words.length - from))).join(' ')
          const start = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
          const {
            prefix,
            start: first,
            end,
          } = toPassage(
            texts.map((one) => ({ text: one })),
            { block, start, text },
          )
          assert.ok(text.startsWith(first) && (!end || text.endsWith(end)))
          if (prefix)
            assert.ok(`${texts.slice(0, block).join('\n')}\n${(texts[block] ?? '').slice(0, start)}`.includes(prefix))
        },
      ),
    )
  })

  test('costs a straight line', () => {
    const cost = (times: number) => {
      let read = 0
      const blocks = Array.from({ length: times }, () => ({
        get text() {
          read += 1
          return 'He said: “We will not wait for the ferry.”'
        },
      }))
      for (const [block] of blocks.entries())
        toPassage(blocks, { block, start: 10, text: 'We will not wait for the ferry.' })
      return read
    }
    assert.ok(cost(4000) < 5 * cost(1000), `${cost(4000)} readings of a block, ${cost(1000)} of a quarter`)
  })
})

test('a fragment of the address stays, an older directive goes', () => {
  const to = (address: string) => toTextFragment(address, 'we will not')
  assert.equal(to('https://n.example.org/a'), 'https://n.example.org/a#:~:text=we%20will%20not')
  assert.equal(to('https://n.example.org/#!/story/123'), 'https://n.example.org/#!/story/123:~:text=we%20will%20not')
  assert.equal(to('https://n.example.org/r.pdf#page=12'), 'https://n.example.org/r.pdf#page=12:~:text=we%20will%20not')
  assert.equal(to('https://n.example.org/a#b:~:text=old'), 'https://n.example.org/a#b:~:text=we%20will%20not')
  assert.equal(to('https://n.example.org/a#:~:text=old'), 'https://n.example.org/a#:~:text=we%20will%20not')
  assert.equal(
    toPassageUrl('https://n.example.org/a', { prefix: 'a, b-c', start: 'd&e', end: 'f' }),
    'https://n.example.org/a#:~:text=a%2C%20b%2Dc-,d%26e,f',
  )
})
