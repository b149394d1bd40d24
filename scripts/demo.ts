import { createWriteStream } from 'node:fs'
import { join, relative } from 'node:path'
import { loadDemo } from '#db/demo/load.ts'
import { migrate } from '#db/migrate.ts'
import { settingNames } from '#lib/env.ts'
import { ensureBuilt } from './build.ts'
import { claimData } from './claim.ts'
import { openDatabase } from './database.ts'
import { ensureEdgeBuilt } from './edge/build.ts'
import { fromTheEdge, refuseUnreached } from './edge/serve.ts'
import type { Lifetime } from './lifetime.ts'
import { mirrorOnIPv6 } from './mirror.ts'
import { portFrom, portIsTaken } from './ports.ts'
import { dataFolder, root, StartError, say } from './project.ts'
import { servePortal } from './serve.ts'
import type { ServeOptions } from './server.ts'
import { checkDemoSettings, demoEncryptionKey, demoSettings, readEnvFiles } from './settings.ts'
import { startTicker } from './ticker.ts'
import { welcome } from './welcome.ts'

/**
 * The demo portal from nothing to its first answer, and then until it is told to stop.
 *
 * @param mode `start` serves a production build, `dev` reloads as files change, `edge` serves with workerd
 * @returns the exit code, should the portal end by itself
 */
export async function runDemo(mode: Mode, life: Lifetime): Promise<number> {
  readEnvFiles()
  const port = portFrom(process.env.PORT, 3000)
  checkDemoSettings(port)
  if (mode === 'edge' && process.env.DATABASE_URL) refuseUnreached(process.env.DATABASE_URL)
  await claimData(dataFolder(), `the portal on http://localhost:${port}`, life)
  await refuseTakenPort(port, mode)
  const encryptionKey = mode === 'dev' ? '' : demoEncryptionKey()
  if (mode === 'start') await ensureBuilt({ distDir: builds.start, encryptionKey }, life)
  if (mode === 'edge') await ensureEdgeBuilt({ folder: builds.edge, encryptionKey }, life)

  const databaseUrl = await openDatabase(life)
  await migrate(databaseUrl)
  if ((await loadDemo(databaseUrl, {})) === 'loaded') say('Demo data loaded.')

  const settings = demoSettings(databaseUrl, port)
  const host = process.env.LISTEN || '127.0.0.1'
  const log = mode !== 'dev' ? join(dataFolder(), 'portal.log') : undefined
  say('Starting the portal …')
  const portal = await servePortal({
    mode,
    build: builds[mode],
    port,
    host,
    settings: await settingsFor(mode, settings, life),
    onOutput: outputTo(log),
  })
  life.afterwards(() => portal.stop())
  if (host === '127.0.0.1') life.afterwards(mirrorOnIPv6(port))
  life.afterwards(startTicker(port, settings.CRON_SECRET, line => say(`Scheduler: ${line}`)))

  say(welcome(port, log && relative(root, log)))
  void life.stopped.then(() => say('\nStopping …'))
  const code = await portal.ended
  throw new StartError(
    `The portal ended by itself with code ${code}${log ? `; its last words are in ${log}` : ''}.`,
  )
}

type Mode = ServeOptions['mode']

/** Its builds stand beside those that belong to whoever deploys. */
const builds = { start: '.next-portal', edge: '.open-next-portal', dev: '' }

/** What the server is told: at the edge also how the database is reached. */
async function settingsFor(
  mode: Mode,
  settings: Record<string, string>,
  life: Lifetime,
): Promise<Record<string, string>> {
  if (mode !== 'edge') return settings
  // A worker has no environment: what stands in ours goes over, too.
  const named = settingNames.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))
  const reached = await fromTheEdge({ ...Object.fromEntries(named), ...settings })
  life.afterwards(() => reached.close())
  return reached.settings
}

async function refuseTakenPort(port: number, mode: Mode): Promise<void> {
  if (!(await portIsTaken(port))) return
  throw new StartError(
    `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm run ${mode === 'start' ? 'portal' : mode}`,
  )
}

function outputTo(log: string | undefined): (text: string) => void {
  if (!log) return text => process.stdout.write(text)
  const stream = createWriteStream(log, { mode: 0o600 })
  return text => stream.write(text)
}
