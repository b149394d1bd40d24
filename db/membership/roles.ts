import { sql } from 'drizzle-orm'
import { decidesOnPartners } from '#lib/access/deciding.ts'
import { actingLevel, levelOfMembership } from '#lib/access/levels.ts'
import { inOrder, rolesToOffer } from '#lib/access/offering.ts'
import { changeRoles, type RolesRefusal } from '#lib/membership/change-roles.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { productsOf } from '../account/services.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { loadPlace } from './load.ts'

/**
 * Gives an administrator of the account other roles, from the version that the form was shown with; they hold from the
 * person's next request. Refuses what lib/membership/change-roles refuses, naming the person in `seen`.
 */
export async function giveRoles(
  change: AccountChange,
  {
    id,
    version,
    roles,
  }: { readonly id: string; readonly version: number; readonly roles: readonly string[] },
): Promise<Result<'changed' | 'nothing', RolesRefusal | 'not-found'>> {
  const { tx, author, account, authority, partnerId } = change
  const place = await loadPlace(change, id, ['administrator'])
  if (!place) return refuse('not-found')
  const wanted = inOrder(roles)
  const was = inOrder(place.roles)
  const next = { kind: 'administrator', roles: wanted, modules: [] } as const
  const allowed = changeRoles(place, {
    was,
    wanted,
    isAsShown: place.version === version,
    wouldManage: decidesOnPartners(next),
    wouldBe: levelOfMembership(next),
    actor: actingLevel(authority),
    offers: rolesToOffer(authority, await productsOf(tx, account.id)),
  })
  if (!allowed.ok) return refuse(allowed.refusal, { state: place.name, by: null })
  if (String(was) === String(wanted)) return ok('nothing')
  const { name: what, email, kind, state } = place
  await together(tx, [
    {
      query: sql`(update membership set roles = ${`{${wanted.join(',')}}`}::text[], version = version + 1
        where account_id = ${account.id}::uuid and id = ${id}::uuid and version = ${version}::int returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'membership.updated',
        accountId: account.id,
        partnerId,
        subjectId: id,
        facts: { what, email, kind, changes: { roles: [was.join(', '), wanted.join(', ')] } },
      },
    ]),
  ])
  return ok(state === 'removed' ? 'nothing' : 'changed')
}
