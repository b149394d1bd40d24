import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabaseProxy } from '../database-proxy.ts'
import { StartError } from '../project.ts'
import type { ServeOptions, ServerCommand } from '../server.ts'
import { edgeBuild } from './build.ts'
import { edgeTools } from './tools.ts'

/**
 * How wrangler is told to serve the build with workerd. A worker has no environment: its settings go over in a file that
 * only we can read, and that is gone with the server.
 */
export function onWorkerd({ port, host, settings }: ServeOptions): ServerCommand {
  const own = mkdtempSync(join(tmpdir(), 'latchkey-edge-'))
  const file = join(own, 'settings')
  writeFileSync(file, settingLines(settings), { mode: 0o600 })
  const choices = {
    config: edgeBuild.config,
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
      edgeBuild.worker,
      '--no-bundle',
      '--local',
      ...Object.entries(choices).map(([name, value]) => `--${name}=${value}`),
    ],
    env: { WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    forget: () => rmSync(own, { recursive: true, force: true }),
  }
}

/** One setting a line, each as it is: none of ours holds a quote or a line's end. What is empty is not set. */
function settingLines(settings: Record<string, string>): string {
  return Object.entries(settings)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('')
}

/** Where a database is that a server at the edge is to reach. */
export interface FromTheEdge {
  readonly settings: Record<string, string>
  /** Ends what leads there. */
  close(): Promise<void>
}

/**
 * The settings of a server at the edge, of those that one on Node would have: a database on this machine is reached by the
 * serverless driver, through a proxy that is opened for it.
 *
 * @throws StartError for a database elsewhere
 */
export async function fromTheEdge(settings: Record<string, string>): Promise<FromTheEdge> {
  const url = new URL(settings.DATABASE_URL ?? '')
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    throw new StartError('DATABASE_URL must name a database on this machine for npm run edge.')
  // The only name on this machine under which the serverless driver takes one.
  url.hostname = 'localhost'
  const proxy = await startDatabaseProxy([`localhost:${url.port || '5432'}`])
  const reached = { DATABASE_URL: '', POSTGRES_URL: url.href, POSTGRES_PROXY: proxy.address }
  return { settings: { ...settings, ...reached }, close: () => proxy.close() }
}
