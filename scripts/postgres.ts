import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Client } from 'pg'
import { endChild, lastOutput } from './children.ts'
import { freePort } from './ports.ts'
import { type Account, type Binaries, findBinaries } from './postgres-binaries.ts'
import {
  type ClusterFolder,
  keptFolder,
  serverAccount,
  serverEnvironment,
  temporaryFolder,
} from './postgres-folder.ts'
import { StartError } from './project.ts'

export interface Postgres {
  port: number
  /** Where its data is. */
  folder: string
  /** The address of one of its databases, as its superuser. */
  url(database: string): string
  /** Stops the server; removes a temporary one's data. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** `kept` stays in .data between runs; `temporary` is gone with the run. */
  data: 'kept' | 'temporary'
  /** Whether a commit waits for the disk. Without it: yes for kept data, no for temporary. */
  durable?: boolean
}

/**
 * Starts a PostgreSQL of our own on a free port of the loopback address, as any user, root included. It stops with
 * this process at the latest, even if that is killed.
 *
 * @throws StartError when this machine cannot run it, with what to do about it
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const account = serverAccount()
  const binaries = findBinaries(account)
  const cluster =
    options.data === 'kept' ? await keptFolder(binaries, account) : temporaryFolder(binaries, account)
  const durable = options.durable ?? !cluster.temporary
  for (let tries = 1; ; tries += 1) {
    const port = await freePort()
    const started = await launch(binaries, cluster, account, port, durable)
    if (typeof started !== 'string') return handle(started, cluster, port)
    // Somebody else may take the port between our looking and PostgreSQL's listening.
    if (tries < 3 && started.includes('Address already in use')) continue
    throw new StartError(`The database did not start:\n${started}`)
  }
}

/** Makes a database unless it is there. */
export async function ensureDatabase(server: Postgres, name: string): Promise<string> {
  const client = new Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
  return server.url(name)
}

/** Gives the running server, or what it said before it ended. */
async function launch(
  binaries: Binaries,
  cluster: ClusterFolder,
  account: Account | undefined,
  port: number,
  durable: boolean,
): Promise<ChildProcess | string> {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const server = spawn(
    binaries.postgres,
    ['-D', cluster.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a group of its own: Ctrl-C must reach it last, after the portal has answered everybody.
    {
      ...account,
      cwd: cluster.path,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const output = lastOutput()
  return new Promise(resolve => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.add(text)
      if (output.text().includes('ready to accept connections')) resolve(server)
    })
    server.once('error', error => resolve(error.message))
    server.once('close', () => resolve(output.text()))
  })
}

function handle(server: ChildProcess, cluster: ClusterFolder, port: number): Postgres {
  const watchman = postWatchman(server, cluster)
  const password = encodeURIComponent(cluster.password)
  return {
    port,
    folder: cluster.path,
    url: database => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown.
      await endChild(server, 5_000, 'SIGINT')
      watchman.kill('SIGKILL')
      if (cluster.temporary) rmSync(dirname(cluster.path), { recursive: true, force: true })
    },
  }
}

/** A shell that waits for the end of this process, and then stops the server and removes temporary data. */
function postWatchman(server: ChildProcess, cluster: ClusterFolder): ChildProcess {
  const script =
    'read -r _; kill -INT "$1" 2>/dev/null; n=0; ' +
    'while kill -0 "$1" 2>/dev/null && [ $n -lt 200 ]; do sleep 0.1; n=$((n+1)); done; ' +
    'if [ -n "$2" ]; then rm -rf "$2"; fi'
  const watchman = spawn(
    '/bin/sh',
    [
      '-c',
      script,
      'latchkey-database-watch',
      String(server.pid),
      cluster.temporary ? dirname(cluster.path) : '',
    ],
    { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  watchman.unref()
  return watchman
}
