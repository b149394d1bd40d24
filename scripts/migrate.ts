// npm run db:migrate: brings the database that DATABASE_URL names, or our own, to the current schema.
import { migrate } from '#db/migrate.ts'
import { databaseOf } from './database.ts'
import { runCommand } from './lifetime.ts'
import { say } from './project.ts'
import { readEnvFiles } from './settings.ts'

await runCommand(async life => {
  readEnvFiles()
  const { url } = await databaseOf('npm run db:migrate', life)
  await migrate(url)
  say('The database is up to date.')
  return 0
}, 130)
