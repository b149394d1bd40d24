import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { BackOffice, SendAnswer, Whose } from '#lib/back-office/adapter.ts'
import { outgoingFields, readItem } from '#lib/back-office/items.ts'
import { digitsOf } from '#lib/phone.ts'
import { type Tx, writing } from '../client.ts'

const worker = { role: 'worker' } as const
const pageSize = 10
/** Larger orders are refused, so that somebody who looks at the demo sees what becomes of such a one. */
const mostOnline = 250

/**
 * The demo's own back office: what the provider's systems would hold lies in a table beside the portal's. It pulls as slowly as
 * real ones do, forwards to no premium numbers, and takes a moment over trunks.
 */
export function demoBackOffice({ pace = 0, from }: { pace?: number; from?: pg.Pool } = {}): BackOffice {
  return {
    async read(whose, kind, cursor) {
      if (pace > 0) await sleep(pace)
      const items = await writing(worker, tx => itemsBehind(tx, whose, kind, cursor ?? ''), from)
      const page = items.slice(0, pageSize)
      const last = items.length > pageSize ? (page.at(-1)?.key ?? null) : null
      return { kind: 'page', items: page.map(one => one.item), next: last }
    },
    send(whose, { id, kind, key, set }) {
      const fields = outgoingFields(set)
      if (Number(fields.quantity ?? 0) > mostOnline)
        return Promise.resolve<SendAnswer>({
          kind: 'refused',
          reason: `Orders of more than ${mostOnline} are made by telephone.`,
        })
      const forward = String(fields.forward_to ?? '')
      if (/^1?900/.test(digitsOf(forward)))
        return Promise.resolve<SendAnswer>({
          kind: 'refused',
          reason: 'Calls are not forwarded to premium-rate numbers (1-900).',
        })
      return writing<SendAnswer>(worker, tx => setFields(tx, whose, { id, kind, key, fields }), from)
    },
  }
}

async function itemsBehind(tx: Tx, { provider, account }: Whose, kind: string, after: string) {
  const answer = await tx.$client.query<{ key: string; item: unknown }>(
    `select d.key, d.item from demo_back_office d join account a on a.id = d.account_id join provider p on p.id = a.provider_id
      where p.slug = $1 and a.slug = $2 and d.kind = $3 and d.key > $4 order by d.key limit ${pageSize + 1}`,
    [provider, account, kind, after],
  )
  return answer.rows
}

interface Wanted {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}

async function setFields(tx: Tx, { provider, account }: Whose, wanted: Wanted): Promise<SendAnswer> {
  const { id, kind, key, fields } = wanted
  const answer = await tx.$client.query<{ trunk: boolean }>(
    `select d.item->>'kind' = 'trunk' as trunk from demo_back_office d
      join account a on a.id = d.account_id join provider p on p.id = a.provider_id
      where p.slug = $1 and a.slug = $2 and d.kind = $3 and d.key = $4`,
    [provider, account, kind, key],
  )
  const [there] = answer.rows
  if (!there) return orderOf(tx, { provider, account }, wanted)
  await tx.$client.query(
    `update demo_back_office d set item = d.item || $5::jsonb from account a, provider p
      where a.id = d.account_id and p.id = a.provider_id and p.slug = $1 and a.slug = $2 and d.kind = $3 and d.key = $4`,
    [provider, account, kind, key, JSON.stringify(fields)],
  )
  // The first time a trunk is only taken: it is confirmed when the same change asks again.
  return there.trunk && !(await askedBefore(tx, id)) ? { kind: 'taken' } : { kind: 'confirmed' }
}

/** Something new: an order, whole as a pull tells it. */
async function orderOf(
  tx: Tx,
  { provider, account }: Whose,
  { kind, key, fields }: Wanted,
): Promise<SendAnswer> {
  const item = { key, ...fields }
  const isNew = kind === 'subscriptions' || kind === 'licences' || kind === 'trials'
  if (!isNew || !readItem(kind, item).ok)
    return { kind: 'refused', reason: `There is no such ${thingNouns[kind] ?? 'thing'} any more.` }
  await tx.$client.query(
    `insert into demo_back_office (provider_id, account_id, kind, key, item)
      select p.id, a.id, $3, $4, $5::jsonb from account a join provider p on p.id = a.provider_id where p.slug = $1 and a.slug = $2`,
    [provider, account, kind, key, JSON.stringify(item)],
  )
  return { kind: 'confirmed' }
}

const thingNouns: Readonly<Record<string, string>> = {
  services: 'service',
  subscriptions: 'subscription',
  licences: 'licence',
}

async function askedBefore(tx: Tx, id: string): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from back_office_change where id = $1 and state = 'taken'`,
    [id],
  )
  return answer.rowCount === 1
}
