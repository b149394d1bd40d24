import { sql } from 'drizzle-orm'
import type { Actor } from '#lib/actor.ts'
import type { MicrosoftAccount } from '#lib/microsoft/identity.ts'
import { tenantRefused } from '#lib/microsoft/identity.ts'
import { type LinkRefusal, mayLink, mayUnlink, type UnlinkRefusal } from '#lib/microsoft/link.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { toPerson } from '../mail/letters.ts'
import { lockPerson } from '../person/password-letter.ts'
import { endSessions, type SessionPlace } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { together, type Write } from '../write.ts'
import { type HeldAccount, heldAccount } from './flow.ts'
import { microsoftSettingOf } from './setting.ts'

/** Whose way in a Microsoft account is; null = nobody's here. */
export async function linkedPerson(
  tx: Tx,
  providerId: string,
  { tenant, object }: Pick<MicrosoftAccount, 'tenant' | 'object'>,
): Promise<{ readonly linkId: string; readonly personId: string } | null> {
  const answer = await tx.$client.query<{ linkId: string; personId: string }>(
    `select id as "linkId", person_id as "personId" from microsoft_link
      where provider_id = $1 and tenant_id = $2 and object_id = $3 and ended_at is null`,
    [providerId, tenant, object],
  )
  return answer.rows[0] ?? null
}

/**
 * Notes that somebody comes in by it, and what their tenant calls them by now; before their session begins, so that whoever
 * unlinks it at this moment ends that, too. False: it was unlinked meanwhile.
 */
export async function noteSignIn(
  tx: Tx,
  { linkId, personId }: { readonly linkId: string; readonly personId: string },
  { name, address }: MicrosoftAccount,
): Promise<boolean> {
  await lockPerson(tx, personId)
  const answer = await tx.$client.query(
    `update microsoft_link set last_used_at = clock_timestamp(), name = $2, address = $3
      where id = $1 and ended_at is null`,
    [linkId, name, address],
  )
  return answer.rowCount === 1
}

export interface ListedLink {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly address: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** The Microsoft accounts that somebody signs in with, the oldest first. */
export async function linksOf(tx: Tx, personId: string): Promise<readonly ListedLink[]> {
  const answer = await tx.$client.query<ListedLink>(
    `select id, tenant_id as tenant, name, address, created_at as "createdAt", last_used_at as "lastUsedAt"
      from microsoft_link where person_id = $1 and ended_at is null order by created_at, id`,
    [personId],
  )
  return answer.rows
}

/** The same, with whether the provider has the sign-in on: one question for the page that shows both. */
export async function microsoftOf(
  tx: Tx,
  { personId, providerId }: { readonly personId: string; readonly providerId: string },
): Promise<{ readonly isOn: boolean; readonly links: readonly ListedLink[] }> {
  const answer = await tx.$client.query<ListedLink & { isOn: boolean }>(
    `select coalesce(s.is_on, false) as "isOn", l.id, l.tenant_id as tenant, l.name, l.address,
        l.created_at as "createdAt", l.last_used_at as "lastUsedAt"
      from (select $2::uuid as provider_id) v left join microsoft_setting s on s.provider_id = v.provider_id
      left join microsoft_link l on l.person_id = $1 and l.ended_at is null order by l.created_at, l.id`,
    [personId, providerId],
  )
  return {
    isOn: answer.rows[0]?.isOn ?? false,
    links: answer.rows.flatMap(({ isOn: _, ...link }) => (link.id ? [link] : [])),
  }
}

/** What would come of linking what this browser holds to this person; null = it can be linked. */
export async function linkRefused(
  tx: Tx,
  place: SessionPlace,
  account: MicrosoftAccount,
  personId: string,
): Promise<LinkRefusal | null> {
  const setting = await microsoftSettingOf(tx, place.providerId)
  const linked = await linkedPerson(tx, place.providerId, account)
  const may = mayLink({
    linkedTo: linked ? (linked.personId === personId ? 'this-person' : 'another') : 'nobody',
    isLetIn: setting.isOn && tenantRefused(account.tenant, setting) === null,
    links: (await linksOf(tx, personId)).length,
  })
  return may.ok ? null : may.refusal
}

/**
 * Links the Microsoft account that this browser has proved to a person who has proved who they are; one letter tells them.
 * What was proved is used by it, once. Refuses `nothing-held`: nothing was proved in this browser, another person began to
 * link it, or its hour is over; and what mayLink refuses.
 */
export async function linkHeld(
  tx: Tx,
  place: SessionPlace,
  token: string,
  personId: string,
): Promise<Result<HeldAccount, LinkRefusal | 'nothing-held'>> {
  await lockPerson(tx, personId)
  const held = await heldAccount(tx, place, token, 'hold')
  if (!held || (held.personId !== null && held.personId !== personId)) return refuse('nothing-held')
  const refusal = await linkRefused(tx, place, held, personId)
  if (refusal) return refuse(refusal)
  const answer = await tx.$client.query<{ id: string }>(
    `insert into microsoft_link (provider_id, person_id, tenant_id, object_id, name, address, created_at, last_used_at)
      values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp()) on conflict do nothing returning id`,
    [place.providerId, personId, held.tenant, held.object, held.name, held.address],
  )
  const linkId = answer.rows[0]?.id
  // Somebody else has linked it between the look and the write.
  if (!linkId) return refuse('linked-elsewhere')
  await together(tx, [
    {
      query: sql`(update microsoft_flow set used_at = clock_timestamp() where id = ${held.flowId}::uuid and used_at is null returning id)`,
      rows: 1,
    },
    told('microsoft-linked', personId, linkId, held),
  ])
  return ok(held)
}

/** Whether what this browser had proved was linked to this person moments ago: the second press of the button that did it. */
export async function wasLinkedJustNow(
  tx: Tx,
  place: SessionPlace,
  token: string,
  personId: string,
): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from microsoft_flow f join microsoft_link l on l.provider_id = f.provider_id and l.tenant_id = f.tenant_id
        and l.object_id = f.object_id and l.ended_at is null
      where f.token_hash = $1 and f.provider_id = $2 and f.branding_domain_id = $3 and l.person_id = $4
        and f.used_at > clock_timestamp() - interval '10 seconds'`,
    [hashText(token), place.providerId, place.brandingDomainId, personId],
  )
  return answer.rowCount === 1
}

/**
 * Takes a Microsoft account of theirs away from somebody who is signed in: it opens nothing any more, and a letter says so.
 * Whoever else came in by it is out as well: all their other sessions end, and whatever could still sign them in.
 */
export async function unlink(tx: Tx, actor: Actor, linkId: string): Promise<Result<null, UnlinkRefusal>> {
  const { personId } = actor
  await lockPerson(tx, personId)
  const links = await linksOf(tx, personId)
  const link = links.find(({ id }) => id === linkId)
  const person = await tx.$client.query<{ hasPassword: boolean }>(
    'select password_hash is not null as "hasPassword" from person where id = $1',
    [personId],
  )
  const may = mayUnlink({
    links: link ? links.length : 0,
    hasPassword: person.rows[0]?.hasPassword ?? false,
  })
  if (!may.ok || !link) return refuse(may.ok ? 'gone' : may.refusal)
  await together(tx, ended(personId, link))
  await endSessions(tx, actor, 'others')
  await voidTokens(tx, [personId])
  return ok(null)
}

/**
 * Ends every Microsoft account of somebody who comes in anew by their mailbox, a letter for each: one of them may be an
 * intruder's. The caller holds the person, and ends their sessions.
 */
export async function unlinkAll(tx: Tx, personId: string): Promise<void> {
  const links = await linksOf(tx, personId)
  if (links.length === 0) return
  await together(
    tx,
    links.flatMap(link => ended(personId, link)),
  )
}

const ended = (personId: string, link: ListedLink): readonly Write[] => [
  {
    query: sql`(update microsoft_link set ended_at = clock_timestamp() where id = ${link.id}::uuid and ended_at is null returning id)`,
    rows: 1,
  },
  told('microsoft-unlinked', personId, link.id, link),
]

/** The letter that no change of somebody's ways in goes unnoticed by. */
function told(
  kind: 'microsoft-linked' | 'microsoft-unlinked',
  personId: string,
  linkId: string,
  { name, address, tenant }: Pick<MicrosoftAccount, 'name' | 'address' | 'tenant'>,
): Write {
  const facts = { name, address, tenant }
  return toPerson({ kind, subjectId: linkId, accountId: null, occasion: 'told', personId, facts })
}
