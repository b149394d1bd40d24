// Plain JavaScript without dependencies: it runs on whatever Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether node_modules holds what the lock file asks for. npm keeps its own record of what it unpacked; the two are
 * compared package by package, so a hand-made `npm install` counts, and an installation that was cut short does not.
 *
 * @param {string} lockText text of package-lock.json
 * @param {string | undefined} installedText text of node_modules/.package-lock.json
 * @returns {string | undefined} why an installation is needed, or undefined
 */
export function whyInstall(lockText, installedText) {
  if (installedText === undefined) return 'nothing is installed yet'
  const locked = packagesOf(lockText)
  const installed = packagesOf(installedText)
  for (const [place, wanted] of Object.entries(locked)) {
    if (place === '') continue
    const found = installed[place]
    // An optional package for another kind of machine is never unpacked.
    if (!found && wanted.optional) continue
    if (!found) return `${place} is missing`
    if (found.version !== wanted.version || found.integrity !== wanted.integrity)
      return `${place} has changed`
  }
  return undefined
}

/**
 * Installs the locked dependencies when they are missing or stale, and makes sure that the project's own Node runs.
 *
 * @param {string} root the checkout
 * @returns {string} the Node to run the scripts with
 */
export function ensureInstalled(root) {
  installLocked(root, 'the locked dependencies')
  return projectNode(root)
}

/**
 * Installs what the lock file of a folder asks for, unless it is there.
 *
 * @param {string} folder holds package.json and package-lock.json
 * @param {string} what is said to be installed
 */
export function installLocked(folder, what) {
  const reason = whyInstall(
    readFileSync(join(folder, 'package-lock.json'), 'utf8'),
    readIfThere(join(folder, 'node_modules', '.package-lock.json')),
  )
  if (!reason) return
  console.log(`Installing ${what} (${reason}) …`)
  // Development packages are needed whatever NODE_ENV says: they hold the runtime, the compiler and the browser.
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.error) throw new Error(`npm could not be started: ${result.error.message}`)
  if (result.status !== 0) {
    throw new Error(
      'npm ci failed, see above. Is the npm registry in reach? Run the same command again to retry.',
    )
  }
}

/** @param {string} root */
function projectNode(root) {
  const folder = join(root, 'node_modules', 'node')
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  const node = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (versionOf(node) === wanted) return node
  // npm was told to run no install scripts: this one is approved in package.json, so it is run here.
  console.log(`Installing Node ${wanted} for this project …`)
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (versionOf(node) === wanted) return node
  // Any Node that strips types by itself will do in its place.
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `Node ${wanted} could not be installed for this project (npm package "node"). ` +
      `Install it with "npm rebuild node", or use Node 24 to run this command; this is ${process.version}.`,
  )
}

/** @param {string} node */
function versionOf(node) {
  if (!existsSync(node)) return undefined
  const result = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined
}

/**
 * @param {string} text
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? {}
  } catch {
    return {}
  }
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
