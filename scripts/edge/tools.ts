import { join } from 'node:path'
import { installLocked } from '../install.mjs'
import { root } from '../project.ts'

const folder = join(root, 'edge')

/** The programs that build and serve at the edge, as files of the packages under edge/. */
export const edgeTools = {
  openNext: join(folder, 'node_modules', '@opennextjs', 'cloudflare', 'dist', 'cli', 'index.js'),
  wrangler: join(folder, 'node_modules', 'wrangler', 'wrangler-dist', 'cli.js'),
}

/**
 * Installs the locked tools of the edge when they are missing or stale.
 *
 * @throws Error when npm fails
 */
export function ensureEdgeTools(): void {
  installLocked(folder, 'the tools of the edge')
}
