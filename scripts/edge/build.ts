import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnvironment, isBuiltFrom, noteBuiltFrom, runBuild } from '../build.ts'
import type { Lifetime } from '../lifetime.ts'
import { root, say } from '../project.ts'
import { edgeTools, ensureEdgeTools } from './tools.ts'

const folder = join(root, '.open-next')

/** What the build leaves to be served. */
export const edgeBuild = {
  worker: join(folder, 'served', 'worker.js'),
  config: join(root, 'wrangler.jsonc'),
}

/** What only this build reads. */
const ownSources = ['worker.ts', 'open-next.config.ts', 'static-headers', 'package-lock.json']

/**
 * Builds the portal for workerd unless the last such build was made from the very same sources: the framework's build,
 * what OpenNext makes of it, and one file with everything that wrangler would upload. OpenNext knows no other folder for
 * the framework's build than .next.
 *
 * @param encryptionKey built in: the same on every server of a deployment, of whatever kind
 * @throws StartError with the tool's own words when a step fails
 */
export async function ensureEdgeBuilt(encryptionKey: string, life: Lifetime): Promise<void> {
  ensureEdgeTools()
  const from = [encryptionKey, ...ownSources.map(name => readFileSync(join(root, 'edge', name), 'utf8'))]
  if (isBuiltFrom('.open-next', from)) return
  rmSync(folder, { recursive: true, force: true })
  say('Building the portal for the edge (a few minutes the first time) …')
  const env = {
    ...buildEnvironment('', encryptionKey),
    LATCHKEY_EDGE: '1',
    WRANGLER_SEND_METRICS: 'false',
    CI: '1',
  }
  await runBuild([edgeTools.openNext, 'build', '--openNextConfigPath', 'edge/open-next.config.ts'], env, life)
  copyFileSync(join(root, 'edge', 'static-headers'), join(folder, 'assets', '_headers'))
  await runBuild([edgeTools.wrangler, 'deploy', '--dry-run', '--outdir', join(folder, 'served')], env, life)
  noteBuiltFrom('.open-next', from)
}
