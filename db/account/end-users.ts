import { sql } from 'drizzle-orm'
import { endUserLevelsToGive } from '#lib/access/levels.ts'
import { type EndUserField, endUserFields } from '#lib/account/details.ts'
import { checkEndUser, type EndUserRefusal, type PbxStanding } from '#lib/account/end-user.ts'
import type { Changes, Values } from '#lib/edit.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import type { Edited } from '../edit.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isAllTheyAre, nameAt } from '../person/has-place.ts'
import { membership, person } from '../schema/person.ts'
import type { Write } from '../write.ts'
import { applyAccountEdit } from './edit.ts'
import { extensionAt, holderOf, numbered, pbxStanding } from './telephone-extension.ts'

/** An end user as lists and their own page show them. */
export interface SeenEndUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly product: string
  readonly level: string
  readonly extension: string
  readonly state: 'invited' | 'active' | 'disabled'
}

export interface EndUserQuestion {
  readonly search: string
  /** The end user after whom the page begins. */
  readonly after: string | null
  readonly limit: number
}

const name = nameAt('m', 'p')
const columns = `m.id, ${name} as name, p.email, coalesce(m.product, '') as product, coalesce(m.level, '') as level,
  ${extensionAt('m')} as extension, m.state`
const from = `membership m join person p on p.id = m.person_id
  where m.account_id = $1 and m.kind = 'end-user' and m.state <> 'removed'`

/** An account's end users in the order of product and name; one more than asked for where there are more. */
export async function endUsersOf(
  tx: Tx,
  accountId: string,
  { search, after, limit }: EndUserQuestion,
): Promise<readonly SeenEndUser[]> {
  const values = [accountId]
  // Only what is asked stands in the statement: a prepared "or nothing is asked" is planned for neither.
  const given = (value: string) => `$${values.push(value)}`
  const pattern = containing(search)
  const like = pattern && given(pattern)
  const found = like
    ? `and (${folded(name)} like ${like} or ${folded('p.email')} like ${like} or ${extensionAt('m')} like ${like})`
    : ''
  const beyond = after
    ? `and (coalesce(m.product, ''), ${name}, m.id) >
        (select coalesce(n.product, ''), ${nameAt('n', 'q')}, n.id from membership n join person q on q.id = n.person_id
          where n.account_id = $1 and n.id = ${given(after)}::uuid)`
    : ''
  const answer = await tx.$client.query<SeenEndUser>({
    name: `end-users-${found ? 'found' : 'all'}-${after ? 'next' : 'first'}-${limit}`,
    text: `select ${columns} from ${from} ${found} ${beyond}
      order by coalesce(m.product, ''), ${name}, m.id ${atMost(limit + 1)}`,
    values,
  })
  return answer.rows
}

/** One end user of the account; `isTheirName` says whether their name is the account's to change. */
export async function endUserOf(
  tx: Tx,
  accountId: string,
  endUserId: string,
): Promise<(SeenEndUser & { readonly isTheirName: boolean }) | null> {
  const found = await loadEndUser(tx, accountId, endUserId, '')
  if (!found) return null
  const { version: _, personId: __, holder: ___, onlyHere: ____, pbx: _____, ...seen } = found
  return { ...seen, isTheirName: isTheirName(found) }
}

/** Until they take the place they are called there as the account says, whoever else they are elsewhere. */
const isTheirName = ({ onlyHere, state }: LoadedEndUser) => !onlyHere && state !== 'invited'

interface LoadedEndUser extends SeenEndUser {
  /** They are nothing else anywhere. */
  readonly onlyHere: boolean
  readonly version: number
  readonly personId: string
  readonly pbx: PbxStanding
  /** Who has the extension that was typed. */
  readonly holder: string | null
}

async function loadEndUser(
  tx: Tx,
  accountId: string,
  endUserId: string,
  extension: string,
): Promise<LoadedEndUser | null> {
  const answer = await tx.$client.query<LoadedEndUser>(
    `select ${columns}, m.version, m.person_id as "personId",
        ${isAllTheyAre('m')} as "onlyHere",
        ${pbxStanding('$1', 'm.id')} as pbx, ${holderOf('$1', '$3', 'm.id')} as holder
      from ${from} and m.id = $2`,
    [accountId, endUserId, extension],
  )
  return answer.rows[0] ?? null
}

export function endUserValues(one: SeenEndUser): Values<EndUserField> {
  return { name: one.name, extension: one.extension, level: one.level }
}

/**
 * Changes an end user's extension and level, and the name of somebody who is nothing but this end user or has not taken
 * the place. Refuses what
 * lib/account/end-user refuses; `not-found`: the account has no such end user.
 */
export async function updateEndUser(
  edit: AccountChange,
  endUserId: string,
  typed: Omit<Values<EndUserField>, 'name'> & { readonly name: string | undefined },
  shown: Values<EndUserField>,
): Promise<Result<Edited<EndUserField>, EndUserRefusal | 'not-found'>> {
  const found = await loadEndUser(edit.tx, edit.account.id, endUserId, typed.extension)
  if (!found) return refuse('not-found')
  const whole = { ...typed, name: typed.name ?? found.name }
  const checked = checkEndUser(
    {
      ...found,
      isTheirName: isTheirName(found),
      toGive: endUserLevelsToGive(edit.authority, found.product, found.level),
    },
    whole,
    found.holder,
  )
  if (!checked.ok) return checked
  const subject = { id: endUserId, action: 'end-user.updated', what: found.name } as const
  const stored = endUserValues(found)
  // A name that was not asked for can't have been overtaken.
  const values = {
    shown: typed.name === undefined ? { ...shown, name: stored.name } : shown,
    stored,
    typed: checked.value,
  }
  return ok(
    await applyAccountEdit(edit, subject, endUserFields, values, changes => writes(edit, found, changes)),
  )
}

function writes(
  { tx, actor, account }: AccountChange,
  found: LoadedEndUser,
  changes: Changes<EndUserField>,
): Write[] {
  const level = changes.level?.[1] ?? found.level
  const place: Write = {
    query: tx
      .update(membership)
      .set({
        level,
        version: found.version + 1,
        ...(changes.name && found.state === 'invited' && { invitedName: changes.name[1] }),
      })
      .where(
        sql`${membership.accountId} = ${account.id}::uuid and ${membership.id} = ${found.id}::uuid and ${membership.version} = ${found.version}`,
      )
      .returning({ id: membership.id }),
    rows: 1,
  }
  const own = { providerId: actor.providerId, accountId: account.id, membershipId: found.id }
  const extension = changes.extension ? [numbered(own, ...changes.extension)] : []
  if (!changes.name || !found.onlyHere) return [place, ...extension]
  const renamed = tx
    .update(person)
    .set({ name: changes.name[1] })
    .where(sql`${person.id} = ${found.personId}::uuid and ${person.name} = ${changes.name[0]}`)
    .returning({ id: person.id })
  // Whoever was invited may have said by now what they are called themselves: that stays.
  return [place, ...extension, { query: renamed, ...(found.state !== 'invited' && { rows: 1 }) }]
}
