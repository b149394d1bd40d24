// npm run build:edge: the portal as one worker, to be deployed.
import { ensureEdgeBuilt } from './edge/build.ts'
import { runCommand } from './lifetime.ts'
import { StartError } from './project.ts'

await runCommand(async life => {
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  if (!key)
    throw new StartError(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is missing: base64 of 32 bytes, the same on every server of the deployment.',
    )
  await ensureEdgeBuilt(key, life)
  return 0
}, 0)
