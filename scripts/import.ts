// npm run import -- FOLDER --provider SLUG: a provider's data from CSV files.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type ImportAnswer, takeIn } from '#db/import/import.ts'
import type { ImportSources } from '#db/import/stage.ts'
import { migrate } from '#db/migrate.ts'
import { importFiles } from '#lib/import/files.ts'
import { databaseOf } from './database.ts'
import { reportOf } from './import-report.ts'
import { runCommand } from './lifetime.ts'
import { Progress } from './progress.ts'
import { StartError, say } from './project.ts'
import { keptSecret } from './secrets.ts'
import { readEnvFiles, readSettings } from './settings.ts'

const usage =
  'npm run import -- FOLDER --provider SLUG [--apply] [--invite]\n' +
  '  FOLDER     holds accounts.csv, partners.csv, relationships.csv, people.csv, services.csv, invoices.csv,\n' +
  '             balances.csv, offers.csv, subscriptions.csv, licences.csv, trials.csv, or some of them\n' +
  '  --provider the provider’s short name, such as northwind\n' +
  '  --apply    takes them in; without it they are only looked at\n' +
  '  --invite   with --apply: writes an activation letter to each new person'

await runCommand(async life => {
  const asked = argumentsOf()
  const files = importFiles
    .map(name => ({ name, path: join(asked.folder, `${name}.csv`) }))
    .filter(({ path }) => existsSync(path))
  if (files.length === 0)
    throw new StartError(
      `There is none of ${importFiles.map(name => `${name}.csv`).join(', ')} in ${asked.folder}.`,
    )
  readEnvFiles()
  const { url, own } = await databaseOf('npm run import', life)
  const inviteWith = asked.invite ? secretFor(own) : null
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Whatever stops the command: the connection's end undoes what was not committed.
  life.afterwards(() => client.end())
  const progress = new Progress(
    files.reduce((sum, { path }) => sum + statSync(path).size, 0),
    process.stderr,
  )
  const sources: ImportSources = Object.fromEntries(
    files.map(({ name, path }) => [name, createReadStream(path)]),
  )
  const answer = await takeIn(client, {
    provider: asked.provider,
    sources,
    apply: asked.apply,
    inviteWith,
    onRead: (file, bytes) => progress.read(`${file}.csv`, bytes),
    onPhase: (phase, count) => progress.phase(phase, count),
  }).catch(explained)
  progress.end()
  return told(answer, asked)
}, 130)

interface Asked {
  readonly folder: string
  readonly provider: string
  readonly apply: boolean
  readonly invite: boolean
}

function argumentsOf(): Asked {
  const fault = (what: string) => new StartError(`${what}\n\n${usage}`)
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { provider: { type: 'string' }, apply: { type: 'boolean' }, invite: { type: 'boolean' } },
    })
    const [folder, another] = positionals
    if (!folder || another !== undefined) throw fault('Name one folder.')
    if (!values.provider) throw fault('Name the provider: --provider SLUG.')
    if (values.invite && !values.apply) throw fault('--invite goes with --apply: a look writes to nobody.')
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), folder)
    if (!existsSync(path) || !statSync(path).isDirectory()) throw fault(`There is no folder ${path}.`)
    return {
      folder: path,
      provider: values.provider,
      apply: values.apply ?? false,
      invite: values.invite ?? false,
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw fault(error instanceof Error ? error.message : String(error))
  }
}

/** Letters hold one-time secrets, sealed with the portal's own: it must be the one that the portal runs with. */
function secretFor(own: boolean): string {
  if (own) return process.env.AUTH_SECRET || keptSecret('auth-secret')
  return readSettings(process.env, { lettersLater: true, who: 'The import' }).AUTH_SECRET
}

/** What somebody else did meanwhile undoes the whole: a calm sentence, for it only has to be run again. */
function explained(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '23505' || code === '40P01' || code === '55P03' || code === '40001')
    throw new StartError(
      'Somebody changed the same things in the portal meanwhile. Nothing was taken in; run it again.',
    )
  throw error
}

function told(answer: ImportAnswer, asked: Asked): number {
  if (answer.kind === 'no-provider')
    throw new StartError(
      answer.known.length > 0
        ? `There is no provider “${asked.provider}” here. There are: ${answer.known.join(', ')}.`
        : 'There is no provider yet: npm run setup makes the first one.',
    )
  if (answer.kind === 'running')
    throw new StartError('Another import of this provider is running. Wait until it is done.')
  say(reportOf(answer, asked))
  return answer.kind === 'problems' ? 1 : 0
}
