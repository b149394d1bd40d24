import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endChild, exitOf, lastOutput, startNode } from './children.ts'
import type { Lifetime } from './lifetime.ts'
import { root, StartError, say } from './project.ts'
import { fingerprint } from './sources.ts'

export const nextCommand = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')

export interface BuildOptions {
  /** Folder of the build, from the checkout. */
  distDir: string
  /** Built in: what server actions close over is encrypted with it, on every server of a deployment alike. */
  encryptionKey: string
}

/**
 * Builds the portal for production unless the last build was made from the very same sources.
 *
 * @throws StartError with the compiler's own words when the build fails
 */
export async function ensureBuilt({ distDir, encryptionKey }: BuildOptions, life: Lifetime): Promise<void> {
  const stamp = join(root, distDir, 'built-from')
  const wanted = createHash('sha256')
    .update([fingerprint(root), encryptionKey, process.version].join('\0'))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // After a build that failed, what Next has kept can hold the failure too, though its cause is mended.
  if (existsSync(stamp)) rmSync(stamp)
  else rmSync(join(root, distDir), { recursive: true, force: true })
  say('Building the portal (about a minute the first time) …')
  const output = lastOutput(100_000)
  const child = startNode([nextCommand, 'build'], {
    env: buildEnvironment(distDir, encryptionKey),
    onOutput: output.add,
  })
  life.afterwards(() => endChild(child, 3_000))
  if ((await exitOf(child)) !== 0) throw new StartError(`${output.text()}\n\nThe build failed, see above.`)
  writeFileSync(stamp, wanted)
}

function buildEnvironment(distDir: string, encryptionKey: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: distDir,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKey,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
