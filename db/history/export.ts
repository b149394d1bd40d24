import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import type { HistoryFilter } from '#lib/history/filter.ts'
import { type HistoryView, historyViewOf, wholeHistory } from '#lib/history/view.ts'
import type { Language } from '#lib/language.ts'
import { sightOf } from '../authority.ts'
import { getPool, reading, type Tx } from '../client.ts'
import { codeOf } from '../faults.ts'
import { platformRoleOf } from '../provider/platform.ts'
import { isLiveSession } from '../sign-in/live-session.ts'
import { type CsvBatch, csvBatch } from './csv-batch.ts'
import { type HistoryOwner, ownerOf } from './narrow.ts'

export type Export = HistoryOwner & {
  readonly actor: Actor
  readonly filter: HistoryFilter
  readonly language: Language
  readonly zone: string
  /** Rows a batch. */
  readonly size?: number
  /** Missing = this process's own. */
  readonly pool?: pg.Pool
}

/**
 * A filtered history as a CSV file, the newest first, in pieces of one batch each; nothing is read before it
 * is asked for. The batches follow each other by id from the newest event at the start, so whatever happens meanwhile is
 * left out, and no transaction stays open while a slow reader reads. Access and session are checked again for every
 * batch: whoever lost either gets one last line that says so.
 */
export async function* historyCsv({
  size = 10_000,
  ...asked
}: Export): AsyncGenerator<Uint8Array, void, void> {
  const { language } = asked
  let { zone } = asked
  let before: string | null = null
  let addresses: boolean | null = null
  for (;;) {
    const batch: SeenBatch | 'bad-zone' | null = await nextBatch({ ...asked, zone }, before, size)
    if (batch === 'bad-zone') {
      // PostgreSQL may not know the newest zone names.
      zone = 'UTC'
      continue
    }
    // Access that has become another ends the file, too: its columns would be another's.
    if (!batch || (addresses !== null && addresses !== batch.addresses)) {
      yield Buffer.from(`${addresses === null ? byteOrderMark : ''}"${csvWords[language].ended}"\r\n`)
      return
    }
    if (addresses === null)
      yield Buffer.from(heading(language, zone, ownerOf(asked).kind === 'provider', batch.addresses))
    addresses = batch.addresses
    if (batch.lines.length > 0) yield batch.lines
    if (batch.last === null) return
    before = batch.last
  }
}

/** Without it, spreadsheets take the file for another encoding. */
const byteOrderMark = '\uFEFF'

function heading(language: Language, zone: string, withAccount: boolean, withAddress: boolean): string {
  const { local, account, address, ...columns } = csvWords[language].columns
  const names = [
    local(zone),
    ...Object.values(columns),
    ...(withAccount ? [account] : []),
    ...(withAddress ? [address] : []),
  ]
  return `${byteOrderMark}${names.map(name => `"${name}"`).join(',')}\r\n`
}

type SeenBatch = CsvBatch & { readonly addresses: boolean }

type Asked = HistoryOwner & Omit<Export, 'size' | 'accountId' | 'providerId'>

/** One batch in a transaction of its own, or null: no access, or no session, any more. */
async function nextBatch(
  { actor, pool = getPool(), ...asked }: Asked,
  before: string | null,
  size: number,
): Promise<SeenBatch | 'bad-zone' | null> {
  try {
    const read = async (tx: Tx) => {
      const view = await viewOf(tx, actor, asked)
      if (!view || !(await isSignedIn(tx, actor))) return null
      const batch = await csvBatch(tx, { ...asked, view }, before, size)
      return { ...batch, addresses: view.addresses }
    }
    return await reading({ role: 'app', providerId: actor.providerId }, read, pool)
  } catch (error) {
    if (asked.zone !== 'UTC' && codeOf(error) === '22023') return 'bad-zone'
    throw error
  }
}

/** How much of it the person sees at this moment; null = nothing any more. */
async function viewOf(tx: Tx, actor: Actor, of: HistoryOwner): Promise<HistoryView | null> {
  if ('providerId' in of) return (await platformRoleOf(tx, actor)) ? wholeHistory : null
  const sight = await sightOf(tx, actor, { id: of.accountId })
  return sight && may(sight.authority, 'activity.read') ? historyViewOf(sight.authority) : null
}

async function isSignedIn(tx: Tx, { sessionId, personId }: Actor): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from session s where s.id = $1 and s.person_id = $2 and ${isLiveSession('s')}`,
    [sessionId, personId],
  )
  return answer.rowCount === 1
}
