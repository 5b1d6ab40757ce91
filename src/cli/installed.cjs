/**
 * What `npm ci` has to have put there before a command can run. Plain old JavaScript, because the Node that reads it may
 * be an old one: the scripts run on the Node in `node_modules/.bin`, and where that is missing, on the machine's own.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** The first that runs TypeScript as it is and knows `import.meta.main`. */
const oldest = [24, 2]

/** Of these folders one package each is for this system. */
const perSystem = [
  ['@astrojs', /^compiler-binding-/],
  ['@pagefind', /./],
  ['@rolldown', /^binding-/],
]

/** Whether the packages are there, those for this system too; else a sentence that says what to do. */
function findMissingPackages(project) {
  const packages = join(project, 'node_modules')
  if (!existsSync(join(packages, 'astro'))) return 'The packages are not installed. Run `npm ci`, then this again.'
  const lacking = perSystem.filter(([scope, name]) => !namesIn(join(packages, scope)).some((one) => name.test(one)))
  if (lacking.length === 0) return null
  const scopes = lacking.map(([scope]) => `${scope}/`).join(', ')
  return `npm left out the packages for this system (of ${scopes}). Run \`npm ci\` without \`--omit=optional\`, or, when that was not given, with a newer npm (9.6.4 leaves them out by mistake).`
}

/** Whether a command can run on this Node; else a sentence that says what to do. */
function findMissingNode(project, version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return null
  const own = findNode(project)
  const remedy = own
    ? 'Run `npm run postinstall`: the install left this step out.'
    : '`npm ci` installs a newer Node for Linux, macOS and Windows; elsewhere install Node 24 yourself.'
  return `The commands need Node ${oldest.join('.')} or later, and this is ${version}. ${remedy}`
}

/** The Node that npm has installed for this system: of the optional packages that bring one, npm takes one. */
function findNode(project) {
  const { optionalDependencies } = readJson(join(project, 'package.json'))
  for (const name of Object.keys(optionalDependencies)) {
    const folder = join(project, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return join(folder, readJson(join(folder, 'package.json')).bin.node)
  }
  return null
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : []
}

module.exports = { findMissingNode, findMissingPackages, findNode }
