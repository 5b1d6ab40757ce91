import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVisits, readVisits, visit } from '../../src/components/browser/visits.ts'
import type { Change, Changes } from '../../src/views/changes.ts'

const change = (url: string, first: string, last = first, from: string | null = null): Change => ({
  url,
  is: url.split('/')[1] === 'corrections' ? 'correction' : 'event',
  title: url,
  when: '',
  from,
  first,
  last,
})
const list = (changes: Change[], whole = true): Changes => ({ whole, changes })
const at = (day: string, time = '12:00'): Date => new Date(`${day}T${time}:00`)
const urlsOf = (changes: Change[]): string[] => changes.map(({ url }) => url)

const bridge = change('/events/bridge/', '2031-03-01', '2031-03-01', '2031-02-27')
const first = visit(null, list([bridge]), at('2031-03-05'))

test('a first visit has nothing before it', () => {
  assert.equal(first.before, null)
  assert.equal(first.since, null)
  assert.deepEqual(first.seen.last, { '/events/bridge/': '2031-03-01' })
})

test('a page opened soon after belongs to the same visit', () => {
  const next = visit(first, list([bridge]), at('2031-03-05', '12:29'))
  assert.equal(next.before, null)
  const second = visit(next, list([bridge]), at('2031-03-07'))
  assert.equal(second.since, '2031-03-05')
  const still = visit(second, list([bridge, change('/events/new/', '2031-03-07')]), at('2031-03-07', '12:10'))
  assert.deepEqual(still.before, second.before, 'what was new stays new during the visit')
  assert.equal(still.since, '2031-03-05')
})

test('what happened since is told apart from what was only added, and from what changed', () => {
  const { seen } = first
  const news = compareVisits(
    list([
      change('/events/bridge/', '2031-03-01', '2031-03-08', '2031-02-27'),
      change('/events/ferry/', '2031-03-08', '2031-03-08', '2031-03-06'),
      change('/quotes/old/', '2031-03-08', '2031-03-08', '2031-01-10'),
      change('/quotes/same-day/', '2031-03-08', '2031-03-08', '2031-03-05'),
      change('/events/ahead/', '2031-03-08'),
      change('/corrections/#name', '2031-03-08'),
    ]),
    seen,
    '2031-03-05',
  )
  assert.deepEqual(urlsOf(news.happened), ['/events/ferry/'])
  assert.deepEqual(urlsOf(news.added), ['/quotes/old/', '/quotes/same-day/', '/events/ahead/'])
  assert.deepEqual(urlsOf(news.changed), ['/events/bridge/', '/corrections/#name'])
})

test('what was ahead at the last visit and has come since has happened since', () => {
  const { seen } = visit(null, list([change('/events/meeting/', '2031-03-01')]), at('2031-03-05'))
  const held = change('/events/meeting/', '2031-03-01', '2031-03-09', '2031-03-08')
  assert.deepEqual(urlsOf(compareVisits(list([held]), seen, '2031-03-05').happened), ['/events/meeting/'])
})

test('the same list has nothing new', () => {
  const news = compareVisits(list([bridge]), first.seen, '2031-03-05')
  assert.deepEqual(news, { happened: [], added: [], changed: [] })
})

test('what came in on the same day, or with an earlier day than the newest, is new all the same', () => {
  const news = compareVisits(
    list([bridge, change('/quotes/a/', '2031-03-01'), change('/quotes/b/', '2031-02-01')]),
    first.seen,
    '2031-03-05',
  )
  assert.deepEqual(urlsOf(news.added), ['/quotes/a/', '/quotes/b/'])
})

test('beyond the end of a full list nothing is called new', () => {
  const { seen } = visit(null, list([bridge], false), at('2031-03-05'))
  const older = change('/quotes/older/', '2031-02-01')
  const changedSince = change('/quotes/touched/', '2031-02-01', '2031-03-08')
  const news = compareVisits(list([changedSince, bridge, older], false), seen, '2031-03-05')
  assert.deepEqual(urlsOf(news.added), [])
  assert.deepEqual(urlsOf(news.changed), ['/quotes/touched/'], 'it was there, out of the list')
})

test('only what has the form of a visit is read', () => {
  assert.deepEqual(readVisits(JSON.stringify(first)), first)
  assert.deepEqual(readVisits('{"off":true}'), { off: true })
  for (const text of [null, '', 'nonsense', '1', '[]', '{}', '{"seen":1,"at":2}', '{"seen":{"last":{}},"at":"x"}'])
    assert.equal(readVisits(text), null, String(text))
})
