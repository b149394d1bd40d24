import { execFileSync, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, type Binaries, canReach, shelter } from './postgres-binaries.ts'
import { dataFolder, root, StartError, say } from './project.ts'
import { hasSecret, keptSecret, newSecret } from './secrets.ts'

/** A folder that holds a database cluster, and what is needed to open it. */
export interface ClusterFolder {
  path: string
  password: string
  /** Removed when the server stops. */
  temporary: boolean
}

/**
 * Whom the server runs as: nobody special for an ordinary user. PostgreSQL refuses to run as root, so root lends it
 * the identity of whoever owns the data or the checkout, of `postgres`, or of `nobody`.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const owned of [join(root, '.data', 'postgres'), root]) {
    if (!existsSync(owned)) continue
    const { uid, gid } = statSync(owned)
    if (uid !== 0 && idOf('-un', String(uid)) !== undefined) return { uid, gid }
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(idOf('-u', name))
    const gid = Number(idOf('-g', name))
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new StartError(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to lend it to. ' +
      'Run this command as another user, or give a database with DATABASE_URL=postgres://…',
  )
}

/** The cluster that stays between runs, made at the first one. */
export async function keptFolder(binaries: Binaries, account: Account | undefined): Promise<ClusterFolder> {
  const reachable = !account || canReach(dataFolder(), account)
  const path = join(reachable ? dataFolder() : shelter(), 'postgres')
  if (!reachable) {
    say(`Database: other users cannot reach this folder, so its data is in ${path}`)
    if (!hasSecret('postgres-password')) await removeStranger(path)
  }
  const cluster = { path, password: keptSecret('postgres-password'), temporary: false }
  await clearLeftover(path)
  if (!existsSync(path)) {
    // Made beside its place and then moved, so that an interrupted start leaves no half-made database.
    const partial = `${path}.${process.pid}`
    initialise({ ...cluster, path: partial }, binaries, account)
    renameSync(partial, path)
  }
  const major = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim()
  if (major !== binaries.major) {
    throw new StartError(
      `The database in ${path} was made by PostgreSQL ${major}, this is ${binaries.major}. ` +
        'It holds demo data only: remove the folder to begin again.',
    )
  }
  const owner = statSync(path).uid
  const user = account?.uid ?? process.getuid?.()
  if (user !== undefined && owner !== user) {
    throw new StartError(
      `The database in ${path} belongs to another user. Remove the folder, or run as its owner.`,
    )
  }
  return cluster
}

/** Outside the checkout lies what an earlier checkout of the same place has left: nobody knows its password any more. */
async function removeStranger(path: string): Promise<void> {
  await clearLeftover(path)
  rmSync(path, { recursive: true, force: true })
}

/** A cluster of its own for one run. */
export function temporaryFolder(binaries: Binaries, account: Account | undefined): ClusterFolder {
  const places = [tmpdir(), '/tmp', '/var/tmp'].filter(place => !account || canReach(place, account))
  const parent = mkdtempSync(join(places[0] ?? tmpdir(), 'latchkey-postgres-'))
  if (account) chownSync(parent, account.uid, account.gid)
  const cluster = { path: join(parent, 'data'), password: newSecret(), temporary: true }
  initialise(cluster, binaries, account)
  return cluster
}

/**
 * Ends a server that outlived its portal (kill -9), and removes the mark of one that did not.
 * Called only while no other portal runs on this checkout.
 */
async function clearLeftover(folder: string): Promise<void> {
  const mark = join(folder, 'postmaster.pid')
  if (!existsSync(mark)) return
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return
  if (!commandOf(pid).includes(folder)) {
    // The number has gone to some other process since; PostgreSQL would take it for its own.
    rmSync(mark, { force: true })
    return
  }
  say('Database: stopping the one that a portal left behind')
  process.kill(pid, 'SIGINT')
  for (let tries = 0; isAlive(pid); tries += 1) {
    if (tries === 100) throw new StartError(`The database of an earlier run (process ${pid}) does not stop.`)
    await pause(100)
  }
}

function initialise(cluster: ClusterFolder, binaries: Binaries, account: Account | undefined): void {
  mkdirSync(cluster.path, { mode: 0o700 })
  const passwordFile = `${cluster.path}.password`
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
  if (account) {
    chownSync(cluster.path, account.uid, account.gid)
    chownSync(passwordFile, account.uid, account.gid)
  }
  const result = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${cluster.path}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // The password is long and random: stretching it would only slow every connection down.
      '--set=scram_iterations=1',
      '--encoding=UTF8',
      // Sorts Érable beside Erable, the same on every machine.
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      ...(cluster.temporary ? ['--no-sync'] : []),
    ],
    { ...account, cwd: dirname(cluster.path), encoding: 'utf8', env: serverEnvironment() },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(cluster.path, { recursive: true, force: true })
    throw new StartError(`The database could not be made: ${result.stderr || result.error?.message}`)
  }
}

/** PostgreSQL speaks English to us, whatever the machine's language. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const names = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', HOME: '/' }
  // Next's types want NODE_ENV in every environment; PostgreSQL has no use for it.
  return names as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv
}

function idOf(what: '-u' | '-g' | '-un', name: string): string | undefined {
  try {
    return execFileSync('id', [what, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}
