/** Who is answered by the desk's server, and with what. */
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { Desk } from '../../src/desk/desk.ts'
import { createDeskServer } from '../../src/desk/server.ts'
import { harbour, writeRecord } from './harbour.ts'

describe('the server of the desk', () => {
  const folder = writeRecord(harbour)
  let server: Server
  let path: string
  let port: number
  before(async () => {
    ;({ server, path } = createDeskServer(() => Desk.open(folder)))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  })
  after(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })

  /** What is answered to a request with these headers. */
  function ask(to: string, headers: { [name: string]: string } = {}, body?: string) {
    return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((done, fail) => {
      const method = body === undefined ? 'GET' : 'POST'
      const asked = request({ host: '127.0.0.1', port, path: to, method, headers }, (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part))
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
      })
      asked.on('error', fail)
      asked.end(body)
    })
  }
  const own = () => ({ origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' })

  test('is at its token alone, for this host alone', async () => {
    assert.equal((await ask(path)).status, 200)
    assert.equal((await ask('/')).status, 404)
    assert.equal((await ask(`/${'x'.repeat(path.length - 2)}/api`)).status, 404)
    assert.equal((await ask(path, { host: 'evil.example' })).status, 403)
    assert.equal((await ask(path, { host: `evil.example:${port}` })).status, 403)
    assert.equal((await ask(`${path}api`, { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await ask(`${path}../package.json`)).status, 404)
    assert.equal((server.address() as AddressInfo).address, '127.0.0.1')
  })

  test('does nothing for a page of another origin, or for a form', async () => {
    const undo = JSON.stringify({ ask: 'undo', version: 1 })
    assert.equal((await ask(`${path}api`, { ...own(), origin: 'https://evil.example' }, undo)).status, 403)
    assert.equal((await ask(`${path}api`, { ...own(), origin: 'null' }, undo)).status, 403)
    assert.equal((await ask(`${path}api`, { 'content-type': 'application/json' }, undo)).status, 403)
    assert.equal((await ask(`${path}api`, { ...own(), 'content-type': 'text/plain' }, undo)).status, 403)
    assert.equal((await ask(path, own(), undo)).status, 405)
  })

  test('every answer has a policy that lets nothing inline and nothing foreign run', async () => {
    for (const name of ['', 'desk.js', 'desk.css', 'api', 'none']) {
      const { headers } = await ask(path + name)
      assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self';/)
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|https?:/)
      assert.equal(headers['referrer-policy'], 'no-referrer')
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['cache-control'], 'no-store')
    }
  })

  test('what makes no sense is refused in words', async () => {
    const told = async (body: string) => JSON.parse((await ask(`${path}api`, own(), body)).text).refused
    assert.match(await told('{'), /no JSON/)
    assert.match(await told('{"ask":"act","version":1,"action":{"do":"format-disk"}}'), /none that the desk knows/)
    const { view } = JSON.parse((await ask(`${path}api`)).text)
    const undo = (version: number) => JSON.stringify({ ask: 'undo', version })
    assert.match(await told(undo(view.version + 1)), /another window/)
    assert.match(await told(undo(view.version)), /nothing to undo/)
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]).toString('base64')
    assert.match(
      await told(JSON.stringify({ ask: 'file', version: view.version, name: 'a.png', bytes })),
      /is not text/,
    )
  })
})
