import type pg from 'pg'
import { type ImportFile, importFiles, ownedFiles } from '#lib/import/files.ts'
import { type Problem, Problems } from '#lib/import/problem.ts'
import { standBehind } from '../step-behind.ts'
import { apply } from './apply.ts'
import { checkLikeness, checkParents } from './check-whole.ts'
import { check } from './checks.ts'
import { checkDeciders, noteDeciders } from './deciders.ts'
import { record } from './history.ts'
import { invite } from './invite.ts'
import { recordOwned, takeOwned } from './owned.ts'
import { runAll } from './pieces.ts'
import { type Outcome, outcomeOf } from './report.ts'
import { holdStatements, resolveStatements } from './resolve.ts'
import { meetPeopleStatements, resolvePeopleStatements } from './resolve-people.ts'
import { type ImportSources, type OnRead, stage } from './stage.ts'

export interface ImportAsked {
  readonly provider: string
  readonly sources: ImportSources
  /** Without it nothing is written. */
  readonly apply: boolean
  /** AUTH_SECRET, where people are to get their activation letters. */
  readonly inviteWith: string | null
  readonly onRead?: OnRead
  readonly onPhase?: (phase: Phase, count?: number) => void
}

export type Phase = 'checking' | 'writing' | 'letters'

export type ImportAnswer =
  | { readonly kind: 'no-provider'; readonly known: readonly string[] }
  | { readonly kind: 'running' }
  | { readonly kind: 'problems'; readonly count: number; readonly problems: readonly Problem[] }
  | ({
      readonly kind: 'done'
      readonly applied: boolean
      readonly events: number
      readonly letters: number
      readonly rows: Readonly<Record<ImportFile, number>>
    } & Outcome)

/**
 * Takes a provider's files in: all of them or nothing, in one transaction. A dry run does the same up to the first write.
 * Nothing is removed, ended, opened again or given a password; what is as the files say already stays untouched, so that
 * the same folder taken in again changes nothing.
 */
export async function takeIn(client: pg.ClientBase, asked: ImportAsked): Promise<ImportAnswer> {
  await client.query('begin')
  try {
    const answer = await inTransaction(client, asked)
    const keep = answer.kind === 'done' && answer.applied
    await client.query(keep ? 'commit' : 'rollback')
    return answer
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const many = 2_000

/** What the database knows of its tables' sizes is of yesterday, after a first import even of nothing: row by row would take hours. */
const bulkManners = ['set local enable_nestloop = off', `set local work_mem = '64MB'`, 'set local jit = off']

async function inTransaction(client: pg.ClientBase, asked: ImportAsked): Promise<ImportAnswer> {
  await client.query(`set local lock_timeout = '30s'`)
  const found = await client.query<{ id: string; slug: string }>(
    'select id, slug from provider order by slug',
  )
  const provider = found.rows.find(row => row.slug === asked.provider)
  if (!provider) return { kind: 'no-provider', known: found.rows.map(row => row.slug) }
  const turn = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtext('latchkey: import'), hashtext($1)) as mine`,
    [provider.id],
  )
  if (!turn.rows[0]?.mine) return { kind: 'running' }
  const problems = new Problems()
  const rows = await stage(client, asked.sources, problems, asked.onRead ?? (() => {}))
  asked.onPhase?.('checking')
  if (Object.values(rows).reduce((sum, count) => sum + count, 0) > many) await runAll(client, bulkManners)
  // From here on everything stands behind the provider's wall.
  const wall = { role: 'app', providerId: provider.id } as const
  await standBehind(client, wall)
  if (asked.apply) await runAll(client, holdStatements)
  await runAll(client, resolveStatements)
  await runAll(client, meetPeopleStatements)
  await runAll(client, ['reset role', 'analyze import_humans'])
  await standBehind(client, wall)
  await runAll(client, resolvePeopleStatements)
  await check(client, problems)
  await checkParents(client, problems)
  await checkLikeness(client, problems)
  if (problems.count > 0) return { kind: 'problems', count: problems.count, problems: inOrder(problems.kept) }
  return written(client, asked, { rows, problems })
}

interface Staged {
  readonly rows: Readonly<Record<ImportFile, number>>
  readonly problems: Problems
}

/** What is right as far as it can be seen: written, or only tried where that alone shows what it comes to. */
async function written(
  client: pg.ClientBase,
  asked: ImportAsked,
  { rows, problems }: Staged,
): Promise<ImportAnswer> {
  const inQuestion = await noteDeciders(client)
  const owned = ownedFiles.some(file => rows[file] > 0)
  const only = { applied: false, events: 0, letters: 0 } as const
  if (!asked.apply && !inQuestion && !owned)
    return { kind: 'done', rows, ...(await outcomeOf(client)), ...only }
  asked.onPhase?.('writing')
  if (!asked.apply) await runAll(client, holdStatements)
  await apply(client)
  if (inQuestion) await checkDeciders(client, problems)
  const ownedEvents = owned ? await takeOwned(client, problems) : []
  if (problems.count > 0) return { kind: 'problems', count: problems.count, problems: inOrder(problems.kept) }
  const done = { kind: 'done', rows, ...(await outcomeOf(client)) } as const
  if (!asked.apply) return { ...done, ...only }
  const letters =
    asked.inviteWith === null
      ? 0
      : await invite(client, asked.inviteWith, count => asked.onPhase?.('letters', count))
  const events = (await record(client)) + (await recordOwned(client, ownedEvents))
  return { ...done, applied: true, letters, events }
}

/** File by file, from top to bottom. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (one, other) =>
      importFiles.indexOf(one.file) - importFiles.indexOf(other.file) || (one.line ?? 0) - (other.line ?? 0),
  )
}
