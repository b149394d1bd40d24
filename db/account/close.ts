import { sql } from 'drizzle-orm'
import { type ClosingRefusal, close } from '#lib/account/closing.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { abandonedWithAccount } from '../back-office/abandon.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { askersOf, type Ending, endingOf } from '../ending.ts'
import { recorded } from '../events.ts'
import { firmsThroughParent } from '../grant/reached.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { relationshipsEnded, runningRelationships } from '../partner/relationship.ts'
import { peopleOf, shutOut } from '../person/shut-out.ts'
import { endedWithAccount } from '../person-invitation/lapse.ts'
import { together, type Write } from '../write.ts'

interface Closing {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly openClients: readonly string[]
}

/** Behind the account's lock, so that whatever is under way on it comes before or finds it closed. */
async function lockedForClosing(tx: Tx, providerId: string, id: string): Promise<Closing | null> {
  await tx.execute(
    sql`select 1 from account where id = ${id}::uuid and provider_id = ${providerId}::uuid for no key update`,
  )
  const answer = await tx.$client.query<Closing>(
    `select a.id, a.slug, a.name, a.closed_at as "closedAt",
        (select e.actor_name from event e where e.account_id = a.id and e.action = 'account.closed' order by e.id desc limit 1) as "closedBy",
        array(select c.name from account c where c.parent_id = a.id and c.closed_at is null order by c.name_folded limit 6) as "openClients"
      from account a where a.id = $1 and a.provider_id = $2`,
    [id, providerId],
  )
  return answer.rows[0] ?? null
}

/**
 * Closes an account for good: in the same transaction every grant, open request, channel relationship, assignment and
 * place on it ends, and both sides are told; what has not gone to the provider's systems does not go. Nothing of it comes
 * back.
 * Refuses `already-closed`, telling by whom, and `has-clients`, telling which.
 */
export async function closeAccount(
  change: Change,
  accountId: string,
  reason: string,
): Promise<Result<{ readonly slug: string }, ClosingRefusal | 'not-found'>> {
  const { tx, actor, author } = change
  const account = await lockedForClosing(tx, actor.providerId, accountId)
  if (!account) return refuse('not-found')
  const allowed = close(account)
  if (!allowed.ok) {
    const by = allowed.refusal === 'has-clients' ? account.openClients.join(', ') : account.closedBy
    return refuse(allowed.refusal, { state: 'closed', by })
  }
  const ending = await endingOf(change, { accountId }, 'account', reason)
  const running = await runningRelationships(tx, { accountId })
  const relationships = relationshipsEnded(change, running, reason)
  const closed = {
    action: 'account.closed' as const,
    accountId,
    partnerId: null,
    subjectId: accountId,
    reason,
    facts: { what: account.name },
  }
  const people = await peopleOf(tx, { accountId })
  const invited = await endedWithAccount(tx, accountId, { personId: actor.personId, reason })
  const unsent = await abandonedWithAccount(tx, accountId)
  const throughParent = await firmsThroughParent(tx, accountId)
  await together(tx, [
    {
      query: sql`(update account set closed_at = statement_timestamp() where id = ${accountId}::uuid and closed_at is null returning id)`,
      rows: 1,
    },
    ...relationships.writes,
    ...ending.writes,
    ...invited.writes,
    ...unsent.writes,
    {
      query: sql`(update membership set state = 'removed', version = version + 1 where account_id = ${accountId}::uuid and state <> 'removed' returning id)`,
    },
    recorded(tx, author, [
      closed,
      ...relationships.events,
      ...ending.events,
      ...invited.events,
      ...unsent.events,
    ]),
    ...letters(
      change,
      accountId,
      ending,
      [...running.map(({ partnerId }) => partnerId), ...throughParent],
      reason,
    ),
  ])
  await shutOut(tx, people)
  return ok({ slug: account.slug })
}

/** One letter to each approver, and one to each firm about what was its own or came to it from the parent. */
function letters(
  { actor, author }: Change,
  accountId: string,
  ending: Ending,
  served: readonly string[],
  reason: string,
): readonly Write[] {
  const facts = { by: actor.name, firm: author.firm, reason }
  const about = { kind: 'account-closed' as const, subjectId: accountId, accountId }
  const { grants, requests } = ending
  const firms = new Set([
    ...served,
    ...grants.map(one => one.partnerId),
    ...requests.map(one => one.partnerId),
    ...ending.invitations.map(one => one.partnerId),
  ])
  return [
    toApprovers({
      ...about,
      occasion: 'closed',
      facts: {
        ...facts,
        side: 'account',
        grants: grants.length,
        requests: requests.length,
        invitations: ending.invitations.length,
      },
      except: actor.personId,
    }),
    ...[...firms].map(partnerId => {
      const own = {
        grants: grants.filter(one => one.partnerId === partnerId),
        requests: requests.filter(one => one.partnerId === partnerId),
      }
      const invited = ending.invitations.filter(one => one.partnerId === partnerId)
      return toPartner({
        ...about,
        partnerId,
        asked: askersOf(own),
        occasion: `closed-${partnerId}`,
        facts: {
          ...facts,
          side: 'partner',
          partnerId,
          grants: own.grants.length,
          requests: own.requests.length,
          invitations: invited.length,
        },
      })
    }),
  ]
}
