import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { canComeBack } from '#db/lists/come-back.ts'
import { told } from '#db/told.ts'
import { foldedText } from '#lib/fold.ts'
import { mostGroups } from '#lib/phonebook/contact.ts'
import type { PhonebookRefusal } from '#lib/phonebook/words.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { contactGroup } from '../schema/phonebook.ts'
import { together } from '../write.ts'
import { nextVersion } from './change.ts'

/** A group that somebody has the address of; `removed` once there is no such any more. */
export interface OneGroup {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly removed: { readonly by: string | null; readonly canComeBack: boolean } | null
}

export async function groupOf(tx: Tx, accountId: string, id: string): Promise<OneGroup | null> {
  const answer = await tx.$client.query<
    Omit<OneGroup, 'removed'> & { ended: boolean; back: boolean | null; by: string | null }
  >(
    `select g.id, g.name, g.ended_at is not null as ended, ${canComeBack('g')} as back,
        (select count(*)::int from contact_in_group i join contact c on c.id = i.contact_id and c.ended_at is null
          where i.group_id = g.id) as count,
        (select e.actor_name from event e where e.account_id = g.account_id and e.subject_id = g.id
          and e.action = 'contact-group.removed' order by e.id desc limit 1) as by
      from contact_group g where g.account_id = $1 and g.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { ended, back, by, ...group } = row
  return { ...group, removed: ended ? { by, canComeBack: back === true } : null }
}

/** Adds a group. Refuses a name that another one has, and more than a phonebook has. */
export async function addGroup(
  change: AccountChange,
  name: string,
): Promise<Result<{ readonly groupId: string }, PhonebookRefusal>> {
  const fits = await mayBeCalled(change, name, null)
  if (!fits.ok) return fits
  const { tx, actor, account } = change
  const row = {
    id: randomUUID(),
    providerId: actor.providerId,
    accountId: account.id,
    name,
    folded: foldedText(name),
  }
  await together(tx, [
    { query: tx.insert(contactGroup).values(row).returning({ id: contactGroup.id }), rows: 1 },
    nextVersion(change),
    told(change, 'contact-group.added', row.id, { what: name }),
  ])
  return ok({ groupId: row.id })
}

/** Gives a group another name. Refuses `group-removed`, naming who removed it, and a name that another one has. */
export async function renameGroup(
  change: AccountChange,
  id: string,
  shown: string,
  name: string,
): Promise<Result<Edited<'name'>, PhonebookRefusal | 'group-removed' | 'not-found'>> {
  const { tx, account, partnerId } = change
  const found = await groupOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('group-removed', { state: 'removed', by: found.removed.by })
  const fits = await mayBeCalled(change, name, id)
  if (!fits.ok) return fits
  const subject = {
    id,
    action: 'contact-group.renamed',
    what: found.name,
    where: { accountId: account.id },
    partnerId,
  } as const
  const values = { shown: { name: shown }, stored: { name: found.name }, typed: { name } }
  return ok(
    await applyEdit(change, subject, ['name'], values, () => [
      {
        query: sql`(update contact_group set name = ${name}, folded = ${foldedText(name)}
          where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is null returning id)`,
        rows: 1,
      },
      nextVersion(change),
    ]),
  )
}

/** Removes a group; its contacts stay. Refuses `group-removed`, naming who was faster. */
export async function removeGroup(
  change: AccountChange,
  id: string,
): Promise<Result<null, 'group-removed' | 'not-found'>> {
  const { tx, account } = change
  const found = await groupOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('group-removed', { state: 'removed', by: found.removed.by })
  await together(tx, [
    {
      query: sql`(update contact_group set ended_at = clock_timestamp()
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    nextVersion(change),
    told(change, 'contact-group.removed', id, { what: found.name }),
  ])
  return ok(null)
}

/** Brings a group back, with its contacts. Refuses one that is there, and a name that another one has by now. */
export async function restoreGroup(
  change: AccountChange,
  id: string,
): Promise<Result<null, PhonebookRefusal | 'there' | 'not-found'>> {
  const { tx, account } = change
  const found = await groupOf(tx, account.id, id)
  if (!found) return refuse('not-found')
  if (!found.removed) return refuse('there')
  if (!found.removed.canComeBack) return refuse('not-found')
  const fits = await mayBeCalled(change, found.name, null)
  if (!fits.ok) return fits
  await together(tx, [
    {
      query: sql`(update contact_group set ended_at = null
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is not null returning id)`,
      rows: 1,
    },
    nextVersion(change),
    told(change, 'contact-group.restored', id, { what: found.name }),
  ])
  return ok(null)
}

/** `id`: the group that is renamed, which stands in nobody's way. */
async function mayBeCalled(
  { tx, account }: AccountChange,
  name: string,
  id: string | null,
): Promise<Result<null, PhonebookRefusal>> {
  const answer = await tx.$client.query<{ folded: string }>(
    `select g.folded from contact_group g where g.account_id = $1 and g.ended_at is null and g.id is distinct from $2::uuid`,
    [account.id, id],
  )
  if (answer.rows.some(group => group.folded === foldedText(name))) return refuse('group-taken')
  return answer.rows.length >= mostGroups ? refuse('too-many-groups') : ok(null)
}
