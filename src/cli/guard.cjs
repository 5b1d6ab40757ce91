/** Before every command (`node -r`): a part that is missing is told in a sentence, not by a stack. */
const { join } = require('node:path')
const { findMissingNode, findMissingPackages } = require('./installed.cjs')

const project = join(__dirname, '../..')
const missing = findMissingPackages(project) || findMissingNode(project, process.versions.node)
if (missing) {
  console.error(missing)
  process.exit(1)
}
