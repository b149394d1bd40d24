import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import type { EventAction } from '#lib/history/event.ts'
import { phonebookToken } from '#lib/phonebook/address.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { latestAuthor } from '../events.ts'
import { together } from '../write.ts'

/** The address at which phones read the phonebook, as those who may see it know it. */
export interface PhoneAddress {
  /** Drawn anew with each address; with the deployment's secret it makes the token. */
  readonly key: string
  /** Null where the deployment's secret has become another: the address that phones have is none any more. */
  readonly token: string | null
  readonly madeAt: Date
  readonly fetchedAt: Date | null
  /** What the phone said it is that read it last. */
  readonly fetchedBy: string
}

/** Null while it is switched off. */
export async function addressOf(tx: Tx, accountId: string, secret: string): Promise<PhoneAddress | null> {
  const answer = await tx.$client.query<Omit<PhoneAddress, 'token'> & { hash: string }>(
    `select p.address_key as key, p.token_hash as hash, p.address_made_at as "madeAt", p.fetched_at as "fetchedAt",
        p.fetched_by as "fetchedBy" from phonebook p where p.account_id = $1 and p.token_hash is not null`,
    [accountId],
  )
  const [row] = answer.rows
  if (!row) return null
  const { hash, ...address } = row
  const token = phonebookToken(accountId, address.key, secret)
  return { ...address, token: hashText(token) === hash ? token : null }
}

/** Who switched it on, replaced it or off last: what somebody who came too late is told. */
function byWhom({ tx, account }: AccountChange): Promise<string | null> {
  const acts: readonly EventAction[] = [
    'phonebook-address.made',
    'phonebook-address.replaced',
    'phonebook-address.ended',
  ]
  return latestAuthor(tx, account.id, account.id, acts)
}

type Moved = Result<null, 'moved'>

/**
 * Makes an address, or another one in place of the one that was shown, which then reads nothing any more. `shown` is that
 * one's key, empty for none. Refuses where somebody else was faster, naming them.
 */
export async function makeAddress(change: AccountChange, shown: string, secret: string): Promise<Moved> {
  const { tx, actor, account } = change
  const before = await addressOf(tx, account.id, secret)
  if ((before?.key ?? '') !== shown) return refuse('moved', { state: 'moved', by: await byWhom(change) })
  const key = randomUUID()
  const hash = hashText(phonebookToken(account.id, key, secret))
  await together(tx, [
    {
      query: sql`(insert into phonebook (account_id, provider_id, address_key, token_hash, address_made_at)
        values (${account.id}::uuid, ${actor.providerId}::uuid, ${key}, ${hash}, clock_timestamp())
        on conflict (account_id) do update set address_key = excluded.address_key, token_hash = excluded.token_hash,
          address_made_at = excluded.address_made_at, fetched_at = null, fetched_by = '' returning account_id)`,
      rows: 1,
    },
    told(change, before ? 'phonebook-address.replaced' : 'phonebook-address.made', account.id, {}),
  ])
  return ok(null)
}

/** Switches the address off: it reads nothing any more. Refuses where it is another by now, naming who was faster. */
export async function endAddress(change: AccountChange, shown: string): Promise<Moved> {
  const { tx, account } = change
  const answer = await tx.$client.query<{ key: string | null }>(
    'select p.address_key as key from phonebook p where p.account_id = $1',
    [account.id],
  )
  if (!shown || answer.rows[0]?.key !== shown)
    return refuse('moved', { state: 'moved', by: await byWhom(change) })
  await together(tx, [
    {
      query: sql`(update phonebook set address_key = null, token_hash = null, address_made_at = null, fetched_at = null, fetched_by = ''
        where account_id = ${account.id}::uuid returning account_id)`,
      rows: 1,
    },
    told(change, 'phonebook-address.ended', account.id, {}),
  ])
  return ok(null)
}
