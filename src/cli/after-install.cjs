/**
 * After `npm ci`: sees to it that the scripts find the Node that came with it, and says at once when something is missing.
 * npm up to 10 removes the link to it again, because the packages of other systems would have one of the same name.
 */
const { spawnSync } = require('node:child_process')
const { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
const { dirname, join, relative } = require('node:path')
const { findMissingPackages, findNode } = require('./installed.cjs')

const project = join(__dirname, '../..')
linkNode(findNode(project), join(project, 'node_modules/.bin'))
const missing = findMissingPackages(project)
if (missing) {
  console.error(missing)
  process.exitCode = 1
}

function linkNode(node, folder) {
  const isWindows = process.platform === 'win32'
  const link = join(folder, isWindows ? 'node.cmd' : 'node')
  if (node === null) return
  // With another C library than its own (musl) it does not start: the machine's Node has to do.
  if (spawnSync(node, ['-v']).status !== 0) {
    rmSync(link, { force: true })
    return
  }
  if (existsSync(link)) return
  mkdirSync(folder, { recursive: true })
  const path = relative(dirname(link), node)
  if (isWindows) writeFileSync(link, `@"%~dp0\\${path}" %*\r\n`)
  else symlinkSync(path, link)
}
