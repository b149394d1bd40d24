// npm run db:migrate: brings the database that DATABASE_URL names, or our own, to the current schema.
import { migrate } from '#db/migrate.ts'
import { claimData } from './claim.ts'
import { openDatabase } from './database.ts'
import { runCommand } from './lifetime.ts'
import { dataFolder, say } from './project.ts'
import { readEnvFiles } from './settings.ts'

await runCommand(async life => {
  readEnvFiles()
  if (!process.env.DATABASE_URL) await claimData(dataFolder(), 'npm run db:migrate', life)
  await migrate(await openDatabase(life))
  say('The database is up to date.')
  return 0
}, 130)
