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
  if (isBuiltFrom(distDir, [encryptionKey])) return
  // After a build that failed, what Next has kept can hold the failure too, though its cause is mended.
  if (existsSync(stampOf(distDir))) rmSync(stampOf(distDir))
  else rmSync(join(root, distDir), { recursive: true, force: true })
  say('Building the portal (about a minute the first time) …')
  await runBuild([nextCommand, 'build'], buildEnvironment(distDir, encryptionKey), life)
  noteBuiltFrom(distDir, [encryptionKey])
}

const stampOf = (folder: string) => join(root, folder, 'built-from')

/** Whether the build in a folder was made from the sources as they are, and from these things beside them. */
export function isBuiltFrom(folder: string, beside: readonly string[]): boolean {
  const stamp = stampOf(folder)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(beside)
}

/** Says so of a build that has just been made. */
export function noteBuiltFrom(folder: string, beside: readonly string[]): void {
  writeFileSync(stampOf(folder), digestOf(beside))
}

function digestOf(beside: readonly string[]): string {
  return createHash('sha256')
    .update([fingerprint(root), ...beside, process.version].join('\0'))
    .digest('hex')
}

/**
 * Runs one step of a build to its end, in silence.
 *
 * @throws StartError with all that it said when it fails
 */
export async function runBuild(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  life: Lifetime,
): Promise<void> {
  const output = lastOutput(100_000)
  const child = startNode(args, { env, onOutput: output.add })
  life.afterwards(() => endChild(child, 3_000))
  if ((await exitOf(child)) !== 0) throw new StartError(`${output.text()}\n\nThe build failed, see above.`)
}

/** What a build is told by the environment; without a folder it is the framework's own. */
export function buildEnvironment(distDir: string, encryptionKey: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: distDir,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKey,
    NEXT_TELEMETRY_DISABLED: '1',
    LATCHKEY_EDGE: '',
  }
}
