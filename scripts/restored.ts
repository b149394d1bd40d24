// npm run restored: tells the portal that its database was restored from a backup. For those that it can't notice itself.
import pg from 'pg'
import { migrate } from '#db/migrate.ts'
import { type LastEpoch, type NewEpoch, tellRestore } from '#db/restore/notice.ts'
import { databaseOf } from './database.ts'
import { runCommand } from './lifetime.ts'
import { StartError, say } from './project.ts'
import { readEnvFiles } from './settings.ts'

const again = process.argv.includes('--again')
const onceMore = 'If the database has been restored once more since then, say so: npm run restored -- --again'
const unknown = process.argv.slice(2).find(argument => argument !== '--again')

await runCommand(async life => {
  if (unknown) throw new StartError(`npm run restored knows --again and nothing else, not ${unknown}.`)
  readEnvFiles()
  const { url } = await databaseOf('npm run restored', life)
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { last, begun } = await tellRestore(client, again)
    say(lastLine(last))
    say(begun ? begunLines(begun) : `Nothing was done. ${onceMore}`)
  } finally {
    await client.end()
  }
  return 0
}, 130)

function lastLine({ number, at, cause, now }: LastEpoch): string {
  if (!at) return 'The portal has known of no restore until now.'
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000))
  const who = cause === 'noticed' ? 'noticed by the portal itself' : 'told with this command'
  return `The last restore (number ${number}) was ${who} on ${at.toISOString()}, ${minutes} minutes ago.`
}

function begunLines({ number, at, sessions, tokens, letters }: NewEpoch): string {
  return [
    `Restore number ${number}, on ${at.toISOString()}:`,
    `  ${sessions} sessions ended, ${tokens} one-time tokens voided, ${letters} waiting letters with such a token dropped.`,
    '  Accounts with access from before get a list to look at again and a letter, by the next calls of /api/cron/grants.',
  ].join('\n')
}
