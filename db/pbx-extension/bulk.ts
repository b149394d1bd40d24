import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { conflictOf, sendersTo } from '#lib/pbx-extension/beside.ts'
import { type Fault, mostExtensions, type Standing } from '#lib/pbx-extension/extension.ts'
import type { PbxRefusal } from '#lib/pbx-extension/words.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { extensionName } from '../account/telephone-extension.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { together } from '../write.ts'
import { everybodyIn, pbxOf } from './around.ts'
import { extensionTold, idList, numbersTold } from './change.ts'
import { extensionOf, removedWith } from './one.ts'
import { isLive } from './reads.ts'
import type { Faulty } from './write.ts'

/** Other extensions send calls to them: by these. */
interface InUse {
  readonly ok: false
  readonly used: readonly string[]
}

/**
 * Removes extensions; for some days they can be brought back. Gives how many, and one of them, by which all of these are
 * brought back. What somebody else removed meanwhile is left as it is. Refuses where none of them is there any more, and
 * where others send calls to one of them that would go nowhere then.
 */
export async function removeExtensions(
  change: AccountChange,
  ids: readonly string[],
): Promise<Result<{ readonly count: number; readonly first: string }, 'none-left'> | InUse> {
  const { tx, account } = change
  const pbx = await pbxOf(tx, account.id)
  const chosen = new Set(ids)
  const there = pbx.extensions.filter(one => chosen.has(one.id))
  const [first] = there
  if (!first) return refuse('none-left')
  const used = sendersTo(new Set(there.map(one => one.id)), everybodyIn(pbx))
  if (used.length > 0) return { ok: false, used: used.map(extensionTold) }
  await together(tx, [
    {
      query: sql`(update pbx_extension set ended_at = statement_timestamp() where account_id = ${account.id}::uuid
        and id = any(${idList(there.map(one => one.id))}) and ended_at is null returning id)`,
      rows: there.length,
    },
    there.length === 1
      ? told(change, 'pbx-extension.removed', first.id, { what: extensionTold(first) })
      : told(change, 'pbx-extensions.removed', account.id, {
          what: String(there.length),
          whom: numbersTold(there.map(one => one.number)),
        }),
  ])
  return ok({ count: there.length, first: first.id })
}

/** Gives several a key profile, or takes it from them (empty). Refuses where none is there any more, and a profile that is gone. */
export async function profileExtensions(
  change: AccountChange,
  ids: readonly string[],
  profileId: string,
): Promise<Result<{ readonly count: number }, 'none-left' | 'no-profile'>> {
  const { tx, account } = change
  const pbx = await pbxOf(tx, account.id)
  const profile = pbx.profiles.find(one => one.id === profileId)
  if (profileId && !profile) return refuse('no-profile')
  const there = pbx.extensions.filter(one => ids.includes(one.id))
  if (there.length === 0) return refuse('none-left')
  await together(tx, [
    {
      query: sql`(update pbx_extension set profile_id = ${profileId || null}::uuid where account_id = ${account.id}::uuid
        and id = any(${idList(there.map(one => one.id))}) and ended_at is null returning id)`,
      rows: there.length,
    },
    told(change, profile ? 'pbx-extensions.profiled' : 'pbx-extensions.unprofiled', account.id, {
      what: profile?.name ?? '',
      whom: numbersTold(there.map(one => one.number)),
    }),
  ])
  return ok({ count: there.length })
}

interface Gone extends Standing {
  readonly id: string
  readonly own: string
}

/** What is removed and comes back: without a person who has left, or has another extension by now. */
async function comingBack(tx: Tx, accountId: string, id: string, all: boolean): Promise<readonly Gone[]> {
  const answer = await tx.$client.query<Gone>(
    `select o.id, o.number, ${extensionName('o', 'm', 'p')} as name, o.name as own,
        case when m.state <> 'removed' and not exists (select from pbx_extension y where y.membership_id = m.id and ${isLive('y')})
          then m.id end as "memberId",
        json_build_object('kind', o.busy, 'extensionId', o.busy_extension_id, 'outside', o.busy_number) as busy,
        json_build_object('kind', o.unanswered, 'extensionId', o.unanswered_extension_id, 'outside', o.unanswered_number) as unanswered
      from pbx_extension x join pbx_extension o on ${all ? removedWith('x', 'o') : 'o.id = x.id'}
        left join membership m on m.id = o.membership_id left join person p on p.id = m.person_id
      where x.account_id = $1 and x.id = $2 order by o.number`,
    [accountId, id],
  )
  return answer.rows
}

/**
 * Brings one back, or all that the same press removed, as they were. Refuses what is there, what can't come back any more or
 * would be too many, and the first whose number or way is another's by now, by its fault.
 */
export async function restoreExtensions(
  change: AccountChange,
  id: string,
  all: boolean,
): Promise<Result<{ readonly count: number }, PbxRefusal | 'there' | 'not-found'> | Faulty> {
  const { tx, account } = change
  const one = await extensionOf(tx, account.id, id)
  if (!one) return refuse('not-found')
  if (!one.removed) return refuse('there')
  if (!one.removed.canComeBack) return refuse('not-found')
  const pbx = await pbxOf(tx, account.id)
  if (!pbx.has) return refuse('no-pbx')
  const gone = await comingBack(tx, account.id, id, all)
  if (pbx.extensions.length + gone.length > mostExtensions) return refuse('too-many')
  const everybody = new Map(everybodyIn(pbx))
  for (const back of gone) everybody.set(back.id, back)
  const fault = gone
    .map(back => conflictOf(back.id, everybody))
    .find((found): found is Fault => found !== null)
  if (fault) return { ok: false, fault }
  const rows = gone.map(({ id, memberId, name, own }) => ({
    id,
    member: memberId,
    name: own || (memberId ? '' : name),
  }))
  await together(tx, [
    {
      query: sql`(update pbx_extension x set ended_at = null, membership_id = r.member, name = r.name
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, member uuid, name text)
        where x.id = r.id and x.account_id = ${account.id}::uuid and x.ended_at is not null returning x.id)`,
      rows: rows.length,
    },
    gone.length === 1
      ? told(change, 'pbx-extension.restored', id, { what: extensionTold(one) })
      : told(change, 'pbx-extensions.restored', account.id, {
          what: String(gone.length),
          whom: numbersTold(gone.map(back => back.number)),
        }),
  ])
  return ok({ count: gone.length })
}
