// npm run deploy:edge [-- ARGUMENTS OF WRANGLER]: builds the portal for the edge with this deployment's key, and uploads it.
import { endChild, exitOf, startNode } from './children.ts'
import { deployed, ensureEdgeBuilt } from './edge/build.ts'
import { edgeTools } from './edge/tools.ts'
import { runCommand } from './lifetime.ts'
import { StartError } from './project.ts'

await runCommand(async life => {
  const encryptionKey = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  if (!encryptionKey)
    throw new StartError(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is missing: base64 of 32 bytes, the same on every server of the deployment.',
    )
  await ensureEdgeBuilt({ folder: deployed, encryptionKey }, life)
  const child = startNode([edgeTools.wrangler, 'deploy', ...process.argv.slice(2)], { env: process.env })
  life.afterwards(() => endChild(child, 3_000))
  return exitOf(child)
}, 130)
