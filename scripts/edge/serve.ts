import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabaseProxy } from '../database-proxy.ts'
import { StartError } from '../project.ts'
import type { ServeOptions, ServerCommand } from '../server.ts'
import { edgeBuildIn } from './build.ts'
import { edgeTools } from './tools.ts'

/**
 * How wrangler is told to serve a build with workerd. A worker has no environment: its settings go over in a file that only
 * we can read, and that is gone with this process at the latest.
 *
 * @throws StartError for a setting that the file can't hold
 */
export function onWorkerd({ build, port, host, settings }: ServeOptions): ServerCommand {
  const lines = settingLines(settings)
  const own = mkdtempSync(join(tmpdir(), 'latchkey-edge-'))
  const forget = () => rmSync(own, { recursive: true, force: true })
  process.once('exit', forget)
  const file = join(own, 'settings')
  writeFileSync(file, lines, { mode: 0o600 })
  const { config, worker } = edgeBuildIn(build)
  const choices = {
    config,
    port: String(port),
    ip: host,
    'env-file': file,
    'persist-to': join(own, 'state'),
    'inspector-port': '0',
    'show-interactive-dev-session': 'false',
  }
  return {
    args: [
      edgeTools.wrangler,
      'dev',
      worker,
      '--no-bundle',
      '--local',
      ...Object.entries(choices).map(([name, value]) => `--${name}=${value}`),
    ],
    env: { WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    forget() {
      process.off('exit', forget)
      forget()
    },
  }
}

/**
 * One setting a line, each as it is; what is empty is not set.
 *
 * @throws StartError for a value with a quote, a dollar or a line's end, which the file's readers would take for their own
 */
export function settingLines(settings: Readonly<Record<string, string>>): string {
  const given = Object.entries(settings).filter(([, value]) => value !== '')
  const odd = given.find(([, value]) => /['$\r\n]/.test(value))
  if (odd) throw new StartError(`${odd[0]} holds ' or $ or a line's end, which npm run edge can't hand over.`)
  return given.map(([name, value]) => `${name}='${value}'\n`).join('')
}

/** Where a database is that a server at the edge is to reach. */
export interface FromTheEdge {
  readonly settings: Record<string, string>
  /** Ends what leads there. */
  close(): Promise<void>
}

/** @throws StartError for a database to which no proxy of this machine may lead */
export function refuseUnreached(databaseUrl: string): void {
  const host = URL.canParse(databaseUrl) ? new URL(databaseUrl).hostname : ''
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host))
    throw new StartError('DATABASE_URL must name a database on this machine for npm run edge.')
}

/**
 * The settings of a server at the edge, of those that one on Node would have: a database on this machine is reached by the
 * serverless driver, through a proxy that is opened for it.
 *
 * @throws StartError for a database elsewhere
 */
export async function fromTheEdge(settings: Record<string, string>): Promise<FromTheEdge> {
  const { DATABASE_URL = '' } = settings
  refuseUnreached(DATABASE_URL)
  const url = new URL(DATABASE_URL)
  // The only name on this machine under which the serverless driver takes one.
  url.hostname = 'localhost'
  const proxy = await startDatabaseProxy([`localhost:${url.port || '5432'}`])
  const reached = { DATABASE_URL: '', POSTGRES_URL: url.href, POSTGRES_PROXY: proxy.address }
  return { settings: { ...settings, ...reached }, close: () => proxy.close() }
}
