import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import type { HistoryFilter } from '#lib/history/filter.ts'
import { type HistoryView, historyViewOf, wholeHistory } from '#lib/history/view.ts'
import type { Language } from '#lib/language.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { csvInBatches, headingOf } from '../csv/file.ts'
import { platformRoleOf } from '../provider/platform.ts'
import { csvBatch } from './csv-batch.ts'
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
 * A filtered history as a CSV file, the newest first. Its batches follow each other by id from the newest event at the
 * start, so whatever happens meanwhile is left out.
 */
export function historyCsv({
  size = 10_000,
  pool,
  ...asked
}: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, language } = asked
  return csvInBatches({
    actor,
    zone: asked.zone,
    ended: csvWords[language].ended,
    pool,
    batch: async (tx, before, zone) => {
      const view = await viewOf(tx, actor, asked)
      if (!view) return null
      const batch = await csvBatch(tx, { ...asked, zone, view }, before, size)
      return {
        ...batch,
        heading: heading(language, zone, ownerOf(asked).kind === 'provider', view.addresses),
      }
    },
  })
}

function heading(language: Language, zone: string, withAccount: boolean, withAddress: boolean): string {
  const { local, account, address, ...columns } = csvWords[language].columns
  return headingOf([
    local(zone),
    ...Object.values(columns),
    ...(withAccount ? [account] : []),
    ...(withAddress ? [address] : []),
  ])
}

/** How much of it the person sees at this moment; null = nothing any more. */
async function viewOf(tx: Tx, actor: Actor, of: HistoryOwner): Promise<HistoryView | null> {
  if ('providerId' in of) return (await platformRoleOf(tx, actor)) ? wholeHistory : null
  const sight = await sightOf(tx, actor, { id: of.accountId })
  return sight && may(sight.authority, 'activity.read') ? historyViewOf(sight.authority) : null
}
