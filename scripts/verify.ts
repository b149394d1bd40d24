// npm run verify: whether the history is as it was sealed. Changes nothing; 1 where a seal is broken.
import { direct, openPool } from '#db/driver/driver.ts'
import { verifyWholeHistory, type WholeHistory } from '#db/history/whole.ts'
import { databaseOf } from './database.ts'
import { runCommand } from './lifetime.ts'
import { StartError, say } from './project.ts'
import { readEnvFiles } from './settings.ts'

const [unknown] = process.argv.slice(2)

await runCommand(async life => {
  if (unknown) throw new StartError(`npm run verify takes nothing, not ${unknown}.`)
  readEnvFiles()
  const { url } = await databaseOf('npm run verify', life)
  const pool = openPool(direct(url), { max: 1 })
  try {
    const found = await verifyWholeHistory(pool)
    say(linesOf(found))
    return found.firstBreak ? 1 : 0
  } finally {
    await pool.end()
  }
}, 130)

function linesOf({ seals, events, owners, unsealed, newest, firstBreak, breaks }: WholeHistory): string {
  const checked = `Checked ${events} events of ${owners} accounts, firms and providers under ${seals} seals.`
  return [
    checked,
    `${unsealed} events are not sealed yet.`,
    ...(newest
      ? [
          `The newest seal ends with event ${newest.last}, was set on ${newest.sealedAt.toISOString()} and has the hash ${newest.hash}: the log’s last “history sealed” must say the same.`,
        ]
      : []),
    firstBreak ? brokenLine(firstBreak, breaks) : 'Every seal holds.',
  ].join('\n')
}

function brokenLine(
  { after, last, sealedAt, expected, found }: NonNullable<WholeHistory['firstBreak']>,
  breaks: number,
): string {
  const what =
    expected === found
      ? `there are as many events as were sealed (${expected}), but not the same`
      : `${expected} events were sealed, ${found} are there`
  return `BROKEN: ${breaks} of the seals. The first, of the events after ${after} up to ${last}, was set on ${sealedAt.toISOString()}: ${what}.`
}
