import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildEnvironment, isBuiltFrom, noteBuiltFrom, runBuild } from '../build.ts'
import type { Lifetime } from '../lifetime.ts'
import { root, say } from '../project.ts'
import { edgeTools, ensureEdgeTools } from './tools.ts'

/** The only folder that OpenNext builds into, and wrangler uploads from. */
export const deployed = '.open-next'

export interface EdgeBuildOptions {
  /** Where the build is kept, from the checkout: one for each key, so that none is taken for another. */
  folder: string
  /** Built in: the same on every server of a deployment, of whatever kind. */
  encryptionKey: string
}

/** What a build leaves to be served. */
export function edgeBuildIn(folder: string) {
  return { worker: join(root, folder, 'served', 'worker.js'), config: join(root, folder, 'wrangler.jsonc') }
}

/** What only this build reads. */
const ownSources = [
  'wrangler.jsonc',
  ...['worker.ts', 'open-next.config.ts', 'static-headers', 'package-lock.json'].map(name => `edge/${name}`),
]

/**
 * Builds the portal for workerd unless the folder holds such a build of the very same sources: the framework's build, what
 * OpenNext makes of it, and one file with everything that wrangler would upload.
 *
 * @throws StartError with the tool's own words when a step fails
 */
export async function ensureEdgeBuilt(
  { folder, encryptionKey }: EdgeBuildOptions,
  life: Lifetime,
): Promise<void> {
  ensureEdgeTools()
  const from = [encryptionKey, ...ownSources.map(name => readFileSync(join(root, name), 'utf8'))]
  if (isBuiltFrom(folder, from)) return
  for (const old of [folder, deployed]) rmSync(join(root, old), { recursive: true, force: true })
  say('Building the portal for the edge (a few minutes the first time) …')
  await besideOthers(() => build(encryptionKey, life))
  if (folder !== deployed) renameSync(join(root, deployed), join(root, folder))
  noteBuiltFrom(folder, from)
}

async function build(encryptionKey: string, life: Lifetime): Promise<void> {
  const made = join(root, deployed)
  const env = {
    ...buildEnvironment('', encryptionKey),
    LATCHKEY_EDGE: '1',
    WRANGLER_SEND_METRICS: 'false',
    CI: '1',
  }
  await runBuild([edgeTools.openNext, 'build', '--openNextConfigPath', 'edge/open-next.config.ts'], env, life)
  // OpenNext would build the checkout's .env files in, secrets and all. The worker's settings are those that it is served with.
  const modes = ['production', 'development', 'test']
  writeFileSync(
    join(made, 'cloudflare', 'next-env.mjs'),
    modes.map(mode => `export const ${mode} = {}\n`).join(''),
  )
  copyFileSync(join(root, 'edge', 'static-headers'), join(made, 'assets', '_headers'))
  const bundle = ['deploy', '--dry-run', '--outdir', join(made, 'served')]
  await runBuild([edgeTools.wrangler, ...bundle], env, life)
  // To be served from wherever the build is kept.
  const config = readFileSync(join(root, 'wrangler.jsonc'), 'utf8')
  writeFileSync(join(made, 'wrangler.jsonc'), config.replaceAll(`${deployed}/`, ''))
}

/** OpenNext builds where `next build` does. What somebody has built there to be served on Node stands aside meanwhile. */
async function besideOthers(work: () => Promise<void>): Promise<void> {
  const [own, aside] = [join(root, '.next'), join(root, '.next-aside')]
  // A build that was killed has left its own behind, and what stood there before still stands aside.
  if (existsSync(aside)) rmSync(own, { recursive: true, force: true })
  else if (existsSync(own)) renameSync(own, aside)
  try {
    await work()
  } finally {
    rmSync(own, { recursive: true, force: true })
    if (existsSync(aside)) renameSync(aside, own)
  }
}
