import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { listen } from '../../src/cli/serve.ts'
import { readAll, toHash } from './reader.ts'

test('a reader counts what is right, by build, and names all that is wrong', async () => {
  const [first, second] = [Buffer.from('one'.repeat(1000)), Buffer.from('two'.repeat(1000))]
  const answers: { [path: string]: [status: number, body: Buffer, headers?: { [name: string]: string }] } = {
    '/first': [200, first],
    '/second': [200, gzipSync(second), { 'content-encoding': 'gzip' }],
    '/other': [200, Buffer.from('tow')],
    '/half': [200, first.subarray(0, 1500)],
    '/short': [200, first.subarray(0, 1500), { 'content-length': '3000' }],
    '/lost': [404, first],
  }
  const server = createServer(({ url = '' }, response) => {
    const [status, body, headers] = answers[url] ?? [500, Buffer.alloc(0)]
    response.writeHead(status, headers)
    response.write(body, () => (url === '/short' ? response.destroy() : response.end()))
  })
  const port = await listen(server, 0)
  const hashes = [toHash(first), toHash(second)]
  const targets = Object.keys(answers).map((path) => ({ path, hashes }))
  const { times, builds, wrong } = await readAll({ port, targets, from: 0, requests: 12, readers: 3 })
  server.close()
  assert.deepEqual(builds, [2, 2])
  assert.equal(times.length, 10)
  assert.deepEqual([...new Set(wrong)].sort(), [
    '/half: 1500 bytes of no build',
    '/lost: 404',
    '/other: 3 bytes of no build',
    '/short: aborted',
  ])
  assert.equal(wrong.length, 8)
})
