import { sql } from 'drizzle-orm'
import { close } from '#lib/partner/closing.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { isOpenRow } from '../access-request/clock.ts'
import type { Change } from '../change.ts'
import { Overtaken, type Tx } from '../client.ts'
import { askersOf, type Ending, endingOf } from '../ending.ts'
import { recorded } from '../events.ts'
import { isLiveRow } from '../grant/clock.ts'
import { clientsReached } from '../grant/reached.ts'
import { isOpenRow as isOpenInvitation } from '../invitation/clock.ts'
import { toApproversOfEach, toPartner } from '../mail/letters.ts'
import { isHeldStaff } from '../person/has-place.ts'
import { peopleOf, shutOut } from '../person/shut-out.ts'
import { together, type Write } from '../write.ts'
import { withoutOwnThings } from './own-things.ts'
import { relationshipsEnded, runningRelationships } from './relationship.ts'

interface Closing {
  readonly name: string
  readonly closedAt: Date | null
  readonly closedBy: string | null
}

const concerned = `select account_id from access_grant g where g.partner_id = $1 and ${isLiveRow('g')}
  union select account_id from access_request r where r.partner_id = $1 and ${isOpenRow('r')}
  union select account_id from partner_invitation i where i.partner_id = $1 and ${isOpenInvitation('i')}
  union select account_id from channel_relationship where partner_id = $1 and ended_at is null`

async function accountsConcerned(tx: Tx, partnerId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ account_id: string }>(concerned, [partnerId])
  return answer.rows.map(row => row.account_id)
}

/**
 * The accounts' locks come first, as everywhere, one after the other by id; then the firm's own, which waits for requests
 * that are being sent. What one of these has brought in from yet another account is met by beginning anew.
 */
async function lockedForClosing(change: Change, partnerId: string): Promise<Closing | null> {
  const { tx, actor } = change
  const before = await accountsConcerned(tx, partnerId)
  await tx.$client.query('select id from account where id = any($1::uuid[]) order by id for no key update', [
    before,
  ])
  const answer = await tx.$client.query<Closing>(
    `select p.name, p.closed_at as "closedAt", (select e.actor_name from event e where e.partner_id = p.id
        and e.action = 'partner.closed' order by e.id desc limit 1) as "closedBy"
      from partner p where p.id = $1 and p.provider_id = $2 for update of p`,
    [partnerId, actor.providerId],
  )
  const known = new Set(before)
  const now = await accountsConcerned(tx, partnerId)
  if (now.some(account => !known.has(account))) throw new Overtaken(0)
  return answer.rows[0] ?? null
}

/**
 * Closes a firm for good: in the same transaction all of its grants, open requests, channel relationships, assignments and
 * staff places end, and both sides are told. Nothing of it comes back.
 * Refuses `already-closed`, telling by whom.
 */
export async function closePartner(
  change: Change,
  partnerId: string,
  reason: string,
): Promise<Result<{ readonly name: string }, 'already-closed' | 'not-found'>> {
  const { tx, author } = change
  const partner = await lockedForClosing(change, partnerId)
  if (!partner) return refuse('not-found')
  const next = close(partner)
  if (!next.ok) return refuse(next.refusal, { state: 'closed', by: partner.closedBy })
  const ending = await endingOf(change, { partnerId }, 'partner', reason)
  const running = await runningRelationships(tx, { partnerId })
  const relationships = relationshipsEnded(change, running, reason)
  const closed = {
    action: 'partner.closed' as const,
    accountId: null,
    partnerId,
    subjectId: partnerId,
    reason,
    facts: { partner: partner.name },
  }
  const people = await peopleOf(tx, { partnerId })
  const reached = await clientsReached(tx, partnerId)
  await together(tx, [
    {
      query: sql`(update partner set closed_at = statement_timestamp() where id = ${partnerId}::uuid and closed_at is null returning id)`,
      rows: 1,
    },
    ...relationships.writes,
    ...ending.writes,
    {
      query: sql`(update partner_staff s set removed_at = statement_timestamp()
        where s.partner_id = ${partnerId}::uuid and ${sql.raw(isHeldStaff('s'))} returning s.id)`,
    },
    ...withoutOwnThings({ partnerId }),
    recorded(tx, author, [closed, ...relationships.events, ...ending.events]),
    ...letters(change, partnerId, ending, [...running.map(({ accountId }) => accountId), ...reached], reason),
  ])
  await shutOut(tx, people)
  return ok({ name: partner.name })
}

/** One letter to each of the firm's administrators, and one to each approver of every account it had to do with. */
function letters(
  { actor, author }: Change,
  partnerId: string,
  ending: Ending,
  served: readonly string[],
  reason: string,
): readonly Write[] {
  const facts = { by: actor.name, firm: author.firm, reason, partnerId }
  const about = { kind: 'partner-closed' as const, subjectId: partnerId, except: actor.personId }
  const { grants, requests } = ending
  const count = (of: readonly { readonly accountId: string }[]) => Map.groupBy(of, one => one.accountId)
  const [ended, lapsed, invited] = [count(grants), count(requests), count(ending.invitations)]
  const accounts = new Set([...served, ...ended.keys(), ...lapsed.keys(), ...invited.keys()])
  return [
    toPartner({
      ...about,
      accountId: null,
      partnerId,
      asked: askersOf(ending),
      occasion: 'closed',
      facts: {
        ...facts,
        side: 'partner',
        grants: grants.length,
        requests: requests.length,
        invitations: ending.invitations.length,
      },
    }),
    toApproversOfEach(
      { ...about, occasion: 'closed-approvers' },
      [...accounts].map(accountId => ({
        accountId,
        facts: {
          ...facts,
          side: 'account',
          grants: ended.get(accountId)?.length ?? 0,
          requests: lapsed.get(accountId)?.length ?? 0,
          invitations: invited.get(accountId)?.length ?? 0,
        },
      })),
    ),
  ]
}
