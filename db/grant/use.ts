import type pg from 'pg'
import type { LiveGrant } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { SeenAccount } from '../authority.ts'
import { type Tx, writing } from '../client.ts'
import { getPool } from '../driver/pool.ts'
import { authorOf, recorded } from '../events.ts'
import { toApprovers } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'
import { enteredLately, hasEntered } from './entered.ts'

const longAgo = (used: string) =>
  `(${used}.last_used_at is null or ${used}.last_used_at < clock_timestamp() - interval '5 minutes')`

/** A use to note: the last one noted is five minutes old, or the person $2 enters the account $3 under the grant $1 first. */
const isNew = (used: string) => `(${longAgo(used)} or not ${enteredLately('$3', '$1', '$2')})`

/**
 * Notes that a partner's person is using the firm's access: when last and by whom, at most once in five minutes however
 * many of the firm work in turn, and in the account's history, at once, when this person enters it under this grant for
 * the first time in a day. The first time of all its approvers are told by letter: true where such letters wait now.
 */
export async function noteUse(
  actor: Actor,
  account: Pick<SeenAccount, 'id' | 'parentName'>,
  grant: LiveGrant,
  from: pg.Pool = getPool(),
): Promise<boolean> {
  const wall = { role: 'app', providerId: actor.providerId } as const
  return writing(
    wall,
    async tx => {
      if (!(await touched(tx, actor, account, grant))) return false
      const before = { accountId: account.id, grantId: grant.grantId, personId: actor.personId }
      const entered = await hasEntered(tx, before)
      if (entered.lately) return false
      const author = authorOf(actor, { kind: 'partner', firm: grant.partnerName })
      const via = viaOf(account, grant)
      const facts = { partner: grant.partnerName, ...entersWith(grant), ...(via && { via }) }
      await together(tx, [
        recorded(tx, author, [
          {
            action: 'grant.entered',
            accountId: account.id,
            partnerId: grant.partnerId,
            subjectId: grant.grantId,
            facts,
          },
        ]),
        ...(entered.ever ? [] : [firstEntry(actor, account, grant, entered.now)]),
      ])
      return !entered.ever
    },
    from,
  )
}

/** The parent account by whose word they come in, where it is not the account's own. */
function viaOf({ parentName }: Pick<SeenAccount, 'parentName'>, { viaParent }: LiveGrant): string | null {
  return viaParent ? parentName : null
}

/** What this person has of it, which may be less than the firm has. */
function entersWith({ scope, assignedScope }: LiveGrant) {
  const { name, pages } = assignedScope ?? scope
  return { scope: name, pages }
}

/** Each approver hears once of each person under each access, on whichever account it was first. */
function firstEntry(
  actor: Actor,
  { id: accountId }: Pick<SeenAccount, 'id'>,
  grant: LiveGrant,
  now: Date,
): Write {
  return toApprovers({
    kind: 'first-entry',
    subjectId: grant.grantId,
    accountId,
    occasion: actor.personId,
    facts: {
      by: actor.name,
      firm: grant.partnerName,
      at: now.toISOString(),
      ...entersWith(grant),
      endsAt: grant.endsAt?.toISOString() ?? null,
    },
  })
}

/** Whether this use was one to note. The grant's own last use is that on any account that it opens. */
async function touched(
  tx: Tx,
  { providerId, personId }: Actor,
  account: Pick<SeenAccount, 'id'>,
  { grantId, viaParent }: LiveGrant,
): Promise<boolean> {
  const of = [grantId, personId, account.id]
  const own = await tx.$client.query(
    `update access_grant g set last_used_at = clock_timestamp(), last_used_by = $2
      where g.id = $1 and g.ended_at is null and ${isNew('g')}`,
    of,
  )
  if (!viaParent) return own.rowCount === 1
  // Looked at before it is inserted: a conflict would lock the row, and write that down, also where nothing is to note.
  const here = await tx.$client.query(
    `insert into client_use (provider_id, client_id, account_id, grant_id, last_used_at, last_used_by)
      select $4, $3, g.account_id, g.id, clock_timestamp(), $2
      from access_grant g left join client_use was on was.client_id = $3 and was.grant_id = g.id
      where g.id = $1 and g.ended_at is null and ${isNew('was')}
      on conflict (client_id, grant_id) do update set last_used_at = excluded.last_used_at, last_used_by = excluded.last_used_by`,
    [...of, providerId],
  )
  return here.rowCount === 1
}
