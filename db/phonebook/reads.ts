import { canComeBack } from '#db/lists/come-back.ts'
import type { Country } from '#lib/dialling.ts'
import { type ContactDetails, detailFields, wantedIn } from '#lib/phonebook/contact.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { nameCursor, namePosition } from '../lists/name-search.ts'

/** A contact as lists show it. */
export interface ListedContact extends ContactDetails {
  readonly id: string
  /** The names of its groups. */
  readonly groups: readonly string[]
}

export interface ListedGroup {
  readonly id: string
  readonly name: string
  /** How many contacts are in it. */
  readonly count: number
}

/** What every page of a phonebook knows of it. */
export interface PhonebookHead {
  readonly total: number
  /** How many contacts and groups were removed that can still be brought back. */
  readonly removed: number
  readonly groups: readonly ListedGroup[]
}

/** The columns of what is said of a contact. */
export const detailColumns = detailFields.map(field => `c.${field}`).join(', ')

export async function phonebookHead(tx: Tx, accountId: string): Promise<PhonebookHead> {
  // Not prepared: a plan that was kept while the phonebook was small would count a large one row by row.
  const answer = await tx.$client.query<PhonebookHead>(
    `with members as (select i.group_id, count(*)::int as count from contact c join contact_in_group i on i.contact_id = c.id
        where c.account_id = $1 and c.ended_at is null group by i.group_id)
      select (select count(*)::int from contact c where c.account_id = $1 and c.ended_at is null) as total,
        (select count(*)::int from contact c where c.account_id = $1 and ${canComeBack('c')})
          + (select count(*)::int from contact_group g where g.account_id = $1 and ${canComeBack('g')}) as removed,
        (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'count', coalesce(m.count, 0))
            order by g.folded, g.id), '[]')
          from contact_group g left join members m on m.group_id = g.id
          where g.account_id = $1 and g.ended_at is null) as groups`,
    [accountId],
  )
  return answer.rows[0] ?? { total: 0, removed: 0, groups: [] }
}

export interface ContactQuestion {
  readonly search: string
  /** Only those in this group. */
  readonly group: string | null
  readonly after: string | undefined
  readonly limit: number
}

export interface ContactPage {
  readonly contacts: readonly ListedContact[]
  /** The cursor of the next page, if there is one. */
  readonly next: string | null
}

/** The condition for what is looked for, and its values behind those that are given already. */
export function narrowedTo(
  { search, group }: Pick<ContactQuestion, 'search' | 'group'>,
  from: Country | null,
  values: (string | readonly string[])[],
): { readonly condition: string; readonly name: string } {
  const given = (value: string | readonly string[]) => `$${values.push(value)}`
  const wanted = wantedIn(search, from)
  const found = wanted
    ? `and c.findable like ${wanted.all ? 'all' : 'any'}(${given(wanted.texts.map(anywhere))}::text[])`
    : ''
  const inGroup = group
    ? `and exists (select from contact_in_group i where i.contact_id = c.id and i.group_id = ${given(group)}::uuid)`
    : ''
  const name = `${wanted ? (wanted.all ? 'words' : 'digits') : 'all'}-${group ? 'group' : 'any'}`
  return { condition: `${found} ${inGroup}`, name }
}

/** Contacts by name and company. A cursor only says where to go on: whoever's it is, the account's own are read. */
export async function contactsOf(
  tx: Tx,
  accountId: string,
  from: Country | null,
  question: ContactQuestion,
): Promise<ContactPage> {
  const values: (string | readonly string[])[] = [accountId]
  const { condition, name } = narrowedTo(question, from, values)
  const position = namePosition(question.after)
  const beyond = position
    ? `and (c.likeness, c.id) > ($${values.push(position.name)}, $${values.push(position.id)}::uuid)`
    : ''
  const { limit } = question
  const answer = await tx.$client.query<ListedContact & { likeness: string }>({
    name: `contacts-${name}-${position ? 'next' : 'first'}-${limit}`,
    text: `select c.id, ${detailColumns}, c.likeness,
        array(select g.name from contact_in_group i join contact_group g on g.id = i.group_id and g.ended_at is null
          where i.contact_id = c.id order by g.folded) as groups
      from contact c where c.account_id = $1 and c.ended_at is null ${condition} ${beyond}
      order by c.likeness, c.id ${atMost(limit + 1)}`,
    values,
  })
  const rows = answer.rows.slice(0, limit)
  const last = answer.rows.length > limit ? rows.at(-1) : undefined
  return {
    contacts: rows.map(({ likeness: _, ...contact }) => contact),
    next: last ? nameCursor({ id: last.id, name: last.likeness }) : null,
  }
}

/** A contact that somebody has the address of; `removed` once it is no longer in the phonebook. */
export interface OneContact extends ContactDetails {
  readonly id: string
  /** The ids of its groups. */
  readonly groups: readonly string[]
  readonly removed: RemovedContact | null
}

export interface RemovedContact {
  readonly by: string | null
  readonly at: Date
  readonly canComeBack: boolean
  /** How many were removed by the same press and are still removed, this one among them. */
  readonly together: number
}

/** Of a contact that was removed: another that the same press removed, which gave all of them one moment. */
export const removedWith = (of: string, another: string) =>
  `${another}.account_id = ${of}.account_id and ${another}.ended_at = ${of}.ended_at`

export async function contactOf(tx: Tx, accountId: string, id: string): Promise<OneContact | null> {
  const answer = await tx.$client.query<
    Omit<OneContact, 'removed'> & {
      endedAt: Date | null
      by: string | null
      back: boolean | null
      together: number
    }
  >(
    `select c.id, ${detailColumns}, c.ended_at as "endedAt", ${canComeBack('c')} as back,
        (select count(*)::int from contact o where ${removedWith('c', 'o')}) as together,
        array(select g.id::text from contact_in_group i join contact_group g on g.id = i.group_id and g.ended_at is null
          where i.contact_id = c.id order by g.folded) as groups,
        (select e.actor_name from event e where e.account_id = c.account_id and e.subject_id = c.id
          and e.action = 'contact.removed' order by e.id desc limit 1) as by
      from contact c where c.account_id = $1 and c.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { endedAt, by, back, together, ...contact } = row
  return { ...contact, removed: endedAt ? { by, at: endedAt, canComeBack: back === true, together } : null }
}

/** Something that was removed and can still be brought back. */
export interface RemovedThing {
  readonly id: string
  readonly kind: 'contact' | 'group'
  readonly name: string
  /** A contact's company. */
  readonly about: string
  readonly at: Date
}

const mostRemoved = 200

/** What was removed, the latest first. */
export async function removedOf(tx: Tx, accountId: string): Promise<readonly RemovedThing[]> {
  const answer = await tx.$client.query<RemovedThing>(
    `select c.id, 'contact' as kind, c.name, c.company as about, c.ended_at as at
        from contact c where c.account_id = $1 and ${canComeBack('c')}
      union all select g.id, 'group', g.name, '', g.ended_at
        from contact_group g where g.account_id = $1 and ${canComeBack('g')}
      order by at desc, name, id ${atMost(mostRemoved)}`,
    [accountId],
  )
  return answer.rows
}
