import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { writing } from '#db/client.ts'
import { loadDemo } from '#db/demo/load.ts'
import { migrate } from '#db/migrate.ts'
import { beginSession } from '#db/sign-in/session.ts'
import { ensureBuilt } from '#scripts/build.ts'
import { lastOutput } from '#scripts/children.ts'
import { ensureEdgeBuilt } from '#scripts/edge/build.ts'
import { fromTheEdge } from '#scripts/edge/serve.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { freePort } from '#scripts/ports.ts'
import { ensureDatabase, type Postgres, startPostgres } from '#scripts/postgres.ts'
import { servePortal } from '#scripts/serve.ts'
import { withoutSettings } from '#scripts/settings.ts'
import { testBuild } from '#scripts/test-build.ts'
import { keep } from './cores.ts'
import { descendants } from './process-tree.ts'

export interface Options {
  /** Small sizes, to see that everything works; the figures say little. */
  readonly quick: boolean
  /** Rows of the large measures, where somebody wants others. */
  readonly rows: number | null
}

/** A portal that is being measured. */
export interface BenchPortal {
  readonly port: number
  readonly pid: number
  readonly cronSecret: string
  stop(): Promise<void>
}

/** The build that is measured stands beside the one that may be being served. */
export const distDir = '.next-bench'
export const build = { ...testBuild, distDir }
const template = 'bench_demo'
export const brandHost = 'northwind.localhost'

/** What all measures share: a PostgreSQL with the demo's data to begin with, and the production build. */
export class World {
  readonly options: Options
  readonly life: Lifetime
  readonly #server: Postgres
  readonly #pools = new Map<string, pg.Pool>()

  private constructor(life: Lifetime, server: Postgres, options: Options) {
    this.life = life
    this.#server = server
    this.options = options
  }

  static async open(life: Lifetime, options: Options): Promise<World> {
    // As a deployment has it: a commit waits for the disk.
    const server = await startPostgres({ data: 'temporary', durable: true })
    life.afterwards(() => server.stop())
    const url = await ensureDatabase(server, template)
    await migrate(url)
    await loadDemo(url, {})
    return new World(life, server, options)
  }

  /** A database with the demo's data, or a copy of another one, and a pool of connections to it. */
  async database(name: string, like = template): Promise<{ url: string; pool: pg.Pool }> {
    // Nobody may be connected to what is copied.
    await this.command(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${like}'`)
    await this.command(`create database ${name} template ${like} strategy file_copy`)
    const url = this.#server.url(name)
    const pool = new pg.Pool({ connectionString: url, max: 4 })
    pool.on('error', () => {})
    this.#pools.set(name, pool)
    return { url, pool }
  }

  /** Gives a database's room back. */
  async drop(name: string): Promise<void> {
    await this.#pools.get(name)?.end()
    this.#pools.delete(name)
    await this.command(`drop database ${name} with (force)`)
  }

  async command(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#server.url('postgres') })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  /** The process under which every connection's own is started; they stand where it stands. */
  get postgresPid(): number {
    const [pid] = readFileSync(join(this.#server.folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(pid)
  }

  get postgresPort(): number {
    return this.#server.port
  }

  /** For measures of the portal: its server alone on the measured core. */
  portalIsMeasured(): void {
    keep(this.postgresPid, 'others')
    keep(process.pid, 'others')
  }

  /** For measures of the database: PostgreSQL alone on the measured core. Connections made before stay where they are. */
  databaseIsMeasured(): void {
    keep(this.postgresPid, 'measured')
    keep(process.pid, 'others')
  }

  /** For measures in which several connections work at once. */
  nothingIsKept(): void {
    keep(this.postgresPid, 'anywhere')
    keep(process.pid, 'anywhere')
  }

  /** The settings of the production build on a database. */
  settings(databaseUrl: string, port: number, cronSecret = randomBytes(32).toString('hex')) {
    return {
      ...withoutSettings(),
      NODE_ENV: 'production',
      NEXT_DIST_DIR: distDir,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: build.encryptionKey,
      LATCHKEY_DEMO: '1',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: randomBytes(32).toString('hex'),
      CRON_SECRET: cronSecret,
      PUBLIC_SCHEME: 'http',
      PUBLIC_PORT: String(port),
      MAIL_RATE: '100',
    }
  }

  /** Starts the production build on a database; `more` are settings beside the usual ones. */
  async portal(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<BenchPortal> {
    await ensureBuilt(build, this.life)
    const port = await freePort()
    const cronSecret = randomBytes(32).toString('hex')
    return this.#served('start', port, { ...this.settings(databaseUrl, port, cronSecret), ...more })
  }

  /** Starts the edge's build on a database, reached by the serverless driver. */
  async portalAtTheEdge(databaseUrl: string): Promise<BenchPortal> {
    const { edgeDir: folder, encryptionKey } = build
    await ensureEdgeBuilt({ folder, encryptionKey }, this.life)
    const port = await freePort()
    const { settings, close } = await fromTheEdge(this.settings(databaseUrl, port))
    const portal = await this.#served('edge', port, settings)
    const stop = async () => {
      await portal.stop()
      await close()
    }
    return { ...portal, stop }
  }

  async #served(
    mode: 'start' | 'edge',
    port: number,
    settings: Record<string, string>,
  ): Promise<BenchPortal> {
    const { add: onOutput } = lastOutput(4_000)
    const folder = mode === 'edge' ? build.edgeDir : build.distDir
    const served = await servePortal({ mode, build: folder, port, host: '127.0.0.1', onOutput, settings })
    this.life.afterwards(() => served.stop())
    // workerd is a child of what was started.
    for (const pid of [served.pid, ...descendants(served.pid)]) keep(pid, 'measured')
    return { port, pid: served.pid, cronSecret: settings.CRON_SECRET ?? '', stop: () => served.stop() }
  }
}

/** The headers with which a person of the demo asks, on a session of their own. */
export async function headersOf(pool: pg.Pool, port: number, email: string): Promise<Record<string, string>> {
  const found = await pool.query<{ id: string; providerId: string; brandId: string }>(
    `select p.id, p.provider_id as "providerId", p.home_brand_id as "brandId" from person p where email = $1`,
    [email],
  )
  const person = found.rows[0]
  if (!person) throw new Error(`${email} is not in this database`)
  const { providerId } = person
  const place = { providerId, brandingDomainId: person.brandId }
  const from = { address: '127.0.0.1', userAgent: 'bench' }
  const wall = { role: 'app', providerId } as const
  const session = await writing(wall, tx => beginSession(tx, place, person.id, from), pool)
  return {
    host: `${brandHost}:${port}`,
    origin: `http://${brandHost}:${port}`,
    cookie: `latchkey-session=${session.token}`,
  }
}
