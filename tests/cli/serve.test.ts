import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { projectFolder } from '../sites.ts'

describe('the server', () => {
  let folder: string
  const servers: ReturnType<typeof createSiteServer>[] = []
  let atRoot: number
  let belowBase: number

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-serve-'))
    const site = join(folder, 'site')
    await mkdir(join(site, 'quotes/a–b'), { recursive: true })
    for (const name of ['_astro', 'data']) await mkdir(join(site, name))
    await writeFile(join(site, 'data/quotes.json'), '{}')
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(site, 'index.html'), `<h1>Front</h1>${'words '.repeat(500)}`)
    await writeFile(join(site, 'quotes/index.html'), '<h1>Quotes</h1>')
    await writeFile(join(site, 'quotes/a–b/index.html'), '<h1>A quote</h1>')
    await writeFile(join(site, '404.html'), '<h1>Nothing here</h1>')
    await writeFile(join(site, '_astro/x.abc123.css'), 'a{}')
    await writeFile(join(site, 'font.woff2'), 'font')
    await writeFile(join(site, 'index.pf_meta'), 'index')
    await symlink(join(folder, 'secret.txt'), join(site, 'link.txt'))
    for (const base of ['/', '/on-record/']) {
      const server = createSiteServer(site, base)
      servers.push(server)
      const port = await listen(server, 0)
      if (base === '/') atRoot = port
      else belowBase = port
    }
  })

  after(async () => {
    for (const server of servers) server.close()
    await rm(folder, { recursive: true })
  })

  test('sends pages, with their type and a tag to ask again by', async () => {
    const page = await get(atRoot, '/quotes/')
    assert.equal(page.status, 200)
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8')
    assert.equal(page.body, '<h1>Quotes</h1>')
    const again = await get(atRoot, '/quotes/', { 'if-none-match': String(page.headers.etag) })
    assert.equal(again.status, 304)
  })

  test('gives each file its type', async () => {
    assert.equal((await get(atRoot, '/_astro/x.abc123.css')).headers['content-type'], 'text/css; charset=utf-8')
    assert.equal((await get(atRoot, '/font.woff2')).headers['content-type'], 'font/woff2')
    assert.equal((await get(atRoot, '/index.pf_meta')).headers['content-type'], 'application/octet-stream')
  })

  test('lets only hashed files be kept for good', async () => {
    assert.match(String((await get(atRoot, '/_astro/x.abc123.css')).headers['cache-control']), /immutable/)
    assert.equal((await get(atRoot, '/')).headers['cache-control'], 'no-cache')
  })

  test('compresses text when asked to', async () => {
    const plain = await get(atRoot, '/')
    const brotli = await get(atRoot, '/', { 'accept-encoding': 'gzip, br' })
    const gzip = await get(atRoot, '/', { 'accept-encoding': 'gzip, br;q=0' })
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.ok(brotli.size < plain.size / 10)
    assert.equal((await get(atRoot, '/font.woff2', { 'accept-encoding': 'br' })).headers['content-encoding'], undefined)
  })

  test('adds the last slash, keeping the query', async () => {
    const { status, headers } = await get(atRoot, '/quotes?q=a%20b')
    assert.equal(status, 301)
    assert.equal(headers.location, '/quotes/?q=a%20b')
    assert.equal((await get(atRoot, '/quotes/a%E2%80%93b')).headers.location, '/quotes/a%E2%80%93b/')
  })

  test('never leads to another host', async () => {
    assert.equal((await get(atRoot, '//quotes')).headers.location, '/quotes/')
    assert.equal((await get(atRoot, '/%2Fquotes')).headers.location, '/quotes/')
  })

  test('answers what is not there with the page that says so', async () => {
    for (const path of ['/none', '/none/', '/font.woff2/', '/quotes/none.html']) {
      const { status, body } = await get(atRoot, path)
      assert.deepEqual([path, status, body], [path, 404, '<h1>Nothing here</h1>'])
    }
  })

  test('stays inside the site', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/quotes/../../secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/link.txt',
      '/%00',
      '/%',
      '/quotes/%2e%2e/%2e%2e/secret.txt',
    ]) {
      const { status, body } = await get(atRoot, path)
      assert.deepEqual([path, status, body.includes('secret')], [path, 404, false])
    }
  })

  test('answers under the base path alone', async () => {
    assert.equal((await get(belowBase, '/on-record/quotes/')).status, 200)
    assert.equal((await get(belowBase, '/quotes/')).status, 404)
    assert.equal((await get(belowBase, '/on-recorder/')).status, 404)
    assert.equal((await get(belowBase, '/')).headers.location, '/on-record/')
    assert.equal((await get(belowBase, '/on-record')).headers.location, '/on-record/')
    assert.equal((await get(belowBase, '/on-record/quotes')).headers.location, '/on-record/quotes/')
  })

  test('refuses to do more than send', async () => {
    assert.equal((await get(atRoot, '/', {}, 'POST')).status, 405)
    const head = await get(atRoot, '/', {}, 'HEAD')
    assert.deepEqual([head.status, head.body], [200, ''])
  })

  test('takes the next port when the wanted one is taken', async () => {
    const [first, second] = [createSiteServer(folder, '/'), createSiteServer(folder, '/')]
    const taken = await listen(first, 0)
    const port = await listen(second, taken)
    for (const server of [first, second]) server.close()
    assert.ok(port > taken && port < taken + 50, `${taken}, then ${port}`)
  })

  test('lets other sites read the open data, and nothing else', async () => {
    const opened = async (path: string) => (await get(atRoot, path)).headers['access-control-allow-origin']
    assert.equal(await opened('/data/quotes.json'), '*')
    for (const path of ['/', '/quotes/', '/data/nothing.json']) assert.equal(await opened(path), undefined, path)
  })
})

describe('`npm run preview`', () => {
  let project: string
  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'on-record-preview-'))
    await mkdir(join(project, 'dist'))
    await writeFile(join(project, 'dist/index.html'), '<h1>Front</h1>')
  })
  after(() => rm(project, { recursive: true }))

  const run = (env: { [name: string]: string }) =>
    spawn(process.execPath, [join(projectFolder, 'src/cli/serve.ts')], {
      cwd: project,
      env: { ...process.env, OUT: 'dist', BASE: '', HOST: '', PORT: '', ...env },
    })

  test('serves what is built, and says where, on the next port when one is taken', async () => {
    const other = createSiteServer(project, '/')
    const taken = await listen(other, 0)
    const child = run({ PORT: String(taken) })
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (said.includes('Ctrl-C')) break
    }
    const port = Number(/localhost:(\d+)\//.exec(said)?.[1])
    const { status, body } = await get(port, '/')
    child.kill()
    other.close()
    assert.deepEqual([status, body], [200, '<h1>Front</h1>'])
    assert.match(said, new RegExp(`^Port ${taken} is taken`))
  })

  for (const [what, env, told] of [
    ['no site', { OUT: 'nowhere' }, /^There is no built site in nowhere\/\. `npm start` builds and serves it\.$/],
    ['no port', { PORT: '70000' }, /^Unexpected PORT "70000", expected a number from 0 to 65535\.$/],
    ['no address of this machine', { HOST: '192.0.2.1' }, /no such address\. Name others\.$/],
  ] as const) {
    test(`says in a sentence that there is ${what}`, async () => {
      const child = run(env)
      let said = ''
      child.stderr.on('data', (chunk) => (said += String(chunk)))
      const [code] = await once(child, 'close')
      assert.equal(code, 1)
      assert.match(said.trim(), told)
    })
  }
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  size: number
}

/** `fetch` would tidy the path before it is sent. */
function get(port: number, path: string, headers = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        done({ status: response.statusCode ?? 0, headers: response.headers, body: body.toString(), size: body.length })
      })
    })
      .on('error', fail)
      .end()
  })
}
